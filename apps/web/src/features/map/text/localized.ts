import type { Locale, LocalizedText } from '@jejak/journey-model';

/** The other language of the product. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'id' : 'en';
}

/** A text as one person reads it. */
export interface ShownText {
  readonly text: string;
  readonly locale: Locale;
  /** It is not written in the language asked for (N11): show a mark. */
  readonly isFallback: boolean;
}

/** The text in `locale`, or in the other language when that is all there is. */
export function shownText(text: LocalizedText, locale: Locale): ShownText {
  const wanted = text[locale];
  const other = otherLocale(locale);
  if (wanted === '' && text[other] !== '') return { text: text[other], locale: other, isFallback: true };
  return { text: wanted, locale, isFallback: false };
}

/** Just the words of `shownText`. */
export function wordsOf(text: LocalizedText, locale: Locale): string {
  return text[locale] || text[otherLocale(locale)];
}
