import type { Locale } from '@jejak/journey-model';

/** Keeps what a person settles for themselves. */
export interface AccountRepository {
  setLocale(userId: string, locale: Locale): Promise<boolean>;
}
