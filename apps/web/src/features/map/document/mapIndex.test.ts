import { readMap } from '@jejak/journey-model';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { cardsIn, indexMap } from './mapIndex.ts';

describe('indexMap', () => {
  it('[SHOW1] an edit of one card leaves all others, and all other cells, as they were', () => {
    const map = mapOf();
    const [a, b] = [map.add(0, 0, 'a'), map.add(1, 1, 'b')];
    const before = map.index();
    const c = map.add(0, 0, 'c');
    const after = map.index();
    expect(after.cards.get(a)).toBe(before.cards.get(a));
    expect(after.cards.get(b)).toBe(before.cards.get(b));
    expect(after.snapshot.stages).toBe(before.snapshot.stages);
    expect(cardsIn(after, map.laneId(1), map.columnId(1))).toBe(
      cardsIn(before, map.laneId(1), map.columnId(1)),
    );
    expect(cardsIn(after, map.laneId(0), map.columnId(0))).toEqual([a, c]);
  });

  it('[SHOW2] an equal snapshot from elsewhere changes nothing', () => {
    const map = mapOf();
    map.add(0, 0, 'a');
    const first = map.index();
    expect(indexMap(structuredClone(readMap(map.docs)), first)).toBe(first);
  });
});
