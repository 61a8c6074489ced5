import { describe, expect, it } from 'vitest';
import { KeyedQueue } from './KeyedQueue.ts';
import { hashSecret, newRecordId, newSecretToken, secretsMatch } from './secretToken.ts';

describe('secrets and ids', () => {
  it('[AUTH11] a secret has 256 bits and only its hash is stored', () => {
    const token = newSecretToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashSecret(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(Array.from({ length: 100 }, newSecretToken)).size).toBe(100);
  });

  it('[AUTH11] secrets of any lengths are compared', () => {
    expect(secretsMatch('abc', 'abc')).toBe(true);
    expect(secretsMatch('abc', 'abd')).toBe(false);
    expect(secretsMatch('abc', 'abcd')).toBe(false);
    expect(secretsMatch('', '')).toBe(true);
  });

  it('[AUTH11] record ids are safe in an address', () => {
    expect(newRecordId('usr')).toMatch(/^usr_[0-9a-zA-Z]{16}$/);
  });

  it('[AUTH7] tasks of one key run in turn, of two keys at once, and only so many wait', async () => {
    const queue = new KeyedQueue(2);
    const events: string[] = [];
    const open: (() => void)[] = [];
    const task = (name: string) => () =>
      new Promise<string>((resolve) => {
        events.push(`${name} begins`);
        open.push(() => resolve(name));
      });
    const first = queue.run('a', task('first'));
    const second = queue.run('a', task('second'));
    expect(await queue.run('a', task('third'))).toBeNull();
    const other = queue.run('b', task('other'));
    await Promise.resolve();
    expect(events).toEqual(['first begins', 'other begins']);
    for (const release of open.splice(0)) release();
    expect(await first).toBe('first');
    expect(await other).toBe('other');
    await Promise.resolve();
    await Promise.resolve();
    expect(events).toEqual(['first begins', 'other begins', 'second begins']);
    for (const release of open.splice(0)) release();
    expect(await second).toBe('second');
    await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run('a', async () => 'on')).toBe('on');
  });
});
