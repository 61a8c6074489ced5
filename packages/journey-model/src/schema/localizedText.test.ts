import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyTextDiff, textChange, wellFormed } from './localizedText.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🙂', '🙃', '👩‍⚕️'), maxLength: 12 });
const loneHalf = /\p{Surrogate}/u;

describe('texts', () => {
  it('[TEXT1] the change turns one text into the other and never cuts a character in half', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        if (change === null) {
          expect(before).toBe(after);
          return;
        }
        const { index, remove, insert } = change;
        expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
        for (const piece of [insert, before.slice(0, index), before.slice(index, index + remove)]) {
          expect(loneHalf.test(piece)).toBe(false);
        }
      }),
    );
  });

  it('[TEXT1] only what differs is written', () => {
    expect(textChange('Bayar di kasir', 'Bayar cepat di kasir')).toEqual({
      index: 6,
      remove: 0,
      insert: 'cepat ',
    });
    expect(textChange('🙂', '🙃')).toEqual({ index: 0, remove: 2, insert: '🙃' });
    expect(textChange('aa', 'aaa')).toEqual({ index: 2, remove: 0, insert: 'a' });
  });

  it('[TEXT2] half a surrogate pair is replaced, so that the writer sees what everybody sees', () => {
    const doc = new Y.Doc();
    const shared = doc.getText('t');
    applyTextDiff(shared, 'a\ud83d');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(shared.toString()).toBe('a\ufffd');
    expect(other.getText('t').toString()).toBe(shared.toString());
    expect(wellFormed('🙂')).toBe('🙂');
  });

  it('[TEXT3] what two people write into one text at once is all there', () => {
    const a = new Y.Doc();
    const shared = a.getText('t');
    applyTextDiff(shared, 'Cari obat');
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    applyTextDiff(shared, 'Cari obat murah');
    applyTextDiff(b.getText('t'), 'Sari: Cari obat');
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(shared.toString()).toBe('Sari: Cari obat murah');
    expect(b.getText('t').toString()).toBe(shared.toString());
  });
});
