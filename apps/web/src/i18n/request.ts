import { cookies } from 'next/headers';
import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { loadMessages } from './messages.ts';
import { routing } from './routing.ts';
import { parseTimeZone, timeZoneCookie } from './timeZone.ts';

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const timeZone = parseTimeZone((await cookies()).get(timeZoneCookie)?.value);
  // One moment and one zone for the server and the browser, so that both write the same words.
  return { locale, timeZone, now: new Date(), messages: await loadMessages(locale) };
});
