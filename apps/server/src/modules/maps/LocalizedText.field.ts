import type { Locale, LocalizedText } from '@jejak/journey-model';
import { builder } from '../../graphql/builder.ts';
import { ofVersion } from '../../graphql/engine/restsOnVersion.ts';
import { localeEnum } from '../vocabulary/enums.ts';

const other = { en: 'id', id: 'en' } as const satisfies Record<Locale, Locale>;

function isFallback(text: LocalizedText, locale: Locale): boolean {
  return text[locale].trim() === '' && text[other[locale]].trim() !== '';
}

/** A text in both languages. */
export const localizedTextRef = builder.objectRef<LocalizedText>('LocalizedText').implement({
  description: 'A text that people write in English and in Indonesian. An empty text is not written yet.',
  fields: (t) => ({
    en: t.exposeString('en', { description: 'The English text.' }),
    id: t.exposeString('id', { description: 'The Indonesian text.' }),
    text: t.string({
      description: 'The text in a language, or in the other one where it is missing.',
      extensions: ofVersion,
      args: { locale: t.arg({ type: localeEnum, required: true, description: 'The wanted language.' }) },
      resolve: (text, { locale }) => (isFallback(text, locale) ? text[other[locale]] : text[locale]),
    }),
    isFallback: t.boolean({
      description: 'Whether `text` in this language answers with the other one.',
      extensions: ofVersion,
      args: { locale: t.arg({ type: localeEnum, required: true, description: 'The wanted language.' }) },
      resolve: (text, { locale }) => isFallback(text, locale),
    }),
  }),
});

/** A text as programs hand it in: a language that is absent stays empty. */
export const localizedTextInput = builder.inputType('LocalizedTextInput', {
  description: 'A text in the languages it is written in.',
  fields: (t) => ({
    en: t.string({ required: false, description: 'The English text.' }),
    id: t.string({ required: false, description: 'The Indonesian text.' }),
  }),
});
