import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../test/seededRandom.ts';
import { compareRanked, isRank, rankBetween } from './rank.ts';

describe('rank', () => {
  it('[RANK1] a new rank lies strictly between its neighbours, wherever one inserts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 300 }),
        fc.integer(),
        (places, seed) => {
          const random = seededRandom(seed);
          const ranks: string[] = [];
          for (const place of places) {
            const index = Math.floor(place * (ranks.length + 1));
            const before = ranks[index - 1] ?? null;
            const after = ranks[index] ?? null;
            const rank = rankBetween(before, after, random);
            expect(isRank(rank)).toBe(true);
            if (before !== null) expect(rank > before).toBe(true);
            if (after !== null) expect(rank < after).toBe(true);
            ranks.splice(index, 0, rank);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[RANK2] appending and prepending ten thousand times keeps ranks short', () => {
    const random = seededRandom(1);
    let last = rankBetween(null, null, random);
    let firstRank = last;
    for (let i = 0; i < 10_000; i += 1) {
      last = rankBetween(last, null, random);
      firstRank = rankBetween(null, firstRank, random);
    }
    expect(Math.max(last.length, firstRank.length)).toBeLessThanOrEqual(9);
  });

  it('[RANK3] two people who insert at one place at one moment get different ranks', () => {
    const made = new Set(
      Array.from({ length: 500 }, (_, seed) => rankBetween('a0V', 'a1V', seededRandom(seed))),
    );
    expect(made.size).toBe(500);
  });

  it('[RANK4] equal ranks break by id, the same everywhere', () => {
    const records = ['b', 'a', 'c'].map((id) => ({ id, rank: 'a0' }));
    expect(records.sort(compareRanked).map((record) => record.id)).toEqual(['a', 'b', 'c']);
  });

  it('[RANK5] neighbours that are no ranks of ours are respected as strings', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer(), (a, b, seed) => {
        const rank = rankBetween(a, b, seededRandom(seed));
        expect(rank.length).toBeGreaterThan(0);
        if (a !== '') expect(rank > a).toBe(true);
      }),
    );
  });
});
