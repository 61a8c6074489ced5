import { expect, test } from 'vitest';
import { FreshLookups } from './FreshLookups.ts';

test('[AUTH8] who asks in one turn shares a read that begins afterwards; who asks later has one of their own', async () => {
  const lookups = new FreshLookups<number>();
  let [value, reads] = [1, 0];
  const read = async () => {
    reads += 1;
    return value;
  };
  const early = [lookups.look('a', read), lookups.look('a', read)];
  value = 2;
  expect(await Promise.all(early)).toEqual([2, 2]);
  expect(reads).toBe(1);
  value = 3;
  expect(await lookups.look('a', read)).toBe(3);
  expect(await Promise.all([lookups.look('a', read), lookups.look('b', read)])).toEqual([3, 3]);
  expect(reads).toBe(4);
});

test('[AUTH8] a read that failed is not remembered', async () => {
  const lookups = new FreshLookups<number>();
  await expect(lookups.look('a', async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await lookups.look('a', async () => 1)).toBe(1);
});

test('[AUTH8] all who ask while a read is under way share the next, which sees what was true when they asked', async () => {
  const lookups = new FreshLookups<number>();
  let value = 1;
  const answers: (() => void)[] = [];
  const read = () => {
    const seen = value;
    return new Promise<number>((resolve) => answers.push(() => resolve(seen)));
  };
  const first = lookups.look('a', read);
  await expect.poll(() => answers.length).toBe(1);
  value = 2;
  const later = Array.from({ length: 100 }, () => lookups.look('a', read));
  const other = lookups.look('b', async () => 7);
  expect(await other).toBe(7);
  expect(answers).toHaveLength(1);
  value = 3;
  answers[0]?.();
  expect(await first).toBe(1);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(new Set(await Promise.all(later))).toEqual(new Set([3]));
});

test('[AUTH8] a read that hangs or fails holds up the next for a moment at most', async () => {
  const lookups = new FreshLookups<number>();
  const hung = lookups.look('a', () => new Promise(() => {}));
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(await lookups.look('a', async () => 2)).toBe(2);
  const failing = lookups.look('b', async () => Promise.reject(new Error('away')));
  const refused = expect(failing).rejects.toThrow('away');
  await new Promise<void>((resolve) => setImmediate(resolve));
  const behind = lookups.look('b', async () => 3);
  await refused;
  expect(await behind).toBe(3);
  void hung;
});

test('[AUTH8] the same is read four times in 200 ms at most', async () => {
  const lookups = new FreshLookups<number>();
  let reads = 0;
  const ask = () => lookups.look('a', async () => ++reads);
  const asked: Promise<number>[] = [];
  // Each in a turn of its own, as those come who are let in one after the other.
  for (let turn = 0; turn < 200; turn += 1) {
    asked.push(ask());
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const seen = await Promise.all(asked);
  expect(seen.slice(0, 4)).toEqual([1, 2, 3, 4]);
  expect(reads).toBeLessThan(20);
  expect(seen.filter((read) => read > 4).length).toBeGreaterThan(150);
  expect(Math.max(...seen)).toBe(reads);
});
