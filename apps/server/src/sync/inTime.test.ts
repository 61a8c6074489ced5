import { afterEach, expect, test, vi } from 'vitest';
import { inTime } from './inTime.ts';

afterEach(() => vi.useRealTimers());

test('[WORKUP7] what does not come in 15 s, or fails, is told as unavailable for now', async () => {
  vi.useFakeTimers();
  const never = expect(inTime(() => {})).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 2 });
  await vi.advanceTimersByTimeAsync(15_000);
  await never;
  await expect(inTime((_done, failed) => failed())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(inTime<number>((done) => done(7))).resolves.toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});
