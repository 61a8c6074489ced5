import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { stateVectorRefusal, walkUpdate } from '../src/index.ts';
import { text, underKey, updateOf, varint } from './bytes.ts';
import { limits, roots } from './mapGuard.ts';

const budget = limits.live.walk;
const walk = (update: Uint8Array) => walkUpdate(update, { budget, roots });
const reasonOf = (update: Uint8Array): string => {
  const walked = walk(update);
  return walked.ok ? 'taken' : walked.reason;
};
/** One struct under a key of `cards`. */
const one = (ref: number, content: readonly number[], key = 'k'): Uint8Array =>
  updateOf(1, 0, [underKey('cards', key, ref, content)]);
const value = (...bytes: readonly number[]): Uint8Array => one(8, [1, ...bytes]);
const written = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
};
const cards = (count: number): Uint8Array =>
  written((doc) => {
    for (let index = 0; index < count; index++) doc.getMap('cards').set(`${index}`, index);
  });

test('[GUARD2] an update is read from first to last byte and reports whose clocks it brings and deletes', () => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const map = doc.getMap('cards');
  map.set('a', 'x'.repeat(300));
  map.set('b', new Y.Text('halo 🙂'));
  map.set('a', { columnId: 'stg_1', values: [1, -70_000, 1.5, null, true, undefined] });
  const walked = walk(Y.encodeStateAsUpdate(doc));
  if (!walked.ok) throw new Error(walked.reason);
  expect(walked.brought.map(({ client, firstClock, endClock }) => [client, firstClock, endClock])).toEqual([
    [7, 0, Y.getState(doc.store, 7)],
  ]);
  expect(walked.deleted).toEqual([{ client: 7, ranges: [0, 1], endClock: 1 }]);
});

test('[GUARD2] bytes cut off at any place, and bytes behind the end, are refused', () => {
  const doc = new Y.Doc();
  doc.getMap('cards').set('a', new Y.Text('halo'));
  doc.getMap('cards').set('b', { rank: 'a0', columnId: 'é' });
  doc.getMap('cards').delete('a');
  const good = Y.encodeStateAsUpdate(doc);
  expect(reasonOf(good)).toBe('taken');
  for (let end = 0; end < good.length; end++)
    expect([end, walk(good.subarray(0, end)).ok]).toEqual([end, false]);
  expect(reasonOf(Uint8Array.from([...good, 0]))).toBe('malformed');
});

test('[GUARD2] V2 bytes are refused, which Yjs would read as an empty V1 update', () => {
  const doc = new Y.Doc();
  doc.getMap('cards').set('a', 1);
  expect(reasonOf(Y.encodeStateAsUpdateV2(doc))).toBe('malformed');
  expect(reasonOf(Y.encodeStateAsUpdateV2(new Y.Doc()))).toBe('malformed');
});

