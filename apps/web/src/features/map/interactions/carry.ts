import { cardsIn, type MapIndex } from '../document/mapIndex.ts';
import { type DropPlace, placeAt } from '../geometry/dropPlace.ts';
import type { GridMove } from '../geometry/gridTarget.ts';

/** Cards being moved by keyboard: nothing is written until they are put down. */
export interface Carry {
  readonly cardIds: readonly string[];
  readonly laneId: string;
  readonly columnId: string;
  /** How many of the cards that stay stand in front. */
  readonly at: number;
}

/** Picks cards up where the first of them stands. */
export function pickUp(index: MapIndex, cardIds: readonly string[]): Carry | null {
  const first = cardIds[0] === undefined ? undefined : index.cards.get(cardIds[0]);
  if (!first) return null;
  const { laneId, columnId } = first.place;
  if (!index.lanes.has(laneId) || !index.columns.has(columnId)) return null;
  const at = cardsIn(index, laneId, columnId).indexOf(first.id);
  return { cardIds, laneId, columnId, at: Math.max(0, at) };
}

/** One arrow key further: within a cell first, then into the next one. */
export function carryBy(index: MapIndex, carry: Carry, move: GridMove): Carry {
  const { lanes, columns } = index.snapshot;
  const laneAt = lanes.findIndex((lane) => lane.id === carry.laneId);
  const columnAt = columns.findIndex((column) => column.id === carry.columnId);
  const staying = (laneId: string, columnId: string) =>
    cardsIn(index, laneId, columnId).filter((id) => !carry.cardIds.includes(id)).length;
  switch (move) {
    case 'up': {
      if (carry.at > 0)
        return { ...carry, at: Math.min(carry.at, staying(carry.laneId, carry.columnId)) - 1 };
      const lane = lanes[laneAt - 1];
      return lane ? { ...carry, laneId: lane.id, at: staying(lane.id, carry.columnId) } : carry;
    }
    case 'down': {
      if (carry.at < staying(carry.laneId, carry.columnId)) return { ...carry, at: carry.at + 1 };
      const lane = lanes[laneAt + 1];
      return lane ? { ...carry, laneId: lane.id, at: 0 } : carry;
    }
    case 'left':
    case 'right': {
      const column = columns[move === 'left' ? columnAt - 1 : columnAt + 1];
      if (!column) return carry;
      return { ...carry, columnId: column.id, at: Math.min(carry.at, staying(carry.laneId, column.id)) };
    }
    case 'rowStart':
    case 'rowEnd': {
      const column = move === 'rowStart' ? columns[0] : columns.at(-1);
      if (!column) return carry;
      return { ...carry, columnId: column.id, at: Math.min(carry.at, staying(carry.laneId, column.id)) };
    }
    default:
      return carry;
  }
}

/** Where the cards would be put down now; null when the cell or all the cards are gone. */
export function carryPlace(index: MapIndex, carry: Carry): DropPlace | null {
  if (!index.lanes.has(carry.laneId) || !index.columns.has(carry.columnId)) return null;
  if (!carry.cardIds.some((id) => index.cards.has(id))) return null;
  return placeAt(index, carry.laneId, carry.columnId, carry.at, carry.cardIds);
}
