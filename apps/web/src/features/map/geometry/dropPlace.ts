import { cardsIn, type MapIndex } from '../document/mapIndex.ts';

/** Where cards may be put: in a cell, behind a card or (null) in front of all. */
export interface DropPlace {
  readonly laneId: string;
  readonly columnId: string;
  readonly afterId: string | null;
}

/** The upper and lower edge of a card on the screen. */
export interface CardSpan {
  readonly cardId: string;
  readonly top: number;
  readonly bottom: number;
}

/** The card that a card dropped at height `y` would stand behind; null when in front of all. */
export function afterAt(spans: readonly CardSpan[], y: number): string | null {
  let after: string | null = null;
  for (const span of spans) {
    if (y < (span.top + span.bottom) / 2) break;
    after = span.cardId;
  }
  return after;
}

/** Whether both say the same place. */
export function samePlace(a: DropPlace | null, b: DropPlace | null): boolean {
  if (a === b) return true;
  return (
    a !== null && b !== null && a.laneId === b.laneId && a.columnId === b.columnId && a.afterId === b.afterId
  );
}

/**
 * What is left of a place after the map changed: null when its cell is gone; behind the last card that still stands
 * there when the neighbour left.
 */
export function settlePlace(index: MapIndex, place: DropPlace, moving: readonly string[]): DropPlace | null {
  if (!index.lanes.has(place.laneId) || !index.columns.has(place.columnId)) return null;
  if (place.afterId === null) return place;
  const cards = cardsIn(index, place.laneId, place.columnId).filter((id) => !moving.includes(id));
  return cards.includes(place.afterId) ? place : { ...place, afterId: cards.at(-1) ?? null };
}

/** The place in a cell at position `at` among the cards that stay. */
export function placeAt(
  index: MapIndex,
  laneId: string,
  columnId: string,
  at: number,
  moving: readonly string[],
): DropPlace {
  const cards = cardsIn(index, laneId, columnId).filter((id) => !moving.includes(id));
  return { laneId, columnId, afterId: at <= 0 ? null : (cards[Math.min(at, cards.length) - 1] ?? null) };
}

/** Whether putting the cards there leaves everything as it is. */
export function isWhereItWas(index: MapIndex, place: DropPlace, moving: readonly string[]): boolean {
  const cards = cardsIn(index, place.laneId, place.columnId);
  const first = moving[0];
  if (!first) return true;
  const at = cards.indexOf(first);
  if (at < 0 || moving.some((id, offset) => cards[at + offset] !== id)) return false;
  return (cards[at - 1] ?? null) === place.afterId;
}
