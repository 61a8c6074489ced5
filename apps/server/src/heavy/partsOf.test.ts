import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { partsOf } from './partsOf.ts';

/** A small seeded generator of numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const contents = (doc: Y.Doc): unknown => doc.getMap('cards').toJSON();

/** Three windows that write, delete and read one another for a while, away from a document they began with. */
function awayFrom(base: Y.Doc, random: () => number, steps: number): Uint8Array {
  const windows = [0, 1, 2].map(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
    return doc;
  });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let step = 0; step < steps; step++) {
    const doc = pick(windows);
    const cards = doc.getMap<unknown>('cards');
    const card = cards.get(`crd_${Math.floor(random() * 20)}`);
    const luck = random();
    if (luck < 0.1) Y.applyUpdate(doc, Y.encodeStateAsUpdate(pick(windows), Y.encodeStateVector(doc)));
    else if (!(card instanceof Y.Map) || luck < 0.2)
      cards.set(`crd_${Math.floor(random() * 20)}`, new Y.Map<unknown>([['text.en', new Y.Text('a')]]));
    else {
      const text = card.get('text.en');
      if (text instanceof Y.Text && luck < 0.7) text.insert(Math.floor(random() * (text.length + 1)), 'xyz');
      else if (text instanceof Y.Text && luck < 0.85 && text.length > 2) text.delete(1, 2);
      else card.set('kind', Math.floor(random() * 5));
    }
  }
  return Y.mergeUpdates(windows.map((doc) => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))));
}

test.each([1, 2, 3, 4, 5, 6])(
  '[WORKUP11] each part stands on those before it, and all come to the same (seed %i)',
  (seed) => {
    const random = seeded(seed);
    const base = new Y.Doc();
    Y.applyUpdate(base, awayFrom(new Y.Doc(), random, 100));
    const [whole, inParts] = [0, 1].map(() => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
      return doc;
    }) as [Y.Doc, Y.Doc];
    let told = new Uint8Array();
    whole.on('update', (update: Uint8Array) => {
      told = Uint8Array.from(update);
    });
    Y.applyUpdate(whole, awayFrom(base, random, 400));
    const parts = partsOf(told, 20);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const { structs, ds } = Y.decodeUpdate(part);
      expect(structs.length).toBeLessThanOrEqual(20);
      expect([...ds.clients.values()].flat().length).toBeLessThanOrEqual(20);
      Y.applyUpdate(inParts, part);
      expect([inParts.store.pendingStructs, inParts.store.pendingDs]).toEqual([null, null]);
    }
    expect(contents(inParts)).toEqual(contents(whole));
    expect(Y.encodeStateVector(inParts)).toEqual(Y.encodeStateVector(whole));
    expect(Y.equalSnapshots(Y.snapshot(inParts), Y.snapshot(whole))).toBe(true);
  },
);

test('[WORKUP11] what is small enough stays as it is', () => {
  const doc = new Y.Doc();
  doc.getMap('cards').set('a', 1);
  const update = Y.encodeStateAsUpdate(doc);
  expect(partsOf(update, 1)).toEqual([update]);
});
