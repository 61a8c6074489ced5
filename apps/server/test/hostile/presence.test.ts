import { presenceSchema, presenceUserSchema } from '@jejak/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text, varint } from '../../../../packages/update-guard/test/bytes.ts';
import { seeded } from '../faults/seeded.ts';
import { HostileBed, type Told } from './HostileBed.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 4_004);
const said = presenceSchema.extend({ user: presenceUserSchema }).strict();
const allowed: readonly Told[] = ['saved', 'closed 4400', 'closed 1009'];

interface Entry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

function frameOf(entries: readonly Entry[], claimed = entries.length): Uint8Array {
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

describe(`hostile presence (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  let bed: HostileBed;
  let own = 0;
  beforeAll(async () => {
    bed = await HostileBed.open();
    own = bed.probe.doc.clientID;
    bed.probe.presence({ typing: true });
    await bed.probe.got('awareness', ({ entries }) => entries.some(({ clientId }) => clientId === own));
  });
  afterAll(async () => {
    await bed.close();
    unhandled.stop();
  });

  it('[HOSTILE2] 400 messages: ids, clocks, shapes, depths and counts', async () => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[], otherwise: T): T =>
      list[Math.floor(random() * list.length)] ?? otherwise;
    for (let made = 0; made < 400; made++) {
      const count = random() < 0.7 ? 1 : Math.floor(random() * 50);
      const entries = Array.from({ length: count }, () => ({
        clientId: pick([own, 1, 7 + made, 2 ** 32 - 1, 2 ** 32, 2 ** 50], 1),
        clock: pick(clocks, 1),
        json: states[made % states.length] ?? '{}',
      }));
      const whole = frameOf(entries, random() < 0.9 ? count : pick([count + 1, 1_000_000, 2 ** 50], 1));
      const frame = random() < 0.9 ? whole : whole.subarray(0, Math.floor(random() * whole.length));
      const told = await bed.attack([frame]);
      expect([made, told]).toEqual([made, expect.toSatisfy((one: Told) => allowed.includes(one))]);
      if (made % 100 === 99) await bed.work();
    }
    for (const { entries } of bed.probe.all('awareness')) {
      for (const { clientId, state } of entries) {
        if (state === null) expect(clientId).not.toBe(own);
        else expect([said.parse(state).user.id === 'probe', clientId]).toEqual([clientId === own, clientId]);
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(unhandled.seen).toEqual([]);
  });

  it('[HOSTILE2] nobody can take a presence away, nor lock its owner out by its clock', async () => {
    for (const [clock, json] of [
      [1_000, 'null'],
      [1_000_000_000, '{"typing":false}'],
      [2 ** 53 - 1, 'null'],
    ] as const)
      await bed.attack([frameOf([{ clientId: own, clock, json }])]);
    const from = bed.probe.frames.length;
    bed.probe.presence({ selection: ['still here'] });
    const { entries } = await bed.probe.got(
      'awareness',
      (frame) => frame.entries.some(({ clientId }) => clientId === own),
      from,
    );
    expect(entries.find(({ clientId }) => clientId === own)?.state).toMatchObject({
      user: { id: 'probe' },
      selection: ['still here'],
    });
  });
});
