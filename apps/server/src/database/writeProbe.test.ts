import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeProbe } from './writeProbe.ts';

describe('a write probe', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function probe(write: () => Promise<unknown>) {
    const counted = vi.fn(write);
    const timing = { waitMsMax: 1_000, freshMs: 1_000, abandonMs: 5_000 };
    return { counted, ask: writeProbe({ write: counted, now: () => Date.now(), ...timing }) };
  }

  it('[OPS3] writes once for all who ask within a second', async () => {
    const { counted, ask } = probe(async () => {});
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([true, true, true]);
    expect(counted).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ask()).toBe(true);
    expect(counted).toHaveBeenCalledTimes(2);
  });

  it('[OPS3] says no when the write fails, and yes again when one goes through', async () => {
    const { counted, ask } = probe(async () => {});
    counted.mockRejectedValueOnce(new Error('no space left on device'));
    expect(await ask()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ask()).toBe(true);
  });

  it('[OPS3] waits a bounded time for a database that is silent, and piles nothing up', async () => {
    const { counted, ask } = probe(() => new Promise(() => {}));
    for (let asked = 0; asked < 4; asked++) {
      const answer = ask();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await answer).toBe(false);
    }
    expect(counted).toHaveBeenCalledTimes(1);
    // Given up: the connection it was sent on may never answer although the database is back.
    counted.mockResolvedValueOnce(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ask()).toBe(true);
    expect(counted).toHaveBeenCalledTimes(2);
  });
});
