import { contentRoots, readMap, structureRoots } from '@jejak/journey-model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  apply,
  buildMap,
  emptyDocs,
  runOperation,
  seededContext,
} from '../../journey-model/test/buildMap.ts';
import { copyOf } from '../../journey-model/test/exchange.ts';
import { randomOperation } from '../../journey-model/test/randomOperation.ts';
import { seededRandom } from '../../journey-model/test/seededRandom.ts';
import { snapshotHash } from '../../journey-model/test/snapshotHash.ts';
import { beginAnew, carryInto, changesOf, isCarried, type Roots } from '../src/index.ts';

type Docs = ReturnType<typeof buildMap>;
const parts = ['structure', 'content'] as const;
const maps = (names: readonly string[]): Roots => new Map(names.map((name) => [name, 'map'] as const));
const roots = { structure: maps(structureRoots), content: maps(contentRoots) } as const;
const cards = maps(['cards']);
const carryId = 77;

/** Both documents with the same content and no past. */
function anew(docs: Docs, epoch: number): Docs {
  const fresh = emptyDocs();
  for (const part of parts)
    Y.applyUpdate(fresh[part], beginAnew(Y.encodeStateAsUpdate(docs[part]), epoch, roots[part]));
  return fresh;
}

/** Does what people do, so many times. */
function work(docs: Docs, seed: number, times: number): void {
  const random = seededRandom(seed);
  const context = seededContext(seed);
  for (let count = 0; count < times; count++) {
    const chosen = randomOperation(readMap(docs), random);
    if (chosen !== null) runOperation(docs, chosen.name, chosen.input, context);
  }
}

/** Carries what a copy of the former life holds beyond its end into the present one. */
function carry(end: Docs, copy: Docs, present: Docs): void {
  for (const part of parts) {
    const update = Y.encodeStateAsUpdate(copy[part], Y.encodeStateVector(end[part]));
    const changes = changesOf(Y.encodeStateAsUpdate(end[part]), [update], roots[part]);
    carryInto(present[part], carryId, changes, roots[part], 'test');
  }
}

describe('beginning anew', () => {
  test.each([1, 2, 3, 4, 5])('[LIFE1] the content is the same and the past is gone (seed %i)', (seed) => {
    const docs = buildMap();
    for (let person = 0; person < 5; person++) {
      const copy = copyOf(docs);
      work(copy, seed * 10 + person, 60);
      for (const part of parts) Y.applyUpdate(docs[part], Y.encodeStateAsUpdate(copy[part]));
    }
    const fresh = anew(docs, 4_711);
    expect(snapshotHash(fresh)).toBe(snapshotHash(docs));
    for (const part of parts) {
      expect([...fresh[part].store.clients.keys()]).toEqual([4_711]);
      const { clients } = Y.createDeleteSetFromStructStore(fresh[part].store);
      expect([...clients.values()].flat().length).toBeLessThanOrEqual(1);
      expect(fresh[part].toJSON()).toEqual(docs[part].toJSON());
    }
  });

  test('[LIFE1] an empty document has a founder', () => {
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, beginAnew(Y.encodeStateAsUpdate(new Y.Doc()), 9, cards));
    expect([...Y.decodeStateVector(Y.encodeStateVector(fresh)).keys()]).toEqual([9]);
    expect(fresh.getMap('cards').size).toBe(0);
  });
});

