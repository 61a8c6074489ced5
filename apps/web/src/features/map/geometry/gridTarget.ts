import { cardsIn, type MapIndex } from '../document/mapIndex.ts';

/** What the keyboard can stand on. A cell's own place is the spot behind its cards where one adds. */
export type GridTarget =
  | { readonly kind: 'stage'; readonly stageId: string }
  | { readonly kind: 'column'; readonly columnId: string }
  | { readonly kind: 'lane'; readonly laneId: string }
  | { readonly kind: 'cell'; readonly laneId: string; readonly columnId: string }
  | { readonly kind: 'card'; readonly cardId: string };

/** Keys that move about the grid. */
export type GridMove = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd';

/** A short unique name of a target, for `data-target` and for comparing. */
export function targetKey(target: GridTarget): string {
  switch (target.kind) {
    case 'stage':
      return `stage:${target.stageId}`;
    case 'column':
      return `column:${target.columnId}`;
    case 'lane':
      return `lane:${target.laneId}`;
    case 'cell':
      return `cell:${target.laneId}:${target.columnId}`;
    case 'card':
      return `card:${target.cardId}`;
  }
}

/** Where keyboard focus starts: the first cell, or the first header there is. */
export function firstTarget(index: MapIndex): GridTarget | null {
  const { lanes, columns, stages } = index.snapshot;
  const lane = lanes[0];
  const column = columns[0];
  if (lane && column) return entry(index, lane.id, column.id, 0);
  if (stages[0]) return { kind: 'stage', stageId: stages[0].id };
  return lane ? { kind: 'lane', laneId: lane.id } : null;
}

/** Whether the target still exists. */
export function exists(index: MapIndex, target: GridTarget): boolean {
  switch (target.kind) {
    case 'stage':
      return index.stages.has(target.stageId);
    case 'column':
      return index.columns.has(target.columnId);
    case 'lane':
      return index.lanes.has(target.laneId);
    case 'cell':
      return index.lanes.has(target.laneId) && index.columns.has(target.columnId);
    case 'card': {
      const card = index.cards.get(target.cardId);
      return (
        card !== undefined && index.columns.has(card.place.columnId) && index.lanes.has(card.place.laneId)
      );
    }
  }
}

/** The target after one key, or the same one at the edge. */
export function moveTarget(index: MapIndex, target: GridTarget, move: GridMove): GridTarget {
  if (move === 'gridStart') return firstTarget(index) ?? target;
  if (move === 'gridEnd') return lastTarget(index) ?? target;
  switch (target.kind) {
    case 'stage':
      return fromStage(index, target, move);
    case 'column':
      return fromColumn(index, target, move);
    case 'lane':
      return fromLane(index, target, move);
    case 'cell':
    case 'card':
      return fromCell(index, target, move);
  }
}

/** The cell a target lies in, if it lies in one. */
export function cellOf(index: MapIndex, target: GridTarget): { laneId: string; columnId: string } | null {
  if (target.kind === 'cell') return { laneId: target.laneId, columnId: target.columnId };
  if (target.kind !== 'card') return null;
  const card = index.cards.get(target.cardId);
  return card ? { laneId: card.place.laneId, columnId: card.place.columnId } : null;
}

/** The target at `at` in a cell: a card, or behind the cards the cell itself. */
function entry(index: MapIndex, laneId: string, columnId: string, at: number): GridTarget {
  const cardId = cardsIn(index, laneId, columnId)[at];
  return cardId ? { kind: 'card', cardId } : { kind: 'cell', laneId, columnId };
}

function lastTarget(index: MapIndex): GridTarget | null {
  const lane = index.snapshot.lanes.at(-1);
  const column = index.snapshot.columns.at(-1);
  return lane && column ? { kind: 'cell', laneId: lane.id, columnId: column.id } : null;
}

