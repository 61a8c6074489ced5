import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { seededRandom } from '../../journey-model/test/seededRandom.ts';
import { holdsAll, walkUpdate } from '../src/index.ts';
import { text, underKey, updateOf, varint } from './bytes.ts';
import { judge, limits, roots } from './mapGuard.ts';

const mine = 1;
const victim = 2;
const mayExtend = (client: number): boolean => client !== victim && client !== 3;

/** A document in which the victim has written one card with a text, and client 3, the server, the root maps. */
function board(): Y.Doc {
  const doc = new Y.Doc();
  const theirs = new Y.Doc();
  theirs.clientID = victim;
  const card = new Y.Map();
  theirs.getMap('cards').set('crd_1', card);
  card.set('text.en', new Y.Text('halo'));
  card.set('kind', 'NOTE');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  doc.getMap('cards');
  return doc;
}

const verdictOn = (update: Uint8Array, doc = board()): string => {
  const verdict = judge(doc, update, mayExtend);
  return verdict.ok ? 'taken' : verdict.reason;
};
const gone = (length: number): number[] => [0, ...varint(length)];
const copyOf = (doc: Y.Doc, client: number): Y.Doc => {
  const copy = new Y.Doc();
  copy.clientID = client;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const lacking = (copy: Y.Doc, doc: Y.Doc): Uint8Array =>
  Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));

test('[GUARD10] new clocks under an id that is not the sender’s are refused: the clock hijack', () => {
  const doc = board();
  const next = Y.getState(doc.store, victim);
  expect(verdictOn(updateOf(victim, next, [gone(100)]), doc)).toBe('foreignClient');
  expect(verdictOn(updateOf(victim, 0, [gone(next + 1)]), doc)).toBe('foreignClient');
  expect(verdictOn(updateOf(victim, 0, [gone(next)]), doc)).toBe('taken');
  expect(verdictOn(updateOf(3, 0, [gone(1)]), doc)).toBe('foreignClient');
  expect(judge(doc, updateOf(mine, 0, [gone(1)]), mayExtend)).toEqual({
    ok: true,
    newClients: [mine],
    structsNew: true,
  });
});

test('[GUARD20] the format of the map is not for peers to write, neither first nor in place of what stands there', () => {
  const doc = board();
  const write = (copy: Y.Doc): Uint8Array => {
    copy.getMap('meta').set('schemaVersion', 99);
    return lacking(copy, doc);
  };
  expect(verdictOn(write(copyOf(doc, mine)), doc)).toBe('serverKey');
  doc.getMap('meta').set('schemaVersion', 3);
  expect(verdictOn(write(copyOf(doc, mine)), doc)).toBe('serverKey');
  // Yjs would believe the neighbour on the right.
  const [key, other] = ['schemaVersion', 'language'].map((name) => {
    if (name === 'language') doc.getMap('meta').set(name, 'en');
    return doc.getMap('meta')._map.get(name)?.id ?? { client: 0, clock: 0 };
  });
  const between = [
    0xc8,
    ...[other, key].flatMap((id) => [...varint(id?.client ?? 0), ...varint(id?.clock ?? 0)]),
    1,
    125,
    9,
  ];
  expect(verdictOn(updateOf(mine, 0, [between]), doc)).toBe('serverKey');
  const copy = copyOf(doc, mine);
  copy.getMap('meta').set('language', 'id');
  expect(verdictOn(lacking(copy, doc), doc)).toBe('taken');
});

test('[GUARD11] deleting what is not written yet is refused', () => {
  const doc = board();
  const next = Y.getState(doc.store, victim);
  const deletes = (client: number, start: number, length: number): Uint8Array =>
    updateOf(1, 0, [], [{ client, ranges: [[start, length]] }]);
  expect(verdictOn(deletes(victim, 0, next), doc)).toBe('taken');
  expect(verdictOn(deletes(victim, 0, next + 1), doc)).toBe('foreignDelete');
  expect(verdictOn(deletes(victim, next, 100), doc)).toBe('foreignDelete');
  expect(verdictOn(deletes(99, 0, 5), doc)).toBe('gap');
  expect(verdictOn(updateOf(mine, 0, [gone(5)], [{ client: mine, ranges: [[0, 5]] }]), doc)).toBe('taken');
  expect(verdictOn(updateOf(mine, 0, [gone(5)], [{ client: mine, ranges: [[0, 6]] }]), doc)).toBe('gap');
});

test('[GUARD12] a gap before its own clocks, and a neighbour that is not there, leave an update without its ground', () => {
  expect(verdictOn(updateOf(mine, 5, [gone(1)]))).toBe('gap');
  const leaning = (client: number, clock: number): Uint8Array =>
    updateOf(mine, 0, [[0x84, ...varint(client), ...varint(clock), ...text('x')]]);
  expect(verdictOn(leaning(99, 0))).toBe('gap');
  expect(verdictOn(leaning(victim, 1_000))).toBe('foreignGround');
  expect(verdictOn(leaning(victim, 0))).toBe('taken');
  expect(verdictOn(leaning(mine, 5))).toBe('parent');
  // What is known is read as well, and would wait for neighbours that never come.
  const doc = board();
  Y.applyUpdate(doc, leaning(victim, 0));
  expect(verdictOn(leaning(99, 0), doc)).toBe('gap');
});

