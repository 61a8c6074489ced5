import { useEffect } from 'react';
import { pruneSelection } from '../interactions/selection.ts';
import type { MapPage } from './MapPage.ts';
import { cellKey } from './mapIndex.ts';
import type { PageState } from './PageState.ts';

/** Lets go of what others deleted: choices, open editors. What is focused on is shown even in a folded cell. */
export function useTidyPage(page: MapPage): void {
  useEffect(() => {
    const { map, ui } = page;
    const tidy = () => ui.update((state) => tidied(state, page));
    const stopMap = map.subscribe(tidy);
    const stopUi = ui.subscribe(tidy);
    return () => {
      stopMap();
      stopUi();
    };
  }, [page]);
}

function tidied(state: PageState, { map }: MapPage): PageState {
  const index = map.get();
  const selection = pruneSelection(index, state.selection);
  const gone = state.editing?.kind === 'card' && !index.cards.has(state.editing.cardId);
  const editing = gone ? null : state.editing;
  const focused = state.focus?.kind === 'card' ? index.cards.get(state.focus.cardId) : undefined;
  let { unfolded } = state;
  if (focused) {
    const key = cellKey(focused.place.laneId, focused.place.columnId);
    const at = index.cells.get(key)?.indexOf(focused.id) ?? 0;
    if (at >= foldedShown && !unfolded.has(key)) unfolded = new Set([...unfolded, key]);
  }
  if (selection === state.selection && editing === state.editing && unfolded === state.unfolded) return state;
  return { ...state, selection, editing, unfolded };
}

/** A cell with more cards than `foldAbove` shows this many until it is unfolded. */
export const foldedShown = 10;
/** See `foldedShown`. */
export const foldAbove = 12;
