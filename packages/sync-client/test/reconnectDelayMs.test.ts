import { describe, expect, it } from 'vitest';
import { reconnectDelayMs } from '../src/reconnectDelayMs.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A small seeded generator of numbers in [0, 1). */
function seeded(): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe(`the wait before connecting again, seed ${seed}`, () => {
  it('[SYNC22] doubles its bound with each failed attempt, up to ten seconds, and is never none', () => {
    const bounds = [0, 1, 2, 3, 4, 50].map((attempt) => [
      reconnectDelayMs(attempt, () => 0),
      reconnectDelayMs(attempt, () => 1),
    ]);
    expect(bounds).toEqual([
      [100, 1_600],
      [100, 3_100],
      [100, 6_100],
      [100, 10_100],
      [100, 10_100],
      [100, 10_100],
    ]);
  });

  it.each([300, 1_000])('[SYNC22] scatters %i clients that lost the server at one moment', (clients) => {
    process.stdout.write(`reconnect seed ${seed} (set SEED to repeat)\n`);
    const random = seeded();
    const perTenth = new Map<number, number>();
    for (let client = 0; client < clients; client++) {
      const tenth = Math.floor(reconnectDelayMs(0, random) / 100);
      perTenth.set(tenth, (perTenth.get(tenth) ?? 0) + 1);
    }
    expect(Math.min(...perTenth.keys())).toBe(1);
    expect(Math.max(...perTenth.keys())).toBe(15);
    // Twice what is even: five standard deviations and more.
    expect(Math.max(...perTenth.values())).toBeLessThanOrEqual(0.15 * clients);
  });
});
