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
