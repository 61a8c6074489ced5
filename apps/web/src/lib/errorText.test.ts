import { localFailure } from '@jejak/client';
import en from '@jejak/error-texts/en.json' with { type: 'json' };
import indonesian from '@jejak/error-texts/id.json' with { type: 'json' };
import { operationMessageKeys } from '@jejak/journey-model';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { routing } from '../i18n/routing.ts';
import { errorText } from './errorText.ts';

const languages = { en, id: indonesian } as const;

describe('the words for a failure', () => {
  for (const locale of routing.locales) {
    const errors = languages[locale];
    const t = createTranslator({ locale, messages: { errors }, namespace: 'errors' });

    it(`exist for every refusal of an operation (${locale})`, () => {
      const wordless = operationMessageKeys.filter(
        (key) => errorText(t, localFailure('INVALID', key)) === errors.internal,
      );
      expect(wordless).toEqual([]);
    });

    it(`are found below a group, and for failures of the future (${locale})`, () => {
      expect(errorText(t, localFailure('DEPTH_LIMIT', 'errors.graphql.depthLimit'))).toBe(
        errors.graphql.depthLimit,
      );
      for (const key of ['errors.ofTheFuture', '']) {
        expect(errorText(t, localFailure('NEWER', key))).toBe(errors.internal);
      }
    });
  }
});
