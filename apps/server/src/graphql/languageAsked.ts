import { type Locale, locales } from '@jejak/journey-model';

/** Longer ones are nobody's list of languages. */
const lengthMax = 500;

/** The language of ours that an `Accept-Language` header likes best; null when it names none of them. */
export function languageAsked(header: string | null | undefined): Locale | null {
  if (!header || header.length > lengthMax) return null;
  let best: { readonly locale: Locale; readonly weight: number } | null = null;
  for (const entry of header.split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const locale = locales.find((known) => known === tag.split('-')[0]);
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    const weight = /^(0(\.\d{1,3})?|1(\.0{1,3})?)$/.test(quality) ? Number(quality) : 0;
    if (locale !== undefined && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? null;
}
