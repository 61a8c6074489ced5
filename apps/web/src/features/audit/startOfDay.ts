const dayMs = 24 * 60 * 60_000;

/** The moment at which a day (`2026-11-30`) begins in a time zone; null for what is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== day) return null;
  // Clocks may be changed between the first guess and the moment itself.
  const guess = asUtc - aheadMs(asUtc, timeZone);
  return new Date(asUtc - aheadMs(guess, timeZone));
}

/** The last moment of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): Date | null {
  if (startOfDay(day, timeZone) === null) return null;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const begins = startOfDay(next, timeZone);
  return begins === null ? null : new Date(begins.getTime() - 1);
}

/** How far the clocks of a time zone are ahead of UTC at a moment. */
function aheadMs(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
