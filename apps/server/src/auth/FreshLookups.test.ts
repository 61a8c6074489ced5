import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

/** A turn of the event loop, in which reads begin. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('by a clock that is turned by hand', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('[AUTH8] a read that hangs holds up the next for 1 s, one that fails not at all', async () => {
    const lookups = new FreshLookups<number>();
    void lookups.look('a', () => new Promise(() => {}));
    await turn();
    let reads = 0;
    const behind = lookups.look('a', async () => ++reads);
    await vi.advanceTimersByTimeAsync(999);
    await turn();
    expect(reads).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await behind).toBe(1);
    const failing = expect(lookups.look('b', () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );
    await turn();
    expect(await lookups.look('b', async () => 3)).toBe(3);
    await failing;
  });

  test('[AUTH8] the same is read four times in 200 ms', async () => {
    const lookups = new FreshLookups<number>();
    let reads = 0;
    const asked: Promise<number>[] = [];
    // Each in turns of its own, as those come who are let in one after the other.
    for (let n = 0; n < 100; n += 1) {
      asked.push(lookups.look('a', async () => ++reads));
      for (let turns = 0; turns < 3; turns += 1) await turn();
    }
    expect(reads).toBe(4);
    await vi.advanceTimersByTimeAsync(200);
    const seen = await Promise.all(asked);
    expect(seen.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(new Set(seen.slice(4))).toEqual(new Set([5]));
  });
});
