import type { Locale } from '../../generated/graphql.ts';

/** The language a form field names. */
export function parseContentLocale(value: string | undefined): Locale {
  return value === 'id' ? 'ID' : 'EN';
}
