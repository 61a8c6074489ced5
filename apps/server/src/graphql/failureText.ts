import { errorText } from '@jejak/error-texts';
import type { Locale } from '@jejak/journey-model';

/** What a failure's words are made of. */
export interface FailureWords {
  readonly code: string;
  readonly messageKey: string;
  /** The scope that the caller's token lacks. */
  readonly scope: string | null;
}

/** The words for an expected failure; a missing scope is named, as only its reader can do something about it. */
export function failureText({ code, messageKey, scope }: FailureWords, locale: Locale): string {
  // The model knows its own keys (`operation.cardNotFound`), not where their words are.
  const text = errorText(messageKey, locale) ?? errorText(`errors.${messageKey}`, locale) ?? code;
  return scope === null ? text : `${text} (${scope})`;
}
