import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchConnection } from './watchConnection.ts';

describe('a connection that is watched', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched(answers: () => boolean, answersOthers: () => boolean) {
    const parts = {
      answers: vi.fn(async () => answers()),
      answersOthers: vi.fn(async () => answersOthers()),
      reopen: vi.fn(async () => {}),
      log: vi.fn(),
    };
    return { ...parts, stop: watchConnection(parts) };
  }

  it('[DB1] is opened anew once the database answers others but not us', async () => {
    let stuck = true;
    const { reopen, stop } = watched(
      () => !stuck,
      () => true,
    );
    reopen.mockImplementation(async () => {
      stuck = false;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reopen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reopen).toHaveBeenCalledTimes(1);
    await stop();
  });

  it('[DB1] is left alone while the database is away', async () => {
    const { answersOthers, reopen, stop } = watched(
      () => false,
      () => false,
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answersOthers).toHaveBeenCalled();
    expect(reopen).not.toHaveBeenCalled();
    await stop();
  });

  it('[DB1] is tried again when opening it anew fails', async () => {
    const { log, reopen, stop } = watched(
      () => false,
      () => true,
    );
    reopen.mockRejectedValueOnce(new Error('not yet'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reopen.mock.calls.length).toBeGreaterThan(1);
    expect(log.mock.calls.flat().join()).toContain('not yet');
    await stop();
  });

  it('[DB1] is not looked at any more after the end', async () => {
    const { answers, stop } = watched(
      () => true,
      () => true,
    );
    await vi.advanceTimersByTimeAsync(1_500);
    await stop();
    const before = answers.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answers.mock.calls.length).toBe(before);
  });
});
