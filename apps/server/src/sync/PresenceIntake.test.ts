import { syncLimits } from '@jejak/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PresenceIntake } from './PresenceIntake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('[SYNC33] presence is heard twenty times a second: the newest is kept, what it replaces is dropped', () => {
  const heard: number[] = [];
  const intake = new PresenceIntake(syncLimits, Date.now, ({ clock }) => heard.push(clock));
  const say = (clock: number): boolean => intake.offer({ clientId: 1, clock, json: '{}' });
  for (let clock = 1; clock <= 100; clock++) expect(say(clock)).toBe(clock <= syncLimits.presencePerSecond);
  expect(heard).toHaveLength(syncLimits.presencePerSecond);
  vi.advanceTimersByTime(1_000 / syncLimits.presencePerSecond);
  expect(heard.at(-1)).toBe(100);
  expect(heard).toHaveLength(syncLimits.presencePerSecond + 1);
  expect(say(101)).toBe(false);
  intake.close();
  vi.advanceTimersByTime(10_000);
  expect(heard.at(-1)).toBe(100);
  expect(vi.getTimerCount()).toBe(0);
});

test('[SYNC33] a minute of too much is heard at the rate', () => {
  const heard: number[] = [];
  const intake = new PresenceIntake(syncLimits, Date.now, ({ clock }) => heard.push(clock));
  for (let clock = 1; clock <= 6_000; clock++) {
    intake.offer({ clientId: 1, clock, json: '{}' });
    vi.advanceTimersByTime(10);
  }
  expect(heard.length).toBeGreaterThanOrEqual(59 * syncLimits.presencePerSecond);
  expect(heard.length).toBeLessThanOrEqual(61 * syncLimits.presencePerSecond);
  intake.close();
});
