import { apply, seededContext } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { type Carry, carryBy, carryPlace, pickUp } from './carry.ts';

function picked(map: ReturnType<typeof mapOf>, cardId: string): Carry {
  const carry = pickUp(map.index(), [cardId]);
  if (!carry) throw new Error('nothing picked up');
  return carry;
}

describe('carry', () => {
  it('[CARRY1] goes through each place of a cell, then into the next', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const [a, b] = [map.add(0, 0), map.add(0, 0)];
    const index = map.index();
    let carry = picked(map, card);
    expect(carryPlace(index, carry)?.afterId).toBe(null);
    carry = carryBy(index, carry, 'down');
    expect(carryPlace(index, carry)?.afterId).toBe(a);
    carry = carryBy(index, carry, 'down');
    expect(carryPlace(index, carry)?.afterId).toBe(b);
    carry = carryBy(index, carry, 'down');
    expect(carry.laneId).toBe(index.snapshot.lanes[1]?.id);
    carry = carryBy(index, carry, 'up');
    expect(carryPlace(index, carry)?.afterId).toBe(b);
  });

  it('[CARRY1] reaches every cell', () => {
    const map = mapOf();
    const index = map.index();
    let carry = picked(map, map.add(0, 0));
    const seen = new Set<string>();
    for (const _lane of index.snapshot.lanes) {
      carry = carryBy(map.index(), carry, 'rowStart');
      for (const _column of index.snapshot.columns) {
        seen.add(`${carry.laneId}:${carry.columnId}`);
        carry = carryBy(map.index(), carry, 'right');
      }
      carry = carryBy(map.index(), carry, 'down');
    }
    expect(seen.size).toBe(index.snapshot.lanes.length * index.snapshot.columns.length);
  });

  it('[CARRY2] a deleted cell is no place', () => {
    const map = mapOf();
    const carry = { ...picked(map, map.add(0, 0)), laneId: map.laneId(3), at: 0 };
    apply(map.docs, 'deleteLane', { laneId: carry.laneId }, seededContext(9));
    expect(carryPlace(map.index(), carry)).toBe(null);
  });
});
