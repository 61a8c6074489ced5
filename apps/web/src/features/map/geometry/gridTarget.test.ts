import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { exists, firstTarget, type GridMove, type GridTarget, moveTarget, targetKey } from './gridTarget.ts';

const moves: readonly GridMove[] = ['up', 'down', 'left', 'right'];

function reachable(map: ReturnType<typeof mapOf>): Map<string, GridTarget> {
  const index = map.index();
  const first = firstTarget(index);
  const seen = new Map<string, GridTarget>();
  const open: GridTarget[] = first ? [first] : [];
  for (let target = open.pop(); target; target = open.pop()) {
    if (seen.has(targetKey(target))) continue;
    seen.set(targetKey(target), target);
    for (const move of moves) open.push(moveTarget(index, target, move));
  }
  return seen;
}

describe('moveTarget', () => {
  it('[GRID1] arrow keys reach every header, card and cell', () => {
    const map = mapOf();
    const cards = [map.add(0, 0), map.add(0, 0), map.add(2, 3), map.add(1, 4)];
    const seen = reachable(map);
    const { stages, columns, lanes } = map.index().snapshot;
    for (const stage of stages) expect(seen.has(`stage:${stage.id}`)).toBe(true);
    for (const column of columns) expect(seen.has(`column:${column.id}`)).toBe(true);
    for (const lane of lanes) {
      expect(seen.has(`lane:${lane.id}`)).toBe(true);
      for (const column of columns) expect(seen.has(`cell:${lane.id}:${column.id}`)).toBe(true);
    }
    for (const card of cards) expect(seen.has(`card:${card}`)).toBe(true);
  });

  it('[GRID1] down and up within a column undo one another', () => {
    const map = mapOf();
    map.add(0, 0);
    map.add(0, 0);
    map.add(1, 0);
    const index = map.index();
    let target = firstTarget(index);
    for (let step = 0; step < 12 && target; step++) {
      const down = moveTarget(index, target, 'down');
      if (targetKey(down) !== targetKey(target)) {
        expect(targetKey(moveTarget(index, down, 'up'))).toBe(targetKey(target));
      }
      target = down;
    }
  });

  it('[GRID2] at an edge a key changes nothing', () => {
    const map = mapOf();
    const index = map.index();
    const { stages, columns, lanes } = index.snapshot;
    const stage: GridTarget = { kind: 'stage', stageId: stages[0]?.id ?? '' };
    expect(moveTarget(index, stage, 'left')).toBe(stage);
    expect(moveTarget(index, stage, 'up')).toBe(stage);
    const corner: GridTarget = {
      kind: 'cell',
      laneId: lanes.at(-1)?.id ?? '',
      columnId: columns.at(-1)?.id ?? '',
    };
    expect(moveTarget(index, corner, 'right')).toBe(corner);
    expect(moveTarget(index, corner, 'down')).toBe(corner);
  });

  it('[GRID3] a deleted target counts as gone', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    expect(exists(map.index(), { kind: 'card', cardId: card })).toBe(true);
    map.remove(card);
    expect(exists(map.index(), { kind: 'card', cardId: card })).toBe(false);
    expect(firstTarget(map.index())?.kind).toBe('cell');
  });
});
