import * as Y from 'yjs';
import { text, underKey, updateOf, varint } from '../../../../packages/update-guard/test/bytes.ts';

/** What an attacker knows of the map: ids and clocks of others. */
export interface Target {
  readonly victim: number;
  /** The first clock the victim has not written. */
  readonly next: number;
  /** An id that the server wrote under. */
  readonly server: number;
  /** A text of the victim. */
  readonly textClock: number;
  /** A value of the victim, in which nothing can stand. */
  readonly valueClock: number;
}

/** A hostile update in five sizes; none of them is taken. */
export interface HostileRow {
  readonly name: string;
  readonly make: (target: Target, size: number) => Uint8Array;
}

const mine = 0x7abc_0001;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const written = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = mine;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
};
const nestedValue = (depth: number): unknown => (depth === 0 ? 1 : [nestedValue(depth - 1)]);
const inCards = (key: string, ref: number, content: readonly number[]): Uint8Array =>
  updateOf(mine, 0, [underKey('cards', key, ref, content)]);
const deleting = (client: number, ranges: readonly (readonly [number, number])[]): Uint8Array =>
  updateOf(mine, 0, [], [{ client, ranges }]);
/** An item of a root list, each behind the one before. */
const listItem = (at: number): number[] =>
  at === 0 ? [8, 1, ...text('cards'), 1, 120] : [0x88, ...varint(mine), ...varint(at - 1), 1, 120];
const run = (length: number): number[] => [0, ...varint(length)];
const tenfold = (size: number): number => 10 ** size;

