import { cardsIn, type MapIndex } from '../document/mapIndex.ts';

/** The chosen cards, and where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchorId: string | null;
}

/** Nothing chosen. */
export const emptySelection: Selection = { ids: new Set(), anchorId: null };

/** Chooses one card only. */
export function selectOne(cardId: string): Selection {
  return { ids: new Set([cardId]), anchorId: cardId };
}

/** Adds a card to what is chosen, or takes it out. */
export function toggleCard(selection: Selection, cardId: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(cardId)) ids.add(cardId);
  return { ids, anchorId: cardId };
}

/** Chooses everything in the rectangle of cells between the anchor and a card; in one cell, the cards between them. */
export function extendTo(index: MapIndex, selection: Selection, cardId: string): Selection {
  const from = selection.anchorId === null ? undefined : index.cards.get(selection.anchorId);
  const to = index.cards.get(cardId);
  if (!from || !to) return to ? selectOne(cardId) : selection;
  const ids = new Set<string>();
  if (from.place.laneId === to.place.laneId && from.place.columnId === to.place.columnId) {
    const cards = cardsIn(index, to.place.laneId, to.place.columnId);
    for (const id of between(cards, from.id, to.id)) ids.add(id);
  } else {
    const lanes = between(index.snapshot.lanes.map(idOf), from.place.laneId, to.place.laneId);
    const columns = between(index.snapshot.columns.map(idOf), from.place.columnId, to.place.columnId);
    for (const lane of lanes)
      for (const column of columns) for (const id of cardsIn(index, lane, column)) ids.add(id);
  }
  return { ids, anchorId: selection.anchorId };
}

/** The chosen cards that still exist, in reading order. */
export function selectedInOrder(index: MapIndex, selection: Selection): readonly string[] {
  return index.snapshot.cards.filter((card) => selection.ids.has(card.id)).map(idOf);
}

/** Forgets cards that are gone; the same selection when none is. */
export function pruneSelection(index: MapIndex, selection: Selection): Selection {
  const ids = [...selection.ids].filter((id) => index.cards.has(id));
  if (ids.length === selection.ids.size) return selection;
  const { anchorId } = selection;
  return { ids: new Set(ids), anchorId: anchorId !== null && index.cards.has(anchorId) ? anchorId : null };
}

function idOf(record: { readonly id: string }): string {
  return record.id;
}

function between(ids: readonly string[], a: string, b: string): readonly string[] {
  const from = ids.indexOf(a);
  const to = ids.indexOf(b);
  if (from < 0 || to < 0) return [];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}
