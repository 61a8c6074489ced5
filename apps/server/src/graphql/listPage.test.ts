import { describe, expect, it } from 'vitest';
import { type ListPages, listPage } from './listPage.ts';

interface Entry {
  readonly at: string;
  readonly id: string;
}

const entry = (at: string, id: string): Entry => ({ at, id });
const oldest = [entry('1', 'a'), entry('1', 'b'), entry('2', 'a'), entry('3', 'c'), entry('4', 'd')];
const pages: ListPages<Entry> = {
  firstMax: 3,
  firstDefault: 2,
  keyOf: ({ at, id }) => [at, id],
  keyParts: 2,
};
const newest = [entry('3', 'c'), entry('2', 'a'), entry('1', 'a'), entry('1', 'b')];

describe('listPage', () => {
  it('[SDL2] walks a list to its end, in pages as long as asked for', () => {
    const first = listPage(oldest, {}, pages);
    expect(first.nodes).toEqual(oldest.slice(0, 2));
    expect([first.pageInfo.hasPreviousPage, first.pageInfo.hasNextPage, first.totalCount]).toEqual([
      false,
      true,
      5,
    ]);
    const rest = listPage(oldest, { first: 3, after: first.pageInfo.endCursor }, pages);
    expect(rest.nodes).toEqual(oldest.slice(2));
    expect([rest.pageInfo.hasPreviousPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(listPage(oldest, { after: rest.pageInfo.endCursor }, pages).nodes).toEqual([]);
  });

  it('[SDL2] a cursor outlives its entry: what comes and goes meanwhile repeats and skips none of the others', () => {
    const after = listPage(oldest, {}, pages).pageInfo.endCursor;
    const changed = [entry('0', 'new'), ...oldest.filter(({ id }) => id !== 'b'), entry('5', 'newest')];
    expect(listPage(changed, { first: 3, after }, pages).nodes).toEqual(oldest.slice(2));
  });

  it('[SDL2] newest first turns only the first part of the key', () => {
    const descending = { ...pages, newestFirst: true };
    const after = listPage(newest, { first: 3 }, descending).pageInfo.endCursor;
    expect(listPage(newest, { after }, descending).nodes).toEqual([entry('1', 'b')]);
    expect(listPage([entry('9', 'x'), ...newest], { after }, descending).nodes).toEqual([entry('1', 'b')]);
  });

  it('[GQL43] refuses sizes out of range and cursors of other lists', () => {
    for (const first of [0, -1, 4, 10_001]) {
      expect(() => listPage(oldest, { first }, pages)).toThrow('out of range');
    }
    const foreign = listPage(oldest, {}, { ...pages, keyOf: ({ id }) => [id], keyParts: 1 });
    for (const after of ['', 'nonsense', foreign.pageInfo.endCursor]) {
      expect(() => listPage(oldest, { after }, pages)).toThrow('not one of this list');
    }
  });
});
