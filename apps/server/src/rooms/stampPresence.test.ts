import { type Presence, presenceSchema } from '@jejak/protocol';
import { expect, test } from 'vitest';
import { seeded } from '../../test/faults/seeded.ts';
import { stampPresence } from './stampPresence.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 20_261_130);
const user = { id: 'usr_ani', name: 'Ani', team: 'SALES' } as const;

test(`[SYNC3] what is told is what the schema of presence lets through, and the server's word who it is (seed ${seed})`, () => {
  const random = seeded(seed);
  const one = (from: readonly unknown[]): unknown => from[Math.floor(random() * from.length)];
  const id = (): unknown =>
    one(['crd_a', 'x'.repeat(64), 'x'.repeat(65), '', '界'.repeat(64), 7, null, ['a']]);
  const offset = (): unknown => one([0, 1, 19_999, 20_000, 20_001, -1, 0.5, '1', null, 1e300, -0]);
  const odd = (): unknown => one([null, {}, [], '', 'x', 0, true, { laneId: 'a' }]);
  /** An object of such fields, now and then without one, with one more, or something else altogether. */
  const made = (fields: Readonly<Record<string, () => unknown>>, wrong: number): unknown => {
    if (random() < wrong) return odd();
    const entries = Object.entries(fields).filter(() => random() < 0.95);
    const object = Object.fromEntries(entries.map(([name, make]) => [name, make()]));
    return random() < 0.1 ? { ...object, mood: odd(), user: { id: 'usr_budi' } } : object;
  };
  const likely = (usual: () => unknown, unusual: () => unknown) => () =>
    random() < 0.9 ? usual() : unusual();
  const goodId = likely(() => 'lan_a', id);
  const goodOffset = likely(() => 12, offset);
  const fields: Readonly<Record<keyof Presence, () => unknown>> = {
    locale: likely(() => 'id', odd),
    cell: () => made({ laneId: goodId, columnId: goodId }, 0.1),
    editing: () =>
      made(
        {
          recordId: goodId,
          field: likely(
            () => 'text.en',
            () => one(['x'.repeat(32), 'x'.repeat(33), 1]),
          ),
          anchor: goodOffset,
          head: goodOffset,
        },
        0.1,
      ),
    typing: likely(() => true, odd),
    selection: likely(
      () => ['a', 'b'],
      () => one([[], Array(20).fill('a'), Array(21).fill('a'), [1], [id()], odd()]),
    ),
    drag: () => made({ cardId: goodId, laneId: goodId, columnId: goodId }, 0.1),
  };
  let taken = 0;
  for (let round = 0; round < 4_000; round++) {
    const some = Object.entries(fields).filter(() => random() < 0.4);
    const said: unknown = JSON.parse(JSON.stringify(made(Object.fromEntries(some), 0.02)));
    const parsed = presenceSchema.safeParse(said);
    if (parsed.success && Object.keys(parsed.data).length > 0) taken += 1;
    expect([said, stampPresence(said, user)]).toEqual([
      said,
      parsed.success ? { ...parsed.data, user } : { user },
    ]);
  }
  // Both answers are met often.
  expect(taken).toBeGreaterThan(600);
  expect(taken).toBeLessThan(3_400);
});

test('[SYNC3] a field with the name of a prototype is a field like any other', () => {
  const said: unknown = JSON.parse('{"__proto__":{"typing":true},"constructor":1,"locale":"en"}');
  expect(stampPresence(said, user)).toEqual({ locale: 'en', user });
});
