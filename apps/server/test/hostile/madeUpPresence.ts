import { text, varint } from '../../../../packages/update-guard/test/bytes.ts';

interface Entry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

/** A presence message with these entries, and the count it claims. */
export function presenceFrameOf(entries: readonly Entry[], claimed = entries.length): Uint8Array {
  const list = entries.flatMap(({ clientId, clock, json }) => [
    ...varint(clientId),
    ...varint(clock),
    ...text(json),
  ]);
  const body = [...varint(claimed), ...list];
  return Uint8Array.from([1, ...varint(body.length), ...body]);
}

const deep = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** What a state may be said to be. */
const states: readonly string[] = [
  'null',
  '{}',
  '{',
  '',
  '[]',
  '1e999',
  '"text"',
  'undefined',
  '{"user":{"id":"probe","name":"Probe","team":"SALES"}}',
  '{"user":null,"typing":true}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"editing":{"recordId":"<img src=x onerror=alert(1)>","field":"text","anchor":0,"head":0}}',
  '{"editing":{"recordId":"x","field":"text","anchor":-1,"head":1e9}}',
  '{"cell":{"laneId":"\\u202e\\u200b","columnId":"\\u0000"}}',
  '{"selection":["\\ud800"]}',
  `{"selection":[${'"x",'.repeat(30)}"x"]}`,
  `{"selection":["${'x'.repeat(2_048)}"]}`,
  `{"locale":"${'é'.repeat(1_100)}"}`,
  deep(5, '[', ']'),
  deep(5_000, '[', ']'),
  deep(5_000, '{"a":', '}'),
  '[[[[[[',
  '{"typing":true,"unknown":{"a":{"b":{"c":1}}}}',
];
const clocks: readonly number[] = [0, 1, 1_000, 1_001, 2 ** 31, 1_000_000_000, 1_000_000_001, 2 ** 53 - 1];

/** Presence messages whose ids, clocks, shapes, depths and counts are made up; `own` is somebody else's client id. */
export function madeUpPresence(random: () => number, own: number, made: number): Uint8Array {
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  const count = random() < 0.7 ? 1 : Math.floor(random() * 50);
  const entries = Array.from({ length: count }, () => ({
    clientId: pick([own, 1, 7 + made, 2 ** 32 - 1, 2 ** 32, 2 ** 50], 1),
    clock: pick(clocks, 1),
    json: states[made % states.length] ?? '{}',
  }));
  const whole = presenceFrameOf(entries, random() < 0.9 ? count : pick([count + 1, 1_000_000, 2 ** 50], 1));
  return random() < 0.9 ? whole : whole.subarray(0, Math.floor(random() * whole.length));
}