describe('carrying', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('[LIFE2] alone it gives what would have been (seed %i)', (seed) => {
    const end = buildMap();
    work(end, seed, 60);
    const copy = copyOf(end);
    const present = anew(end, 5);
    work(copy, seed + 100, 120);
    carry(end, copy, present);
    expect(snapshotHash(present)).toBe(snapshotHash(copy));
    for (const part of parts) expect(present[part].toJSON()).toEqual(copy[part].toJSON());
  });

  test('[LIFE2] also what was taken back', () => {
    const end = buildMap();
    const copy = copyOf(end);
    const present = anew(end, 5);
    work(copy, 3, 40);
    const undo = new Y.UndoManager(contentRoots.map((root) => copy.content.getMap(root)));
    work(copy, 4, 20);
    undo.undo();
    carry(end, copy, present);
    expect(snapshotHash(present)).toBe(snapshotHash(copy));
  });

  test('[LIFE3] records and fields of both are there, of one value the carried one', () => {
    const context = seededContext(9);
    const end = buildMap();
    const { lanes, stages } = readMap(end);
    const [laneId, columnId] = [lanes[0]?.id ?? '', stages[0]?.id ?? ''];
    const card = apply(end, 'addCard', { laneId, columnId, text: { en: 'queue' } }, context);
    const copy = copyOf(end);
    const present = anew(end, 5);
    apply(copy, 'addCard', { laneId, columnId, text: { en: 'mine' } }, context);
    apply(copy, 'setCardText', { cardId: card, locale: 'id', text: 'antre' }, context);
    apply(copy, 'setMapTitle', { locale: 'en', text: 'Carried' }, context);
    apply(present, 'addCard', { laneId, columnId, text: { en: 'theirs' } }, seededContext(10));
    apply(present, 'tagCard', { cardId: card, add: ['STRESS'] }, context);
    carry(end, copy, present);
    const map = readMap(present);
    expect(map.cards.map(({ text }) => text.en).sort()).toEqual(['mine', 'queue', 'theirs']);
    const found = map.cards.find(({ id }) => id === card);
    expect(found).toMatchObject({ text: { en: 'queue', id: 'antre' }, tags: ['STRESS'] });
    expect(map.title.en).toBe('Carried');
  });

  test.each([...Array(40).keys()])('[LIFE3] of a text no letter is lost (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const docs = [new Y.Doc(), new Y.Doc()] as const;
    const [end, present] = docs;
    const before = '👩‍⚕️ antre lama 🙂';
    end.getMap('cards').set('a', new Y.Text(before));
    Y.applyUpdate(present, beginAnew(Y.encodeStateAsUpdate(end), 5, cards));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(end));
    const text = (doc: Y.Doc): Y.Text => {
      const found = doc.getMap('cards').get('a');
      if (!(found instanceof Y.Text)) throw new Error('no text');
      return found;
    };
    const write = (doc: Y.Doc, letters: string): void => {
      for (const letter of letters) {
        // Whole characters only, as an editor does.
        const places = [...text(doc).toString()];
        const at = places.slice(0, Math.floor(random() * (places.length + 1))).join('').length;
        text(doc).insert(at, letter);
      }
    };
    write(copy, 'ABCDE');
    write(present, 'vwxyz');
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(end));
    carryInto(present, carryId, changesOf(Y.encodeStateAsUpdate(end), [update], cards), cards, null);
    const letters = [...text(present).toString()];
    for (const letter of [...before, ...'ABCDE', ...'vwxyz']) expect(letters).toContain(letter);
    expect(text(present).toString()).not.toContain('\ufffd');
    expect(letters.length).toBe([...before].length + 10);
  });

  test('[LIFE3] a text that both began is both texts, and once if they are the same', () => {
    const begun = (mine: string, theirs: string): string => {
      const [end, present, copy] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      copy.getMap('cards').set('a', new Y.Text(mine));
      present.getMap('cards').set('a', new Y.Text(theirs));
      const update = Y.encodeStateAsUpdate(copy);
      carryInto(present, carryId, changesOf(Y.encodeStateAsUpdate(end), [update], cards), cards, null);
      return String(present.getMap('cards').get('a'));
    };
    expect([...begun('abc', 'xyz')].sort().join('')).toBe('abcxyz');
    expect(begun('same', 'same')).toBe('same');
  });

  test('[LIFE3] a text may be a root', () => {
    const text: Roots = new Map([...cards, ['t', 'text']]);
    const [end, present, copy] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    end.getText('t').insert(0, 'halo');
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(end));
    Y.applyUpdate(present, beginAnew(Y.encodeStateAsUpdate(end), 5, text));
    copy.getText('t').insert(4, ' semua');
    present.getText('t').insert(0, 'Ani: ');
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(end));
    carryInto(present, carryId, changesOf(Y.encodeStateAsUpdate(end), [update], text), text, null);
    expect(present.getText('t').toString()).toBe('Ani: halo semua');
  });

  test('[LIFE4] deletions alone are seen to be carried, and the own id stays', () => {
    const end = buildMap();
    const copy = copyOf(end);
    const present = anew(end, 5);
    copy.structure.getMap('meta').delete('title');
    const own = present.structure.clientID;
    expect(isCarried(present.structure, carryId)).toBe(false);
    carry(end, copy, present);
    expect(isCarried(present.structure, carryId)).toBe(true);
    expect(present.structure.clientID).toBe(own);
    expect(present.structure.toJSON()).toEqual(copy.structure.toJSON());
  });

  test('[LIFE5] what happened inside something that is gone changes nothing', () => {
    const [end, present, copy] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    end.getMap('cards').set('a', new Y.Map([['text', new Y.Text('x')]]));
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(end));
    Y.applyUpdate(present, beginAnew(Y.encodeStateAsUpdate(end), 5, cards));
    const record = copy.getMap('cards').get('a');
    if (!(record instanceof Y.Map)) throw new Error('no record');
    record.set('kind', 'PAIN_POINT');
    record.get('text').insert(0, 'y');
    present.getMap('cards').delete('a');
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(end));
    carryInto(present, carryId, changesOf(Y.encodeStateAsUpdate(end), [update], cards), cards, null);
    expect(present.getMap('cards').toJSON()).toEqual({});
  });
});
