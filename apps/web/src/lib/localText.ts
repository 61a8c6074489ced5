/** A text as people write it in this product: one per language, each possibly empty. */
export interface BothLanguages {
  readonly en: string;
  readonly id: string;
}

/** The text in a language, or in the other one where it is not written yet; `lang` says which it is. */
export function localText(
  text: BothLanguages,
  locale: 'en' | 'id',
): { readonly text: string; readonly lang: 'en' | 'id' } {
  const other = locale === 'en' ? 'id' : 'en';
  return text[locale].trim() === '' && text[other].trim() !== ''
    ? { text: text[other], lang: other }
    : { text: text[locale], lang: locale };
}
