import type { Card } from '../snapshot.ts';
import { compareCards, type Grid, isPlaced } from './assembleMap.ts';

/** A card before and after; null where it does not exist. */
export interface CardChange {
  readonly before: Card | null;
  readonly after: Card | null;
}

/** Index of the first card that does not sort before the given one. */
function lowerBound(cards: readonly Card[], grid: Grid, card: Card): number {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = cards[middle];
    if (candidate !== undefined && compareCards(grid, candidate, card) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy of the sorted cards with the changes made; every other card keeps its identity and its order. */
export function patchPlaced(
  cards: readonly Card[],
  grid: Grid,
  changes: readonly CardChange[],
): readonly Card[] {
  const placed = changes.filter(
    ({ before, after }) => (before && isPlaced(grid, before)) || (after && isPlaced(grid, after)),
  );
  if (placed.length === 0) return cards;
  const patched = [...cards];
  for (const { before } of placed) {
    if (before === null || !isPlaced(grid, before)) continue;
    const index = lowerBound(patched, grid, before);
    if (patched[index]?.id === before.id) patched.splice(index, 1);
  }
  for (const { after } of placed) {
    if (after === null || !isPlaced(grid, after)) continue;
    patched.splice(lowerBound(patched, grid, after), 0, after);
  }
  return patched;
}

/** The same for the cards without a place, which sort by id. */
export function patchUnplaced(
  cards: readonly Card[],
  grid: Grid,
  changes: readonly CardChange[],
): readonly Card[] {
  const touched = new Set<string>();
  const added: Card[] = [];
  for (const { before, after } of changes) {
    if (before !== null && !isPlaced(grid, before)) touched.add(before.id);
    if (after !== null && !isPlaced(grid, after)) added.push(after);
  }
  if (touched.size === 0 && added.length === 0) return cards;
  return [...cards.filter((card) => !touched.has(card.id)), ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}
