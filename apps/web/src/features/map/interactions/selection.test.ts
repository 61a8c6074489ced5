import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { extendTo, pruneSelection, selectOne, toggleCard } from './selection.ts';

describe('selection', () => {
  it('[PICK1] extending in one cell takes the cards between', () => {
    const map = mapOf();
    const [a = '', b = '', c = ''] = [map.add(0, 0), map.add(0, 0), map.add(0, 0)];
    map.add(0, 0);
    expect([...extendTo(map.index(), selectOne(c), a).ids]).toEqual([a, b, c]);
  });

  it('[PICK1] extending to another cell takes the rectangle', () => {
    const map = mapOf();
    const a = map.add(0, 1);
    const inside = map.add(1, 2);
    const b = map.add(1, 3);
    map.add(2, 2);
    map.add(0, 0);
    expect(extendTo(map.index(), selectOne(a), b).ids).toEqual(new Set([a, inside, b]));
  });

  it('[PICK2] cards that are gone leave the choice', () => {
    const map = mapOf();
    const [a, b] = [map.add(0, 0), map.add(0, 1)];
    const both = toggleCard(selectOne(a), b);
    expect(pruneSelection(map.index(), both)).toBe(both);
    map.remove(b);
    expect(pruneSelection(map.index(), both)).toEqual({ ids: new Set([a]), anchorId: null });
  });
});
