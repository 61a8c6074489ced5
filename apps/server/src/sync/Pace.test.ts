import { syncLimits } from '@jejak/protocol';
import { expect, test } from 'vitest';
import { Pace } from './Pace.ts';
import { syncLimitsTimes } from './SyncLimits.ts';

/** Sends frames until one must wait; how many were admitted. */
function admitted(pace: Pace, kind: 'update' | 'presence' | 'stateVector', bytes = 34): number {
  for (let count = 0; count < 1_000_000; count++) if (pace.admit(kind, bytes) !== 0) return count;
  return Number.POSITIVE_INFINITY;
}

test('[SYNC32] 200 messages at once and 60 a second after them', () => {
  let now = 0;
  const pace = new Pace(syncLimits, () => now);
  expect(admitted(pace, 'update')).toBe(syncLimits.messagesBurst);
  now += 1_000;
  expect(admitted(pace, 'update')).toBe(syncLimits.messagesPerSecond);
  expect(pace.admit('update', 34)).toBe(Math.ceil(1_000 / syncLimits.messagesPerSecond));
});

test('[SYNC32] 2 MiB at once and 256 KiB a second after them', () => {
  let now = 0;
  const pace = new Pace(syncLimits, () => now);
  const pieces = 256 * 1024;
  expect(admitted(pace, 'update', pieces)).toBe(syncLimits.bytesBurst / pieces);
  expect(pace.admit('update', pieces)).toBe(1_000);
  now += 1_000;
  expect(pace.admit('update', pieces)).toBe(0);
  expect(admitted(pace, 'presence', pieces)).toBe(0);
});

test('[SYNC32] six step 1 at once and one each ten seconds after them', () => {
  let now = 0;
  const pace = new Pace(syncLimits, () => now);
  expect(admitted(pace, 'stateVector', 4)).toBe(syncLimits.stateVectorsPerMinute);
  expect(pace.admit('stateVector', 4)).toBe(10_000);
  expect(pace.admit('update', 34)).toBe(0);
  now += 10_000;
  expect(pace.admit('stateVector', 4)).toBe(0);
});

test('[SYNC32] a fast hand that rests is never sent away; who never rests is, after ten seconds', () => {
  let now = 0;
  const pace = new Pace(syncLimits, () => now);
  /** Twice the rate for so long, waiting as told; whether the connection was ended. */
  const hurry = (ms: number): boolean => {
    for (const end = now + ms; now < end; ) {
      const wait = pace.admit('update', 34);
      if (wait === 'overdue') return true;
      now += wait === 0 ? 1_000 / (2 * syncLimits.messagesPerSecond) : wait;
    }
    return false;
  };
  for (let minute = 0; minute < 10; minute++) {
    expect(hurry(9_000)).toBe(false);
    now += 2_000;
  }
  expect(hurry(syncLimits.debtMsMax * 2)).toBe(true);
});

test('[SYNC32] presence beyond its own rate counts as messages', () => {
  const pace = new Pace(syncLimits, () => 0);
  expect(pace.admit('presence', 100)).toBe(0);
  for (let count = 0; count < syncLimits.messagesBurst; count++) pace.charge();
  expect(pace.admit('update', 34)).toBeGreaterThan(0);
});

test('[SYNC32] an allowance raises every rate and count, and no other limit', () => {
  const raised = syncLimitsTimes(20);
  expect(raised.messagesPerSecond).toBe(1_200);
  expect(raised.connectionsPerAddress).toBe(20_000);
  expect(raised.debtMsMax).toBe(syncLimits.debtMsMax);
  expect(syncLimits.messagesPerSecond).toBe(60);
});
