import { describe, expect, it } from 'vitest';
import { errorLocales, errorText } from './errorText.ts';

describe('errorText', () => {
  it('[TOLD1] finds the words for a key in each language, also within a group', () => {
    for (const key of ['errors.notFound', 'errors.operation.cardNotFound', 'errors.graphql.costLimit']) {
      const [english, indonesian] = errorLocales.map((locale) => errorText(key, locale));
      expect(english).toMatch(/^[A-Z].*\.$/);
      expect(indonesian).toMatch(/^[A-Z].*\.$/);
      expect(indonesian).not.toBe(english);
    }
  });

  it('[TOLD1] has no words for a group, an unknown key, another root, and what every object has', () => {
    for (const key of [
      'errors',
      'errors.operation',
      'errors.absent',
      'notFound',
      '',
      'errors.toString',
      'errors.constructor.name',
    ]) {
      expect(errorText(key, 'id'), key).toBe(null);
    }
  });
});
