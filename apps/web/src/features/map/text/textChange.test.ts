import { wellFormed } from '@jejak/journey-model';
import { seededRandom } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import { shownText } from './localized.ts';
import { pastedCards } from './pastedCards.ts';
import { textChange } from './textChange.ts';

describe('textChange', () => {
  it('[FIELD2] the caret tells which of several equal letters was typed', () => {
    expect(textChange('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(textChange('aaa', 'aa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
    expect(textChange('same', 'same', 0)).toBe(null);
  });

  it('[FIELD2] never cuts a surrogate pair', () => {
    // Both faces share their first half.
    expect(textChange('a😀b', 'a😁b', 3)).toEqual({ index: 1, remove: 2, insert: '😁' });
    expect(textChange('😀', '😀😀', 2)).toEqual({ index: 0, remove: 0, insert: '😀' });
  });

  it('[FIELD2] applied to the text before, it gives the text after', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seededRandom(seed);
    const letters = ['a', 'b', '😀', '😁', '\n', 'é'];
    const some = (length: number) =>
      Array.from({ length }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');
    for (let round = 0; round < 2000; round++) {
      const before = some(Math.floor(random() * 8));
      const after = some(Math.floor(random() * 8));
      const change = textChange(before, after, Math.floor(random() * (after.length + 1)));
      const { index, remove, insert } = change ?? { index: 0, remove: 0, insert: '' };
      const result = before.slice(0, index) + insert + before.slice(index + remove);
      expect(result, `seed ${seed}, round ${round}`).toBe(after);
      for (const part of [before.slice(0, index), insert, before.slice(index, index + remove)]) {
        expect(wellFormed(part), `seed ${seed}, round ${round}`).toBe(part);
      }
    }
  });
});

describe('pastedCards', () => {
  it('[FIELD5] lines become cards without list marks and empty lines', () => {
    expect(pastedCards('- one\r\n\n* two\n 3. three\nfour - five\n')).toEqual([
      'one',
      'two',
      'three',
      'four - five',
    ]);
    expect(pastedCards(Array.from({ length: 150 }, (_, at) => `card ${at}`).join('\n'))).toHaveLength(100);
  });
});

describe('shownText', () => {
  it('[FIELD6] falls back to the other language and says so', () => {
    expect(shownText({ en: 'Pay', id: '' }, 'id')).toEqual({ text: 'Pay', locale: 'en', isFallback: true });
    expect(shownText({ en: 'Pay', id: 'Bayar' }, 'id')).toEqual({
      text: 'Bayar',
      locale: 'id',
      isFallback: false,
    });
    expect(shownText({ en: '', id: '' }, 'en')).toEqual({ text: '', locale: 'en', isFallback: false });
  });
});
