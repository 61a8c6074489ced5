import { describe, expect, it } from 'vitest';
import { DatabaseClock } from './DatabaseClock.ts';

const hour = 3_600_000;

/** A machine whose clock is wrong, beside a database whose clock is right. */
function machine(skewMs: number) {
  const state = { elapsed: 500, database: 1_000_000_000_000, skewMs, tookMs: 0, warned: [] as unknown[] };
  const clock = new DatabaseClock({
    ask: async () => {
      state.elapsed += state.tookMs / 2;
      state.database += state.tookMs / 2;
      const told = new Date(state.database);
      state.elapsed += state.tookMs / 2;
      state.database += state.tookMs / 2;
      return told;
    },
    elapsed: () => state.elapsed,
    local: () => state.database + state.skewMs,
    log: { warn: (entry) => state.warned.push(entry) },
  });
  const pass = (ms: number): void => {
    state.elapsed += ms;
    state.database += ms;
  };
  return { state, clock, pass };
}

describe('the time of the database', () => {
  it.each([-hour, 0, hour])('[DB5] is told by a machine that is %i ms off, also later', async (skewMs) => {
    const { state, clock, pass } = machine(skewMs);
    await clock.start();
    pass(10_000);
    expect(clock.now().getTime()).toBe(state.database);
    expect(clock.skewMs).toBe(skewMs);
    expect(state.warned).toEqual(skewMs === 0 ? [] : [{ skewSeconds: skewMs / 1000 }]);
    await clock.stop();
  });

  it('[DB5] is told as before while the clock of the machine is set', async () => {
    const { state, clock, pass } = machine(0);
    await clock.start();
    state.skewMs = hour;
    pass(1_000);
    expect(clock.now().getTime()).toBe(state.database);
    expect(clock.skewMs).toBe(hour);
    await clock.stop();
  });

  it('[DB5] reckons with the way of the answer and does not learn from a slow one', async () => {
    const { state, clock } = machine(0);
    state.tookMs = 400;
    await clock.measure(1_000);
    expect(clock.now().getTime()).toBe(state.database);
    state.tookMs = 5_000;
    const before = clock.now().getTime();
    await clock.measure(1_000);
    expect(clock.now().getTime()).toBe(before + 5_000);
  });
});
