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
});
