'use client';

import { useEffect } from 'react';
import { timeZoneCookie } from '../i18n/timeZone.ts';
import { keepChoice } from './keepChoice.ts';

/** Tells the server this browser's time zone, so that the next page is written in it. */
export function TimeZoneKeeper() {
  useEffect(() => keepChoice(timeZoneCookie, Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return null;
}
