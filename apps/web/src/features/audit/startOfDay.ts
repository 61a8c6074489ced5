import { TZDate } from '@date-fns/tz';

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The moment at which a day (`2026-11-30`) begins in a time zone; null for what is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  return beginning(day, 0, timeZone);
}

/** The last moment of a day in a time zone; null for what is no day. */
export function endOfDay(day: string, timeZone: string): Date | null {
  const next = beginning(day, 1, timeZone);
  return next === null ? null : new Date(next.getTime() - 1);
}

function beginning(day: string, daysLater: number, timeZone: string): Date | null {
  const asUtc = new Date(`${day}T00:00:00Z`);
  const parts = dayPattern.exec(day);
  // What does not come out as it went in is a day that no month has.
  if (parts === null || Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(day)) return null;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return new Date(new TZDate(year, month - 1, date + daysLater, timeZone).getTime());
}
