import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { text, underKey, updateOf, varint } from './bytes.ts';
import { judge, limits } from './mapGuard.ts';

const mine = 1;
const theirs = 3;
const id = (client: number, clock: number): number[] => [...varint(client), ...varint(clock)];
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A document with one text, written by somebody else in one go, or letter by letter from behind. */
function withText(letters: number, oneByOne = false): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = theirs;
  const field = new Y.Text();
  doc.getMap('cards').set('k', field);
  if (!oneByOne) field.insert(0, 'x'.repeat(letters));
  else for (let count = 0; count < letters; count++) field.insert(0, 'x');
  return doc;
}

describe.each(['live', 'state', 'work'] as const)('the limits of %s are reached and not passed', (size) => {
  const limit = limits[size];
  const outcome = (doc: Y.Doc, update: Uint8Array): string => {
    const verdict = judge(doc, update, (client) => client !== theirs, size);
    return verdict.ok ? 'taken' : verdict.reason;
  };

  test('[GUARD3] ranges of deletions and clients', () => {
    const again = withText(2 * limit.walk.deleteRanges + 10);
    again.getMap('cards').delete('k');
    const ranges = (count: number): Uint8Array =>
      updateOf(
        mine,
        0,
        [],
        [{ client: theirs, ranges: times(count, (n): [number, number] => [1 + n * 2, 1]) }],
      );
    expect(outcome(again, ranges(limit.walk.deleteRanges))).toBe('taken');
    expect(outcome(again, ranges(limit.walk.deleteRanges + 1))).toBe('tooMany');
    const clients = (count: number): Uint8Array =>
      Uint8Array.from([...varint(count), ...times(count, (n) => [1, ...varint(10 + n), 0, 0, 1]).flat(), 0]);
    const known = new Y.Doc();
    Y.applyUpdate(known, clients(limit.walk.clients));
    expect(outcome(known, clients(limit.walk.clients))).toBe('taken');
    expect(outcome(known, clients(limit.walk.clients + 1))).toBe('tooMany');
  });

  test('[GUARD21] clients it brings news of', () => {
    const clients = (count: number): Uint8Array =>
      Uint8Array.from([...varint(count), ...times(count, (n) => [1, ...varint(10 + n), 0, 0, 1]).flat(), 0]);
    expect(outcome(new Y.Doc(), clients(limit.clients))).toBe('taken');
    // Live no more can be named at all.
    const beyond = limit.clients === limit.walk.clients ? 'tooMany' : 'clients';
    expect(outcome(new Y.Doc(), clients(limit.clients + 1))).toBe(beyond);
  });

  test('[GUARD17] new deletions', () => {
    const doc = withText(2 * limit.newDeletes + 10);
    const ranges = (count: number): Uint8Array =>
      updateOf(
        mine,
        0,
        [],
        [{ client: theirs, ranges: times(count, (n): [number, number] => [1 + n * 2, 1]) }],
      );
    expect(outcome(doc, ranges(limit.newDeletes))).toBe('taken');
    const beyond = limit.newDeletes === limit.walk.deleteRanges ? 'tooMany' : 'deletes';
    expect(outcome(doc, ranges(limit.newDeletes + 1))).toBe(beyond);
  });

  test('[GUARD19] structs between neighbours that were none', () => {
    const doc = withText(20_000);
    const many = (count: number): Uint8Array =>
      updateOf(
        mine,
        0,
        times(count, (at) => [0xc4, ...id(theirs, 1 + at), ...id(theirs, 19_990 - at * 3), ...text('y')]),
      );
    expect(outcome(doc, many(limit.scattered))).toBe('taken');
    expect(outcome(doc, many(limit.scattered + 1))).toBe('crowded');
  });

  test('[GUARD16] items that are passed to find the places', () => {
    const letters = 1_001;
    const doc = withText(letters, true);
    // Before the last letter, from the beginning on.
    const many = (count: number): Uint8Array =>
      updateOf(
        mine,
        0,
        times(count, () => [0x44, ...id(theirs, 1), ...text('y')]),
      );
    const fits = Math.floor(limit.placeSteps / (letters - 1));
    expect(fits).toBeLessThan(limit.scattered);
    expect(outcome(doc, many(fits))).toBe('taken');
    expect(outcome(doc, many(fits + 1))).toBe('crowded');
  });

  test('[GUARD6] [GUARD7] keys, texts and the depth of values', () => {
    const { keyLength, textLength, valueDepth } = limit.walk;
    const one = (content: readonly number[], key = 'k', ref = 8): string =>
      outcome(new Y.Doc(), updateOf(mine, 0, [underKey('cards', key, ref, content)]));
    const nested = (depth: number): number[] => [1, ...times(depth - 1, () => [117, 1]).flat(), 120];
    expect([one([1, 120], 'k'.repeat(keyLength)), one([1, 120], 'k'.repeat(keyLength + 1))]).toEqual([
      'taken',
      'key',
    ]);
    const letters = (count: number): string => one(text('x'.repeat(count)), 'k', 4);
    expect([letters(textLength), letters(textLength + 1)]).toEqual(['taken', 'text']);
    expect([one(nested(valueDepth)), one(nested(valueDepth + 1))]).toEqual(['taken', 'valueDepth']);
  });
});