test('[GUARD13] neighbours within one update that lead in a circle are refused', () => {
  const [a, b] = [10, 11];
  const type = (left: number): number[] => [0x87, ...varint(left), 0, 1];
  const bytes = Uint8Array.from([2, 1, b, 0, ...type(a), 1, a, 0, ...type(b), 0]);
  expect(verdictOn(bytes)).toBe('parent');
});

test('[GUARD14] what stands in a struct stands in a map by key, in a text in a row, or in what is gone', () => {
  const doc = board();
  const card = doc.getMap('cards').get('crd_1');
  if (!(card instanceof Y.Map)) throw new Error('no card');
  const clockOf = (key: string): number => card._map.get(key)?.id.clock ?? -1;
  const inside = (clock: number, key: string | null): Uint8Array =>
    updateOf(mine, 0, [
      [key === null ? 4 : 0x24, 0, victim, clock, ...(key === null ? [] : text(key)), ...text('x')],
    ]);
  expect(verdictOn(inside(clockOf('text.en'), null), doc)).toBe('taken');
  expect(verdictOn(inside(clockOf('text.en'), 'k'), doc)).toBe('parent');
  expect(verdictOn(inside(0, 'k'), doc)).toBe('taken');
  expect(verdictOn(inside(0, null), doc)).toBe('parent');
  expect(verdictOn(inside(clockOf('kind'), null), doc)).toBe('parent');
  card.delete('text.en');
  expect(verdictOn(inside(clockOf('kind') - 1, null), doc)).toBe('taken');
});

test('[GUARD15] types lie at most eight deep, in one update and by many', () => {
  const nest = (copy: Y.Doc, depth: number): void => {
    let map = copy.getMap('cards');
    for (let level = 0; level < depth; level++) {
      const inner = map.get('in');
      const next = inner instanceof Y.Map ? inner : new Y.Map();
      if (next !== inner) map.set('in', next);
      map = next;
    }
  };
  const doc = board();
  const deep = copyOf(doc, mine);
  nest(deep, 9);
  expect(verdictOn(lacking(deep, doc), doc)).toBe('typeDepth');
  for (let depth = 1; depth <= 9; depth++) {
    const copy = copyOf(doc, mine + 10 * depth);
    nest(copy, depth);
    const update = lacking(copy, doc);
    expect([depth, verdictOn(update, doc)]).toEqual([depth, depth === 9 ? 'typeDepth' : 'taken']);
    if (depth < 9) Y.applyUpdate(doc, update);
  }
  // The value that replaces another stands where that one stood.
  const replacing = copyOf(doc, 500);
  let map = replacing.getMap('cards');
  for (let inner = map.get('in'); inner instanceof Y.Map; inner = map.get('in')) map = inner;
  map.set('leaf', 1);
  Y.applyUpdate(doc, lacking(replacing, doc));
  map.set('leaf', new Y.Map());
  expect(verdictOn(lacking(replacing, doc), doc)).toBe('typeDepth');
});

test('[GUARD16] an update that makes Yjs search the whole document for its places is refused', () => {
  const doc = board();
  for (let count = 0; count < 1_000; count++) doc.getMap('cards').set('busy', count);
  const other = new Y.Doc();
  for (let count = 0; count < 60; count++) {
    const copy = copyOf(doc, 1_000 + count);
    copy.getMap('cards').set('busy', -count);
    Y.applyUpdate(doc, lacking(copy, doc));
  }
  const first = updateOf(
    mine,
    0,
    Array.from({ length: 900 }, () => underKey('cards', 'busy', 8, [1, 120])),
  );
  expect(verdictOn(first, doc)).toBe('crowded');
  other.clientID = mine;
  other.getMap('cards').set('busy', 1);
  expect(verdictOn(Y.encodeStateAsUpdate(other), doc)).toBe('taken');
});

test('[GUARD19] structs between neighbours that were none are few, wherever these are', () => {
  const doc = new Y.Doc();
  doc.clientID = 3;
  const field = new Y.Text();
  doc.getMap('cards').set('k', field);
  field.insert(0, 'x'.repeat(20_000));
  const id = (client: number, clock: number): number[] => [...varint(client), ...varint(clock)];
  const own = [
    [0x27, 1, ...text('cards'), ...text('own'), 2],
    [4, 0, ...id(mine, 0), ...text('z'.repeat(20_000))],
  ];
  const far = (at: number): number => 19_990 - at * 3;
  const made: readonly ((at: number) => number[])[] = [
    (at) => [0xc4, ...id(3, 1), ...id(3, far(at)), ...text('y')],
    (at) => [0x44, ...id(3, far(at)), ...text('y')],
    (at) => [0xc4, ...id(3, 1 + at), ...id(3, far(at)), ...text('y')],
    (at) => [0xc4, ...id(mine, 1 + at), ...id(mine, far(at)), ...text('y')],
    () => underKey('cards', 'key', 8, [1, 120]),
  ];
  const { scattered } = limits.live;
  for (const [kind, struct] of made.entries()) {
    const many = (count: number): Uint8Array =>
      updateOf(mine, 0, [...own, ...Array.from({ length: count }, (_, at) => struct(at))]);
    expect([kind, verdictOn(many(scattered), doc)]).toEqual([kind, 'taken']);
    expect([kind, verdictOn(many(scattered + 2), doc)]).toEqual([kind, 'crowded']);
  }
});

