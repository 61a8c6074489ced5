import { defineRouting } from 'next-intl/routing';

/** The languages of the interface; each page lives under its prefix. */
export const routing = defineRouting({
  locales: ['en', 'id'],
  defaultLocale: 'en',
  localePrefix: 'always',
  // Remembered for a year, so that `/` leads to the language chosen last.
  localeCookie: { name: 'jejak-locale', maxAge: 31_536_000, sameSite: 'lax' },
  alternateLinks: false,
});

/** A language of the interface. */
export type AppLocale = (typeof routing.locales)[number];
