import { afterEach, expect, test, vi } from 'vitest';
import { bounded, within } from './bounded.ts';

afterEach(() => vi.useRealTimers());

const late = (): Error => new Error('late');

test('[WORKUP7] what does not come in time, or fails, rejects; nothing is left behind', async () => {
  vi.useFakeTimers();
  const never = expect(bounded(15_000, late, () => {})).rejects.toThrow('late');
  await vi.advanceTimersByTimeAsync(15_000);
  await never;
  const failed = new Error('failed');
  await expect(bounded(1, late, (_resolve, reject) => reject(failed))).rejects.toBe(failed);
  await expect(bounded<number>(1, late, (resolve) => resolve(7))).resolves.toBe(7);
  await expect(within(Promise.resolve(7), 1, late)).resolves.toBe(7);
  await expect(within(Promise.reject(failed), 1, late)).rejects.toBe(failed);
  expect(vi.getTimerCount()).toBe(0);
});
