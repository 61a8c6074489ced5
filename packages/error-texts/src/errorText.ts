import english from '../en.json' with { type: 'json' };
import indonesian from '../id.json' with { type: 'json' };

/** The languages that every failure has words in. */
export const errorLocales = ['en', 'id'] as const;

/** A language that every failure has words in. */
export type ErrorLocale = (typeof errorLocales)[number];

const texts: Readonly<Record<ErrorLocale, object>> = { en: english, id: indonesian };

/** The words for a key like `errors.operation.cardNotFound`; null where there are none, or a group has that key. */
export function errorText(messageKey: string, locale: ErrorLocale): string | null {
  const [root, ...path] = messageKey.split('.');
  if (root !== 'errors') return null;
  let found: unknown = texts[locale];
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return null;
    found = Reflect.get(found, part);
  }
  return typeof found === 'string' ? found : null;
}
