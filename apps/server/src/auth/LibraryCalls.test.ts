import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { LibraryCalls } from './LibraryCalls.ts';

describe('LibraryCalls', () => {
  it('[AUTH15] keeps what a call stands in until the last one is over, and nothing after it', async () => {
    const storage = new AsyncLocalStorage<string>();
    const calls = new LibraryCalls([storage]);
    let end = (): void => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const slow = calls.run(() =>
      storage.run('slow', async () => {
        await held;
        return storage.getStore();
      }),
    );
    expect(await calls.run(() => storage.run('quick', async () => storage.getStore()))).toBe('quick');
    end();
    expect(await slow).toBe('slow');
    await storage.run('outside', async () => {
      await expect(calls.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
      expect(storage.getStore()).toBeUndefined();
    });
  });
});
