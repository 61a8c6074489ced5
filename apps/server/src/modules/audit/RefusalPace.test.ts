import { expect, test } from 'vitest';
import { RefusalPace, refusalPace } from './RefusalPace.ts';

test('[AUDIT11] of a flood of refusals from one address the first hundred are written, the last says so', () => {
  let now = new Date('2026-01-01T00:00:00Z');
  const pace = new RefusalPace(() => now);
  const flood = (address: string) =>
    Array.from({ length: refusalPace.entriesMax * 3 }, () => pace.take(address));
  const first = flood('203.0.113.1');
  expect(first.filter((verdict) => verdict === 'write')).toHaveLength(refusalPace.entriesMax - 1);
  expect(first.indexOf('writeAsLast')).toBe(refusalPace.entriesMax - 1);
  expect(first.filter((verdict) => verdict === 'writeAsLast')).toHaveLength(1);
  expect(pace.take('203.0.113.2')).toBe('write');
  now = new Date(now.getTime() + refusalPace.windowMs);
  expect(flood('203.0.113.1').filter((verdict) => verdict !== 'passOver')).toHaveLength(
    refusalPace.entriesMax,
  );
});
