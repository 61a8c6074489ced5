import type { MouseEvent } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { extendTo, selectOne, toggleCard } from './selection.ts';

interface GridPointer {
  onClick(event: MouseEvent<HTMLElement>): void;
  onDoubleClick(event: MouseEvent<HTMLElement>): void;
}

/** Clicks on cards: choose one, add to the choice, extend it; a second click on the chosen card edits it. */
export function useGridPointer(): GridPointer {
  const { ui, map, can } = useMapPage();
  const edit = (cardId: string) => {
    if (!can.editContent) return;
    ui.update((state) => ({ ...state, editing: { kind: 'card', cardId } }));
  };
  return {
    onClick(event) {
      const element = event.target instanceof Element ? event.target : null;
      if (!element || element.closest('button, textarea, input')) return;
      const cardId = element.closest<HTMLElement>('[data-card-id]')?.dataset.cardId;
      if (!cardId) return;
      const { selection, editing } = ui.get();
      if (editing?.kind === 'card' && editing.cardId === cardId) return;
      const many = event.ctrlKey || event.metaKey;
      const again = !many && !event.shiftKey && selection.ids.size === 1 && selection.ids.has(cardId);
      if (again) {
        edit(cardId);
        return;
      }
      ui.update((state) => ({
        ...state,
        selection: event.shiftKey
          ? extendTo(map.get(), state.selection, cardId)
          : many
            ? toggleCard(state.selection, cardId)
            : selectOne(cardId),
        focus: { kind: 'card', cardId },
        panel: state.panel?.kind === 'card' ? { kind: 'card', cardId } : state.panel,
      }));
    },
    onDoubleClick(event) {
      const element = event.target instanceof Element ? event.target : null;
      const cardId = element?.closest<HTMLElement>('[data-card-id]')?.dataset.cardId;
      if (cardId) edit(cardId);
    },
  };
}
