import type { MapPage } from '../document/MapPage.ts';
import { cardsIn } from '../document/mapIndex.ts';
import { cellOf } from '../geometry/gridTarget.ts';
import { pickUp } from '../interactions/carry.ts';
import { emptySelection, selectedInOrder } from '../interactions/selection.ts';
import type { Command } from './Command.ts';

/** The cards a command is about: the chosen ones, or the one the keyboard stands on. */
export function chosenCards(page: MapPage): readonly string[] {
  const { focus, selection } = page.ui.get();
  const index = page.map.get();
  if (focus?.kind === 'card' && !selection.ids.has(focus.cardId) && index.cards.has(focus.cardId)) {
    return [focus.cardId];
  }
  return selectedInOrder(index, selection);
}

const hasCards = (page: MapPage) => page.can.editContent && chosenCards(page).length > 0;

/** What can be done with cards. */
export const cardCommands: readonly Command[] = [
  {
    id: 'addCard',
    group: 'cards',
    shortcut: 'Enter',
    available: ({ page }) => {
      const { focus } = page.ui.get();
      const cell = focus && cellOf(page.map.get(), focus);
      return (
        page.can.editContent && cell !== null && page.map.get().lanes.get(cell.laneId)?.kind !== 'EMOTION'
      );
    },
    run({ page }) {
      const { focus } = page.ui.get();
      const cell = focus && cellOf(page.map.get(), focus);
      if (!cell) return;
      const after = focus.kind === 'card' ? { afterId: focus.cardId } : {};
      page.ui.update((state) => ({ ...state, editing: { kind: 'draft', ...cell, ...after } }));
    },
  },
  {
    id: 'editCard',
    group: 'cards',
    shortcut: 'Enter',
    available: ({ page }) => page.can.editContent && chosenCards(page).length === 1,
    run({ page }) {
      const [cardId] = chosenCards(page);
      if (cardId) page.ui.update((state) => ({ ...state, editing: { kind: 'card', cardId } }));
    },
  },
  {
    id: 'moveCards',
    group: 'cards',
    shortcut: 'M',
    available: ({ page }) => hasCards(page),
    run({ page, announce }) {
      const cardIds = chosenCards(page);
      const carry = pickUp(page.map.get(), cardIds);
      if (!carry) return;
      page.ui.update((state) => ({ ...state, carry }));
      announce('lifted', { count: cardIds.length });
    },
  },
  {
    id: 'deleteCards',
    group: 'cards',
    shortcut: 'Delete',
    available: ({ page }) => hasCards(page),
    run({ page, offerBack }) {
      const cardIds = chosenCards(page);
      const index = page.map.get();
      const first = cardIds[0] === undefined ? undefined : index.cards.get(cardIds[0]);
      if (!first) return;
      const { laneId, columnId } = first.place;
      const staying = cardsIn(index, laneId, columnId).filter((id) => !cardIds.includes(id));
      const before = cardsIn(index, laneId, columnId).indexOf(first.id);
      const next = staying[Math.min(before, staying.length - 1)];
      page.whenLive(({ acts, history }) => {
        history.gesture(() => acts.deleteCards(cardIds));
      });
      page.ui.update((state) => ({
        ...state,
        selection: emptySelection,
        focus: next ? { kind: 'card', cardId: next } : { kind: 'cell', laneId, columnId },
        panel: state.panel?.kind === 'card' && cardIds.includes(state.panel.cardId) ? null : state.panel,
      }));
      offerBack(cardIds.length, () =>
        page.whenLive(({ acts, history }) => {
          history.gesture(() => acts.restore({ kind: 'card', ids: cardIds }));
        }),
      );
    },
  },
  {
    id: 'resolve',
    group: 'cards',
    shortcut: 'R',
    available: ({ page }) => hasCards(page),
    run({ page }) {
      const cardIds = chosenCards(page);
      const index = page.map.get();
      const resolved = cardIds.some((id) => index.cards.get(id)?.resolved === false);
      page.whenLive(({ acts, history }) => {
        history.gesture(() => {
          for (const cardId of cardIds) acts.editCard(cardId, { resolved });
        });
      });
    },
  },
  {
    id: 'openDetails',
    group: 'cards',
    shortcut: 'I',
    available: ({ page }) => page.ui.get().focus !== null,
    run({ page }) {
      const { focus } = page.ui.get();
      const index = page.map.get();
      if (!focus) return;
      page.ui.update((state) => {
        switch (focus.kind) {
          case 'card':
            return { ...state, panel: { kind: 'card', cardId: focus.cardId } };
          case 'stage':
            return { ...state, panel: { kind: 'stage', stageId: focus.stageId } };
          case 'lane':
            return { ...state, panel: { kind: 'lane', laneId: focus.laneId } };
          case 'column': {
            const column = index.columns.get(focus.columnId);
            if (!column) return state;
            return {
              ...state,
              panel: column.stepId
                ? { kind: 'step', stepId: column.stepId }
                : { kind: 'stage', stageId: column.stageId },
            };
          }
          default:
            return state;
        }
      });
    },
  },
  {
    id: 'selectAll',
    group: 'cards',
    shortcut: 'Mod+A',
    available: ({ page }) => page.map.get().snapshot.cards.length > 0,
    run({ page, announce }) {
      const ids = new Set(page.map.get().snapshot.cards.map((card) => card.id));
      page.ui.update((state) => ({ ...state, selection: { ids, anchorId: state.selection.anchorId } }));
      announce('selected', { count: ids.size });
    },
  },
];