test('[GUARD19] writing, deleting and coming back in one text for 1,000 acts is taken', () => {
  const doc = board();
  const away = copyOf(doc, mine);
  const card = away.getMap('cards').get('crd_1');
  const field = card instanceof Y.Map ? card.get('text.en') : null;
  if (!(field instanceof Y.Text)) throw new Error('no text');
  const random = seededRandom(19);
  for (let act = 0; act < 1_000; act++) {
    const at = Math.floor(random() * field.length);
    if (random() < 0.3) field.delete(at, Math.min(3, field.length - at));
    else field.insert(at, 'ab');
  }
  expect(judge(doc, lacking(away, doc), mayExtend, 'state')).toMatchObject({ ok: true });
});

test('[GUARD17] only so many ranges may delete anything; what is deleted already counts for nothing', () => {
  const doc = new Y.Doc();
  const field = new Y.Text();
  doc.getMap('cards').set('k', field);
  field.insert(0, 'x'.repeat(20_000));
  const client = doc.clientID;
  const ranges = (count: number): Uint8Array =>
    updateOf(
      1,
      0,
      [],
      [{ client, ranges: Array.from({ length: count }, (_, n): [number, number] => [1 + n * 2, 1]) }],
    );
  const verdict = (count: number): string => {
    const found = judge(doc, ranges(count), mayExtend, 'state');
    return found.ok ? 'taken' : found.reason;
  };
  expect(verdict(5_000)).toBe('taken');
  expect(verdict(5_001)).toBe('deletes');
  Y.applyUpdate(doc, ranges(4_000));
  expect(verdict(9_000)).toBe('taken');
});

test('[GUARD18] it is known whether an update holds anything new, deletes included', () => {
  const doc = board();
  const copy = copyOf(doc, mine);
  const holds = (update: Uint8Array): boolean => {
    const walked = walkUpdate(update, { budget: limits.state.walk, roots });
    return walked.ok && holdsAll(doc, walked);
  };
  expect(holds(Y.encodeStateAsUpdate(doc))).toBe(true);
  expect(holds(Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true);
  copy.getMap('cards').delete('crd_1');
  expect(holds(Y.encodeStateAsUpdate(copy))).toBe(false);
  const more = copyOf(doc, mine);
  more.getMap('cards').set('k', 1);
  expect(holds(lacking(more, doc))).toBe(false);
  expect(holds(updateOf(1, 0, [], [{ client: victim, ranges: [[0, 1_000]] }]))).toBe(false);
});

test('[GUARD21] news of a bounded number of clients; what is known already does not count', () => {
  const { clients } = limits.state;
  const of = (count: number): Uint8Array =>
    Uint8Array.from([
      ...varint(count),
      ...Array.from({ length: count }, (_, n) => [1, ...varint(100 + n), 0, 0, 1]).flat(),
      0,
    ]);
  const onState = (doc: Y.Doc, update: Uint8Array) => judge(doc, update, mayExtend, 'state');
  expect(onState(board(), of(clients))).toMatchObject({ ok: true });
  expect(onState(board(), of(clients + 1))).toEqual({ ok: false, reason: 'clients', mayBeBehind: true });
  const caughtUp = board();
  Y.applyUpdate(caughtUp, of(200));
  expect(onState(caughtUp, of(200 + clients))).toMatchObject({ ok: true });
  expect(onState(caughtUp, of(200 + clients + 1))).toMatchObject({ reason: 'clients' });
});

test('[GUARD22] it is known whether the document holds none of the structs of an update', () => {
  const doc = board();
  const copy = copyOf(doc, mine);
  const structsNew = (update: Uint8Array): boolean | string => {
    const verdict = judge(doc, update, mayExtend, 'state');
    return verdict.ok && 'structsNew' in verdict ? verdict.structsNew : 'refused';
  };
  copy.getMap('cards').set('crd_2', 1);
  expect(structsNew(lacking(copy, doc))).toBe(true);
  expect(structsNew(Y.encodeStateAsUpdate(copy))).toBe(false);
  Y.applyUpdate(doc, lacking(copy, doc));
  copy.getMap('cards').delete('crd_2');
  expect(structsNew(lacking(copy, doc))).toBe(true);
  const known = Y.getState(doc.store, mine);
  expect(structsNew(updateOf(mine, known, [gone(1)]))).toBe(true);
  expect(structsNew(updateOf(mine, known - 1, [gone(2)]))).toBe(false);
});