function fromStage(index: MapIndex, target: { stageId: string } & GridTarget, move: GridMove): GridTarget {
  const { stages, columns } = index.snapshot;
  const at = stages.findIndex((stage) => stage.id === target.stageId);
  const stageAt = (to: number): GridTarget => {
    const stage = stages[to];
    return stage ? { kind: 'stage', stageId: stage.id } : target;
  };
  if (move === 'left') return stageAt(at - 1);
  if (move === 'right') return stageAt(at + 1);
  if (move === 'rowStart') return stageAt(0);
  if (move === 'rowEnd') return stageAt(stages.length - 1);
  if (move === 'down') {
    const column = columns.find((candidate) => candidate.stageId === target.stageId);
    return column ? { kind: 'column', columnId: column.id } : target;
  }
  return target;
}

function fromColumn(index: MapIndex, target: { columnId: string } & GridTarget, move: GridMove): GridTarget {
  const { columns, lanes } = index.snapshot;
  const at = columns.findIndex((column) => column.id === target.columnId);
  const columnAt = (to: number): GridTarget => {
    const column = columns[to];
    return column ? { kind: 'column', columnId: column.id } : target;
  };
  if (move === 'left') return columnAt(at - 1);
  if (move === 'right') return columnAt(at + 1);
  if (move === 'rowStart') return columnAt(0);
  if (move === 'rowEnd') return columnAt(columns.length - 1);
  const stageId = columns[at]?.stageId;
  if (move === 'up') return stageId ? { kind: 'stage', stageId } : target;
  const lane = lanes[0];
  return lane ? entry(index, lane.id, target.columnId, 0) : target;
}

function fromLane(index: MapIndex, target: { laneId: string } & GridTarget, move: GridMove): GridTarget {
  const { columns, lanes } = index.snapshot;
  const at = lanes.findIndex((lane) => lane.id === target.laneId);
  if (move === 'up' || move === 'down') {
    const lane = lanes[move === 'up' ? at - 1 : at + 1];
    return lane ? { kind: 'lane', laneId: lane.id } : target;
  }
  if (move === 'right') return columns[0] ? entry(index, target.laneId, columns[0].id, 0) : target;
  const last = columns.at(-1);
  return move === 'rowEnd' && last ? entry(index, target.laneId, last.id, 0) : target;
}

function fromCell(index: MapIndex, target: GridTarget, move: GridMove): GridTarget {
  const cell = cellOf(index, target);
  if (!cell) return target;
  const { columns, lanes } = index.snapshot;
  const cards = cardsIn(index, cell.laneId, cell.columnId);
  const at = target.kind === 'card' ? cards.indexOf(target.cardId) : cards.length;
  const columnAt = columns.findIndex((column) => column.id === cell.columnId);
  const laneAt = lanes.findIndex((lane) => lane.id === cell.laneId);
  switch (move) {
    case 'down': {
      if (at < cards.length) return entry(index, cell.laneId, cell.columnId, at + 1);
      const lane = lanes[laneAt + 1];
      return lane ? entry(index, lane.id, cell.columnId, 0) : target;
    }
    case 'up': {
      if (at > 0) return entry(index, cell.laneId, cell.columnId, at - 1);
      const lane = lanes[laneAt - 1];
      if (!lane) return { kind: 'column', columnId: cell.columnId };
      return entry(index, lane.id, cell.columnId, cardsIn(index, lane.id, cell.columnId).length);
    }
    case 'left': {
      const column = columns[columnAt - 1];
      return column ? entry(index, cell.laneId, column.id, at) : { kind: 'lane', laneId: cell.laneId };
    }
    case 'right': {
      const column = columns[columnAt + 1];
      return column ? entry(index, cell.laneId, column.id, at) : target;
    }
    case 'rowStart':
      return { kind: 'lane', laneId: cell.laneId };
    case 'rowEnd': {
      const column = columns.at(-1);
      return column ? entry(index, cell.laneId, column.id, 0) : target;
    }
    default:
      return target;
  }
}
