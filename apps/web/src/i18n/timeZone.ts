/** Where a browser's time zone is kept for the server. */
export const timeZoneCookie = 'jejak-time-zone';

/** The zone a cookie names, or UTC where it names none. */
export function parseTimeZone(value: string | undefined): string {
  if (value === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