test('[GUARD2] what Yjs never writes is refused: no structs, no length, a client twice, other numbers for yes and no', () => {
  expect(reasonOf(Uint8Array.from([1, 0, 1, 0, 0]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [[0, 0]]))).toBe('malformed');
  expect(reasonOf(one(1, [0]))).toBe('malformed');
  expect(reasonOf(one(4, [0]))).toBe('malformed');
  expect(reasonOf(one(8, [0]))).toBe('malformed');
  expect(reasonOf(Uint8Array.from([2, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [], [{ client: 2, ranges: [] }]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [], [{ client: 2, ranges: [[0, 0]] }]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [[0x28, 2, ...text('cards'), ...text('k'), 1, 120]]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [[0x80, 1, 0]]))).toBe('malformed');
  expect(reasonOf(one(4, [3, 0xed, 0xa0, 0x80]))).toBe('malformed');
  expect(reasonOf(Uint8Array.from([0x80, 0, 0]))).toBe('malformed');
  expect(reasonOf(Uint8Array.from([0, ...Array.from({ length: 20 }, () => 128), 0]))).toBe('malformed');
});

test('[GUARD3] claimed counts cost nothing', () => {
  for (const count of [33_500_000, 2 ** 33, 2 ** 50]) {
    expect(reasonOf(Uint8Array.from([1, ...varint(count), 1, 0]))).toBe('malformed');
    expect(reasonOf(Uint8Array.from([...varint(count), 1]))).toBe('malformed');
    expect(reasonOf(Uint8Array.from([0, ...varint(count)]))).toBe('malformed');
    expect(reasonOf(Uint8Array.from([0, 1, 1, ...varint(count)]))).toBe('malformed');
    expect(reasonOf(one(8, varint(count)))).toBe('malformed');
    expect(reasonOf(value(117, ...varint(count)))).toBe('malformed');
    expect(reasonOf(value(118, ...varint(count)))).toBe('malformed');
    expect(reasonOf(one(4, varint(count)))).toBe('malformed');
  }
});

test('[GUARD3] structs, list values, members, clients and delete ranges end at the budget', () => {
  expect(reasonOf(cards(1_000))).toBe('taken');
  expect(reasonOf(cards(1_001))).toBe('tooMany');
  const list = (count: number): Uint8Array =>
    one(8, [...varint(count), ...Array.from({ length: count }, () => 120)]);
  expect(reasonOf(list(1_000))).toBe('taken');
  expect(reasonOf(list(1_001))).toBe('tooMany');
  const members = (count: number): Uint8Array =>
    value(117, ...varint(count), ...Array.from({ length: count }, () => 120));
  expect(reasonOf(members(4_000))).toBe('taken');
  expect(reasonOf(members(4_001))).toBe('tooMany');
  const named = Object.fromEntries(Array.from({ length: 4_001 }, (_, n) => [`${n}`, n]));
  expect(reasonOf(written((doc) => doc.getMap('cards').set('k', named)))).toBe('tooMany');
  const clients = (count: number): Uint8Array =>
    Uint8Array.from([count, ...Array.from({ length: count }, (_, id) => [1, id, 0, 0, 1]).flat(), 0]);
  expect(reasonOf(clients(64))).toBe('taken');
  expect(reasonOf(clients(65))).toBe('tooMany');
  const deletes = (count: number): Uint8Array =>
    updateOf(
      1,
      0,
      [],
      [{ client: 2, ranges: Array.from({ length: count }, (_, n): [number, number] => [n * 2, 1]) }],
    );
  expect(reasonOf(deletes(1_000))).toBe('taken');
  expect(reasonOf(deletes(1_001))).toBe('tooMany');
});

test('[GUARD4] lists, XML, JSON, binary, embeds, formats, sub-documents, gaps and big numbers are refused', () => {
  const types = [
    () => new Y.Array(),
    () => new Y.XmlElement('p'),
    () => new Y.XmlFragment(),
    () => new Y.XmlText(),
    () => Uint8Array.from([1]),
    () => new Y.Doc(),
    () => ({ deep: [Uint8Array.from([1])] }),
  ];
  for (const make of types)
    expect(reasonOf(written((doc) => doc.getMap('cards').set('k', make())))).toBe('content');
  expect(reasonOf(one(2, [1, ...text('"x"')]))).toBe('content');
  const formatted = written((doc) => {
    const field = new Y.Text();
    doc.getMap('cards').set('k', field);
    field.insert(0, 'x', { bold: true });
  });
  expect(reasonOf(formatted)).toBe('content');
  const embedded = written((doc) => {
    const field = new Y.Text();
    doc.getMap('cards').set('k', field);
    field.insertEmbed(0, { image: 'x' });
  });
  expect(reasonOf(embedded)).toBe('content');
  expect(reasonOf(updateOf(1, 0, [[10, 5]]))).toBe('malformed');
  expect(reasonOf(updateOf(1, 0, [[0x8a, 1, 1, 5]]))).toBe('content');
  expect(reasonOf(value(122, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('content');
  expect(reasonOf(one(31, [1]))).toBe('malformed');
  expect(reasonOf(value(42))).toBe('malformed');
});

test('[GUARD5] roots have the names and the kind the documents have', () => {
  expect(reasonOf(written((doc) => doc.getMap('root').set('k', 1)))).toBe('root');
  expect(reasonOf(written((doc) => doc.getText('root').insert(0, 'x')))).toBe('root');
  expect(reasonOf(written((doc) => doc.getText('cards').insert(0, 'x')))).toBe('root');
  expect(reasonOf(written((doc) => doc.getArray('cards').insert(0, [1])))).toBe('root');
});

test('[GUARD6] keys are short and mean nothing to JavaScript, also inside values', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', 'x'.repeat(129)]) {
    expect(reasonOf(one(8, [1, 120], key))).toBe('key');
    expect(reasonOf(value(118, 1, ...text(key), 120))).toBe('key');
  }
  expect(reasonOf(one(8, [1, 120], 'x'.repeat(128)))).toBe('taken');
});

test('[GUARD7] strings and the depth of values are bounded', () => {
  const set = (given: unknown): Uint8Array => written((doc) => doc.getMap('cards').set('k', given));
  const nested = (depth: number): unknown => (depth === 1 ? 1 : [nested(depth - 1)]);
  expect(reasonOf(set('é'.repeat(20_000)))).toBe('taken');
  expect(reasonOf(set('é'.repeat(20_001)))).toBe('text');
  expect(reasonOf(set(new Y.Text('x'.repeat(20_000))))).toBe('taken');
  expect(reasonOf(set(new Y.Text('x'.repeat(20_001))))).toBe('text');
  expect(reasonOf(set(nested(16)))).toBe('taken');
  expect(reasonOf(set(nested(17)))).toBe('valueDepth');
  expect(reasonOf(value(...Array.from({ length: 5_000 }, () => [117, 1]).flat()))).toBe('valueDepth');
});

test('[GUARD7] a longer string is taken only where the update deletes all of it, as a text filled and emptied twice', () => {
  const long = underKey('cards', 'k', 4, text('x'.repeat(40_000)));
  const deleting = (ranges: readonly (readonly [number, number])[], client = 1): string =>
    reasonOf(updateOf(1, 0, [long], [{ client, ranges }]));
  expect(deleting([[0, 40_000]])).toBe('taken');
  expect(
    deleting([
      [0, 3],
      [0, 50_000],
    ]),
  ).toBe('taken');
  expect(deleting([[0, 39_999]])).toBe('text');
  expect(deleting([[1, 39_999]])).toBe('text');
  expect(
    deleting([
      [0, 20_000],
      [20_001, 20_000],
    ]),
  ).toBe('text');
  expect(deleting([[0, 40_000]], 2)).toBe('text');
  // What is only claimed costs nothing, and a value is never gone in part.
  expect(reasonOf(updateOf(1, 0, [[0x24, 1, ...text('cards'), ...text('k'), ...varint(2 ** 40)]]))).toBe(
    'malformed',
  );
  const inValue = updateOf(
    1,
    0,
    [underKey('cards', 'k', 8, [1, 119, ...text('x'.repeat(20_001))])],
    [{ client: 1, ranges: [[0, 1]] }],
  );
  expect(reasonOf(inValue)).toBe('text');
});

test('[GUARD8] client ids have 32 bits and clocks 31, sums too', () => {
  const gone = (client: number, clock: number, length: number): Uint8Array =>
    updateOf(client, clock, [[0, ...varint(length)]]);
  expect(reasonOf(gone(2 ** 32 - 1, 0, 1))).toBe('taken');
  expect(reasonOf(gone(2 ** 32, 0, 1))).toBe('number');
  expect(reasonOf(gone(1, 2 ** 31 - 2, 1))).toBe('taken');
  expect(reasonOf(gone(1, 2 ** 31 - 1, 1))).toBe('number');
  expect(reasonOf(gone(1, 0, 2 ** 53 - 1))).toBe('number');
  expect(reasonOf(updateOf(1, 0, [], [{ client: 2, ranges: [[2 ** 31 - 1, 1]] }]))).toBe('number');
  expect(reasonOf(updateOf(1, 0, [], [{ client: 2, ranges: [[1, 2 ** 53 - 1]] }]))).toBe('number');
});

test('[GUARD9] a state vector is read whole and names a bounded number of clients', () => {
  const vector = (count: number): Uint8Array =>
    Uint8Array.from([
      ...varint(count),
      ...Array.from({ length: count }, (_, id) => [...varint(id), 1]).flat(),
    ]);
  expect(stateVectorRefusal(Y.encodeStateVector(new Y.Doc()), 10)).toBeNull();
  expect(stateVectorRefusal(vector(10), 10)).toBeNull();
  expect(stateVectorRefusal(vector(11), 10)).toBe('tooMany');
  expect(stateVectorRefusal(Uint8Array.from(varint(2 ** 50)), 10)).toBe('tooMany');
  expect(stateVectorRefusal(Uint8Array.from([1, 1]), 10)).toBe('malformed');
  expect(stateVectorRefusal(Uint8Array.from([0, 0]), 10)).toBe('malformed');
  expect(stateVectorRefusal(Uint8Array.from([1, ...varint(2 ** 40), 0]), 10)).toBe('number');
});
