import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FullState } from './FullState.ts';

const nothing = Uint8Array.of(0);

function edited(doc: Y.Doc, value: number): Y.Doc {
  doc.getMap('cards').set('a', value);
  return doc;
}

describe('FullState', () => {
  it('[ROOM22] encodes once what joiners with nothing, or with everything, lack', () => {
    const doc = edited(edited(new Y.Doc(), 1), 2);
    const known = new FullState();
    const whole = known.encode(doc, 1, nothing);
    const upToDate = known.encode(doc, 1, Y.encodeStateVector(doc));
    expect(known.encode(doc, 1, nothing)).toBe(whole);
    expect(known.encode(doc, 1, Y.encodeStateVector(doc))).toBe(upToDate);
    expect(whole).toEqual(Y.encodeStateAsUpdate(doc));
    expect(upToDate).toEqual(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
  });

  it('[ROOM22] encodes anew after a change, and for each copy that lacks something of its own', () => {
    const doc = edited(new Y.Doc(), 1);
    const known = new FullState();
    const before = Y.encodeStateVector(doc);
    known.encode(doc, 1, nothing);
    known.encode(doc, 1, before);
    edited(doc, 2);
    expect(known.encode(doc, 2, nothing)).toEqual(Y.encodeStateAsUpdate(doc));
    expect(known.encode(doc, 2, before)).toEqual(Y.encodeStateAsUpdate(doc, before));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, known.encode(doc, 2, before));
    Y.applyUpdate(copy, known.encode(doc, 2, nothing));
    expect(copy.getMap('cards').get('a')).toBe(2);
  });

  it('[ROOM22] tells everything from the whole state, without the document', () => {
    const doc = edited(edited(new Y.Doc(), 1), 2);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const behind = Y.encodeStateVector(copy);
    edited(doc, 3);
    const known = new FullState();
    known.begin(1, Y.encodeStateAsUpdate(doc));
    expect(known.stateVector(null, 1)).toEqual(Y.encodeStateVector(doc));
    expect(known.encode(null, 1, Y.encodeStateVector(doc))).toEqual(
      Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)),
    );
    Y.applyUpdate(copy, known.encode(null, 1, behind));
    expect(copy.getMap('cards').get('a')).toBe(3);
    expect(() => known.encode(null, 2, nothing)).toThrow();
  });

  it('[ROOM23] knows what an equal copy answers, and takes nothing else for it', () => {
    const doc = edited(edited(new Y.Doc(), 1), 2);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const known = new FullState();
    known.begin(1, Y.encodeStateAsUpdate(doc));
    const answer = Y.encodeStateAsUpdate(copy, known.stateVector(null, 1));
    expect(known.isNoNews(null, 1, Y.encodeStateAsUpdate(new Y.Doc(), known.stateVector(null, 1)))).toBe(
      true,
    );
    known.encode(null, 1, Y.encodeStateVector(copy));
    expect(known.isNoNews(null, 1, answer)).toBe(true);
    copy.getMap('cards').delete('a');
    expect(known.isNoNews(null, 1, Y.encodeStateAsUpdate(copy, known.stateVector(null, 1)))).toBe(false);
    expect(known.isNoNews(doc, 2, answer)).toBe(false);
  });
});
