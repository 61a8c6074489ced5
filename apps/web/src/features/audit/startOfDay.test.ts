import { expect, test } from 'vitest';
import { endOfDay, startOfDay } from './startOfDay.ts';

test('[ACTIVITY2] a day begins and ends by the clocks of whoever looks, also where they are changed', () => {
  const begins = (day: string, zone: string) => startOfDay(day, zone)?.toISOString();
  const ends = (day: string, zone: string) => endOfDay(day, zone)?.toISOString();
  expect(begins('2026-11-30', 'UTC')).toBe('2026-11-30T00:00:00.000Z');
  expect(begins('2026-11-30', 'Asia/Jakarta')).toBe('2026-11-29T17:00:00.000Z');
  expect(ends('2026-11-30', 'Asia/Jakarta')).toBe('2026-11-30T16:59:59.999Z');
  expect(begins('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(ends('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
  expect(begins('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  expect(ends('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
  expect(begins('2026-11-01', 'America/St_Johns')).toBe('2026-11-01T02:30:00.000Z');
  expect(ends('2026-12-31', 'Pacific/Auckland')).toBe('2026-12-31T10:59:59.999Z');
  for (const none of ['', '2026-02-30', '30.11.2026', '2026-11-30T00:00', 'x'])
    expect([startOfDay(none, 'UTC'), endOfDay(none, 'UTC')]).toEqual([null, null]);
});
