import { summaryOf } from '../document/mapSummary.ts';
import { nextOpenQuestion } from '../document/openQuestions.ts';
import type { MapPanelKind } from '../document/PageState.ts';
import { emptySelection, selectOne } from '../interactions/selection.ts';
import type { Command, CommandId } from './Command.ts';
import { fitZoom, stepZoom } from './zoom.ts';

function opens(id: CommandId, kind: MapPanelKind): Command {
  return {
    id,
    group: 'map',
    available: () => true,
    run: ({ page }) => page.ui.update((state) => ({ ...state, panel: { kind } })),
  };
}

/** What can be done with the map as a whole and with how one looks at it. */
export const mapCommands: readonly Command[] = [
  {
    id: 'undo',
    group: 'map',
    shortcut: 'Mod+Z',
    available: ({ page }) => page.live.get()?.history.canUndo.get() ?? false,
    run({ page, announce }) {
      const outcome = page.live.get()?.history.undo();
      if (outcome) announce(outcome.done ? 'undone' : outcome.reason === 'NOTHING' ? 'nothing' : 'refused');
    },
  },
  {
    id: 'redo',
    group: 'map',
    shortcut: 'Mod+Shift+Z',
    available: ({ page }) => page.live.get()?.history.canRedo.get() ?? false,
    run({ page, announce }) {
      const outcome = page.live.get()?.history.redo();
      if (outcome) announce(outcome.done ? 'redone' : outcome.reason === 'NOTHING' ? 'nothing' : 'refused');
    },
  },
  {
    id: 'addStage',
    group: 'map',
    available: ({ page }) => page.can.editStructure,
    run: ({ addStage }) => addStage(),
  },
  {
    id: 'addLane',
    group: 'map',
    available: ({ page }) => page.can.editStructure,
    run: ({ addLane }) => addLane(),
  },
  opens('check', 'check'),
  {
    id: 'nextQuestion',
    group: 'map',
    shortcut: 'Q',
    available: ({ page }) => summaryOf(page.map.get()).mostQuestionsStageId !== null,
    run({ page }) {
      const cardId = nextOpenQuestion(page.map.get(), page.ui.get().focus);
      if (cardId === null) return;
      page.ui.update((state) => ({
        ...state,
        focus: { kind: 'card', cardId },
        selection: selectOne(cardId),
      }));
    },
  },
  opens('personas', 'personas'),
  opens('charter', 'charter'),
  opens('emotionTable', 'emotions'),
  {
    id: 'pinEmotion',
    group: 'view',
    available: ({ page }) => page.map.get().snapshot.lanes.some((lane) => lane.kind === 'EMOTION'),
    run: ({ page }) => page.ui.update((state) => ({ ...state, emotionPinned: !state.emotionPinned })),
  },
  opens('people', 'people'),
  {
    id: 'openCurrentState',
    group: 'map',
    available: ({ page }) => page.linked.get().kind === 'known',
    run({ page, openMap }) {
      const link = page.linked.get();
      if (link.kind === 'known') openMap(link.id);
    },
  },
  {
    id: 'exportMermaid',
    group: 'map',
    available: () => true,
    run: ({ exportMermaid }) => exportMermaid(),
  },
  {
    id: 'unplaced',
    group: 'map',
    available: ({ page }) => {
      const { unplaced } = page.map.get().snapshot;
      return unplaced.cards.length + unplaced.steps.length > 0;
    },
    run: ({ page }) => page.ui.update((state) => ({ ...state, panel: { kind: 'unplaced' } })),
  },
  {
    id: 'present',
    group: 'view',
    shortcut: 'P',
    available: () => true,
    run: ({ page }) =>
      page.ui.update((state) => ({
        ...state,
        presenting: !state.presenting,
        panel: null,
        dialog: null,
        selection: emptySelection,
        editing: null,
      })),
  },
  {
    id: 'zoomIn',
    group: 'view',
    shortcut: '+',
    available: ({ page }) => stepZoom(page.ui.get().zoom, 1) !== page.ui.get().zoom,
    run: ({ page }) => page.ui.update((state) => ({ ...state, zoom: stepZoom(state.zoom, 1) })),
  },
  {
    id: 'zoomOut',
    group: 'view',
    shortcut: '-',
    available: ({ page }) => stepZoom(page.ui.get().zoom, -1) !== page.ui.get().zoom,
    run: ({ page }) => page.ui.update((state) => ({ ...state, zoom: stepZoom(state.zoom, -1) })),
  },
  {
    id: 'zoomReset',
    group: 'view',
    shortcut: '0',
    available: ({ page }) => page.ui.get().zoom !== 1,
    run: ({ page }) => page.ui.update((state) => ({ ...state, zoom: 1 })),
  },
  {
    id: 'zoomFit',
    group: 'view',
    shortcut: '1',
    available: () => true,
    run({ page }) {
      const scroll = document.querySelector<HTMLElement>('[data-map-scroll]');
      const grid = scroll?.querySelector<HTMLElement>('.map-grid');
      if (!scroll || !grid) return;
      page.ui.update((state) => ({
        ...state,
        zoom: fitZoom(
          { width: grid.offsetWidth, height: grid.offsetHeight },
          { width: scroll.clientWidth, height: scroll.clientHeight },
        ),
      }));
      scroll.scrollTo({ left: 0, top: 0 });
    },
  },
  {
    id: 'contentEnglish',
    group: 'view',
    available: ({ page }) => page.ui.get().contentLocale !== 'en',
    run: ({ page }) => page.ui.update((state) => ({ ...state, contentLocale: 'en', editing: null })),
  },
  {
    id: 'contentIndonesian',
    group: 'view',
    available: ({ page }) => page.ui.get().contentLocale !== 'id',
    run: ({ page }) => page.ui.update((state) => ({ ...state, contentLocale: 'id', editing: null })),
  },
  {
    id: 'palette',
    group: 'help',
    shortcut: 'Mod+K',
    available: () => true,
    run: ({ page }) => page.ui.update((state) => ({ ...state, dialog: 'palette' })),
  },
  {
    id: 'shortcuts',
    group: 'help',
    shortcut: '?',
    available: () => true,
    run: ({ page }) => page.ui.update((state) => ({ ...state, dialog: 'shortcuts' })),
  },
];
