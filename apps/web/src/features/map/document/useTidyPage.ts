import type { Card } from '@jejak/journey-model';
import { useEffect } from 'react';
import { pruneSelection } from '../interactions/selection.ts';
import type { MapPage } from './MapPage.ts';
import { cellKey, type MapIndex } from './mapIndex.ts';
import type { LostCard, PageState } from './PageState.ts';

/**
 * Follows what others do to what this person is about: choices forget deleted cards, an editor goes with its card to
 * another cell, and words under somebody's hands are never dropped with the place or card they stood in.
 */
export function useTidyPage(page: MapPage): void {
  useEffect(() => {
    const { map, ui, live, rights } = page;
    let written: Card | null = null;
    const tidy = () => {
      const index = map.get();
      const state = ui.get();
      const cardId = writtenCard(state);
      const gone = written !== null && written.id === cardId && !index.cards.has(cardId) ? written : null;
      const lost = gone && {
        cardId: gone.id,
        laneId: gone.place.laneId,
        columnId: gone.place.columnId,
        text: live.get()?.deletedText(gone.id) ?? gone.text,
      };
      // A card is only missed once it has been seen: one's own newest card is here a moment before the map shows it.
      written = (cardId !== null && index.cards.get(cardId)) || null;
      ui.update((current) => tidied(current, index, page.can.editContent, lost));
    };
    const stops = [map.subscribe(tidy), ui.subscribe(tidy), rights.subscribe(tidy)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [page]);
}

/** The card whose text this person is writing in place. */
function writtenCard({ editing }: PageState): string | null {
  if (editing?.kind === 'card') return editing.cardId;
  return (editing?.kind === 'draft' && editing.cardId) || null;
}

/** A page state that fits the map as it is now; the same one when it did already. */
export function tidied(
  state: PageState,
  index: MapIndex,
  mayWrite: boolean,
  lostNow: LostCard | null,
): PageState {
  const selection = pruneSelection(index, state.selection);
  const { editing, panel } = tidiedEditing(state, index, mayWrite, lostNow !== null);
  const found = state.lost !== null && index.cards.has(state.lost.cardId);
  const lost = lostNow ?? (found || !mayWrite ? null : state.lost);
  const unfolded = unfoldedFor(state, index);
  if (
    selection === state.selection &&
    editing === state.editing &&
    panel === state.panel &&
    lost === state.lost &&
    unfolded === state.unfolded
  ) {
    return state;
  }
  return { ...state, selection, editing, panel, lost, unfolded };
}

function tidiedEditing(
  state: PageState,
  index: MapIndex,
  mayWrite: boolean,
  isLost: boolean,
): Pick<PageState, 'editing' | 'panel'> {
  const { editing, panel } = state;
  if (editing === null || editing.kind === 'name') return { editing, panel };
  if (!mayWrite || isLost) return { editing: null, panel };
  if (editing.kind === 'word') return { editing, panel };
  const cardId = writtenCard(state);
  const card = cardId === null ? undefined : index.cards.get(cardId);
  if (card && !(index.lanes.has(card.place.laneId) && index.columns.has(card.place.columnId))) {
    // Its lane or column was deleted: one goes on writing where it is now.
    if (editing.kind === 'card' && panel?.kind === 'unplaced') return { editing, panel };
    return { editing: { kind: 'card', cardId: card.id }, panel: { kind: 'unplaced' } };
  }
  if (editing.kind === 'card') return { editing, panel };
  const { laneId, columnId } = editing;
  if (card && (card.place.laneId !== laneId || card.place.columnId !== columnId)) {
    return { editing: { kind: 'card', cardId: card.id }, panel };
  }
  const hasCell = index.lanes.has(laneId) && index.columns.has(columnId);
  return { editing: hasCell ? editing : null, panel };
}

/** What is focused on or written is shown even in a folded cell. */
function unfoldedFor(state: PageState, index: MapIndex): PageState['unfolded'] {
  let { unfolded } = state;
  const ids = [state.focus?.kind === 'card' ? state.focus.cardId : null, writtenCard(state)];
  if (state.editing?.kind === 'draft') {
    const key = cellKey(state.editing.laneId, state.editing.columnId);
    if ((index.cells.get(key)?.length ?? 0) > foldedShown && !unfolded.has(key)) {
      unfolded = new Set([...unfolded, key]);
    }
  }
  for (const id of ids) {
    const card = id === null ? undefined : index.cards.get(id);
    if (!card) continue;
    const key = cellKey(card.place.laneId, card.place.columnId);
    const at = index.cells.get(key)?.indexOf(card.id) ?? 0;
    if (at >= foldedShown && !unfolded.has(key)) unfolded = new Set([...unfolded, key]);
  }
  return unfolded;
}

/** A cell shows this many cards and the count of the others until it is unfolded. */
export const foldedShown = 5;
