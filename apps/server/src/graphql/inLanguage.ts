import type { Locale } from '@jejak/journey-model';
import type { GraphQLFormattedError } from 'graphql';
import { failureText } from './failureText.ts';
import { requestErrors } from './requestErrors.ts';

function requestError(code: string) {
  return Object.entries(requestErrors).find(([known]) => known === code)?.[1];
}

/**
 * An entry of `errors` with its message in a language. Errors are made in English; what is more exact than the
 * sentence of its code, as what graphql-js says, follows in brackets as it is.
 */
export function inLanguage(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const { code, messageKey, scope } = error.extensions ?? {};
  if (locale === 'en' || typeof code !== 'string' || typeof messageKey !== 'string') return error;
  const known = requestError(code);
  if (known === undefined) {
    const words = { code, messageKey, scope: typeof scope === 'string' ? scope : null };
    return { ...error, message: failureText(words, locale) };
  }
  const isExact = error.message !== known.message.en;
  return {
    ...error,
    message: isExact ? `${known.message[locale]} (${error.message})` : known.message[locale],
  };
}