/** Every way in which a peer is known to have harmed a Yjs server or its documents, and some more. */
export const hostileRows: readonly HostileRow[] = [
  { name: 'claimed structs', make: (_, n) => Uint8Array.from([1, ...varint(33_500_000 * tenfold(n)), 1, 0]) },
  { name: 'claimed clients', make: (_, n) => Uint8Array.from([...varint(2 ** (30 + 4 * n)), 1]) },
  { name: 'claimed deletes', make: (_, n) => Uint8Array.from([0, 1, 1, ...varint(2 ** (30 + 4 * n))]) },
  { name: 'claimed values', make: (_, n) => inCards('k', 8, varint(2 ** (20 + 6 * n))) },
  { name: 'claimed string', make: (_, n) => inCards('k', 4, varint(2 ** (20 + 6 * n))) },
  { name: 'over-long number', make: (_, n) => Uint8Array.from([...times(tenfold(n), () => 0x80), 0, 0]) },
  { name: 'broken UTF-8', make: (_, n) => inCards('k', 4, [n + 1, ...times(n + 1, () => 0xff)]) },
  { name: 'unknown content', make: (_, n) => inCards('k', 11 + n * 5, [1]) },
  { name: 'unknown value', make: (_, n) => inCards('k', 8, [1, n * 20]) },
  { name: 'unknown type', make: (_, n) => inCards('k', 7, [7 + n]) },
  { name: 'endless run', make: (_, n) => updateOf(mine, 0, [run(2 ** (31 + 5 * n))]) },
  { name: 'endless deleted run', make: (_, n) => inCards('k', 1, varint(2 ** (31 + 5 * n))) },
  {
    name: 'runs beyond what is counted',
    make: (_, n) =>
      updateOf(
        mine,
        2 ** 30,
        times(n + 3, () => run(2 ** 30)),
      ),
  },
  { name: 'clock hijack', make: ({ victim, next }, n) => updateOf(victim, next, [run(tenfold(n))]) },
  { name: 'clock hijack of the server', make: ({ server }, n) => updateOf(server, 0, [run(1_000_000 + n)]) },
  {
    name: 'hijack behind one’s own',
    make: ({ victim, next }, n) => updateOf(victim, 0, [run(next + n + 1)]),
  },
  { name: 'pre-emptive delete', make: ({ victim, next }, n) => deleting(victim, [[next, tenfold(n)]]) },
  { name: 'delete into the future', make: ({ victim, next }, n) => deleting(victim, [[0, next + n + 1]]) },
  {
    name: 'delete the server’s future',
    make: ({ server }, n) => deleting(server, [[1_000_000, tenfold(n)]]),
  },
  { name: 'clock gap', make: (_, n) => updateOf(mine, tenfold(n), [run(1)]) },
  {
    name: 'deletes of nobody',
    make: (_, n) =>
      deleting(
        99,
        times(tenfold(n) / 10 + 1, (at) => [at * 2, 1]),
      ),
  },
  { name: 'missing neighbour', make: (_, n) => updateOf(mine, 0, [[0x84, 98, n, ...text('x')]]) },
  {
    name: 'neighbour to come',
    make: ({ victim, next }, n) =>
      updateOf(mine, 0, [[0x84, ...varint(victim), ...varint(next + n), ...text('x')]]),
  },
  {
    name: 'neighbour after itself',
    make: (_, n) => updateOf(mine, 0, [[0x84, ...varint(mine), n, ...text('x')]]),
  },
  {
    name: 'one-value list items',
    make: (_, n) => updateOf(mine, 0, times(5 * tenfold(n), listItem)),
  },
  {
    name: 'list in a record',
    make: (_, n) => written((doc) => doc.getMap('cards').set('k', Y.Array.from(times(n + 1, String)))),
  },
  {
    name: 'root bomb',
    make: (_, n) =>
      written((doc) => {
        for (let at = 0; at < tenfold(n) / 2 + 1; at++) doc.getMap(`root${at}`).set('k', 1);
      }),
  },
  {
    name: 'known root of another kind',
    make: (_, n) => written((doc) => doc.getText('cards').insert(0, 'x'.repeat(n + 1))),
  },
  {
    name: 'sub-documents',
    make: (_, n) =>
      written((doc) => {
        for (let at = 0; at < tenfold(n) / 5 + 1; at++) doc.getMap('cards').set(`k${at}`, new Y.Doc());
      }),
  },
  {
    name: 'nested maps',
    make: (_, n) =>
      written((doc) => {
        let map = doc.getMap<unknown>('cards');
        for (let at = 0; at < 9 + tenfold(n) / 10; at++) {
          const inner = new Y.Map<unknown>();
          map.set('in', inner);
          map = inner;
        }
      }),
  },
  {
    name: 'nested values',
    make: (_, n) => written((doc) => doc.getMap('cards').set('k', nestedValue(16 * (n + 1)))),
  },
  {
    name: '__proto__ as key',
    make: (_, n) =>
      inCards(
        ['__proto__', 'constructor', 'prototype', 'x'.repeat(129), 'y'.repeat(10_000)][n] ?? '__proto__',
        8,
        [1, 120],
      ),
  },
  {
    name: '__proto__ in a value',
    make: (_, n) =>
      inCards('k', 8, [
        1,
        ...times(n, () => [118, 1, ...text('a')]).flat(),
        118,
        1,
        ...text('__proto__'),
        118,
        1,
        ...text('polluted'),
        120,
      ]),
  },
  {
    name: 'V2 bytes',
    make: (_, n) => {
      const doc = new Y.Doc();
      for (let at = 0; at < n; at++) doc.getMap('cards').set(`${at}`, at);
      return Y.encodeStateAsUpdateV2(doc);
    },
  },
  {
    name: 'half-valid',
    make: (_, n) => {
      const whole = written((doc) => {
        doc.getMap('cards').set('half', 1);
        doc.getMap('cards').delete('half');
      });
      return whole.subarray(0, whole.length - 1 - (n % 4));
    },
  },
  {
    name: 'bytes behind the end',
    make: (_, n) =>
      Uint8Array.from([...written((doc) => doc.getMap('cards').set('k', 1)), ...times(n + 1, () => n)]),
  },
  {
    name: 'binary, embeds, formats, JSON, gaps',
    make: (_, n) =>
      [
        inCards('k', 3, [1, 1]),
        inCards('k', 5, text('{}')),
        inCards('k', 6, [...text('b'), ...text('1')]),
        inCards('k', 2, [1, ...text('1')]),
        updateOf(mine, 0, [[0x8a, 1, 0, 5]]),
      ][n] ?? new Uint8Array(),
  },
  {
    name: 'a client twice',
    make: (_, n) => Uint8Array.from([2, ...times(2, (at) => [1, ...varint(mine), at, 0, n + 1]).flat(), 0]),
  },
  {
    name: 'text without end',
    make: (_, n) =>
      written((doc) => doc.getMap('cards').set('k', new Y.Text('x'.repeat(20_001 + 40_000 * n)))),
  },
  {
    name: 'inside a value',
    make: ({ victim, valueClock }, n) =>
      updateOf(mine, 0, [[4, 0, ...varint(victim), ...varint(valueClock), ...text('x'.repeat(n + 1))]]),
  },
  {
    name: 'keys in a text',
    make: ({ victim, textClock }, n) =>
      updateOf(mine, 0, [[0x28, 0, ...varint(victim), ...varint(textClock), ...text(`k${n}`), 1, 120]]),
  },
];
