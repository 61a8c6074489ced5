import type { KeyboardEvent } from 'react';
import type { Command, CommandSurroundings } from '../commands/Command.ts';
import { commandOf, commands } from '../commands/commands.ts';
import { shortcutOf } from '../commands/shortcutOf.ts';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { type GridMove, type GridTarget, moveTarget } from '../geometry/gridTarget.ts';
import { carryBy, carryPlace } from './carry.ts';
import { emptySelection, extendTo, selectOne, toggleCard } from './selection.ts';

const moves: Readonly<Record<string, GridMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
};

/** The keys of the grid: arrows walk, Enter writes, M carries, Space chooses. Keys in fields are left alone. */
export function useGridKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const surroundings = useSurroundings();
  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const element = event.target instanceof HTMLElement ? event.target : null;
    if (!element || element.closest('textarea, input, select, [role="menu"]')) return;
    const onTarget = element.dataset.target !== undefined || element.id === 'map-grid';
    if (!onTarget && !['Escape'].includes(event.key)) return;
    const handled =
      surroundings.page.ui.get().carry === null
        ? plainKey(event, surroundings, element)
        : carryKey(event, surroundings);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function moveOf(event: KeyboardEvent<HTMLElement>): GridMove | null {
  const move = moves[event.key];
  if (!move) return null;
  if (event.ctrlKey || event.metaKey) {
    if (move === 'rowStart') return 'gridStart';
    if (move === 'rowEnd') return 'gridEnd';
  }
  return move;
}

function carryKey(event: KeyboardEvent<HTMLElement>, surroundings: CommandSurroundings): boolean {
  const { page, announce, cellName } = surroundings;
  const { carry } = page.ui.get();
  if (!carry) return false;
  const index = page.map.get();
  const move = moveOf(event);
  if (move) {
    const next = carryBy(index, carry, move);
    page.ui.update((state) => ({ ...state, carry: next }));
    announce('over', { cell: cellName(next.laneId, next.columnId), count: next.at + 1 });
    requestAnimationFrame(() =>
      document.querySelector('.map-drop-mark')?.scrollIntoView({ block: 'center', inline: 'center' }),
    );
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    const place = carryPlace(index, carry);
    const lane = place && index.lanes.get(place.laneId);
    page.ui.update((state) => ({ ...state, carry: null }));
    const first = carry.cardIds.find((id) => index.cards.has(id));
    if (!place || !first || lane?.kind === 'EMOTION') {
      announce('putBack');
      return true;
    }
    page.whenLive(({ acts, history }) => {
      history.gesture(() =>
        acts.moveCards(
          carry.cardIds.filter((id) => index.cards.has(id)),
          place,
        ),
      );
    });
    page.ui.update((state) => ({ ...state, focus: { kind: 'card', cardId: first } }));
    announce('moved', { cell: cellName(place.laneId, place.columnId), count: carry.cardIds.length });
    return true;
  }
  if (event.key === 'Escape' || event.key === 'Tab') {
    page.ui.update((state) => ({ ...state, carry: null }));
    announce('putBack');
    return event.key === 'Escape';
  }
  return false;
}

function plainKey(
  event: KeyboardEvent<HTMLElement>,
  surroundings: CommandSurroundings,
  element: HTMLElement,
): boolean {
  const { page } = surroundings;
  const { ui, map } = page;
  const { focus } = ui.get();
  const move = moveOf(event);
  if (move && focus && !event.altKey) {
    const next = moveTarget(map.get(), focus, move);
    ui.update((state) => ({
      ...state,
      focus: next,
      selection: selectionAfter(surroundings, event.shiftKey, focus, next),
    }));
    return true;
  }
  if (event.key === 'Enter' || event.key === 'F2') return enter(surroundings, element);
  if (event.key === ' ' && focus?.kind === 'card') {
    ui.update((state) => ({ ...state, selection: toggleCard(state.selection, focus.cardId) }));
    return true;
  }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    const menu = element.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    menu?.click();
    return menu !== null;
  }
  if (event.key === 'Escape') return leave(surroundings);
  const shortcut = shortcutOf(event);
  const command = commands.find((candidate) => isGridCommand(candidate) && candidate.shortcut === shortcut);
  if (!command?.available(surroundings)) return false;
  command.run(surroundings);
  return true;
}

/** Commands whose keys only mean something on the grid. The others are listened for on the whole page. */
function isGridCommand(command: Command): boolean {
  return command.group === 'cards';
}

function selectionAfter(
  surroundings: CommandSurroundings,
  extend: boolean,
  from: GridTarget,
  to: GridTarget,
) {
  const { selection } = surroundings.page.ui.get();
  if (!extend) return selection.ids.size === 0 ? selection : emptySelection;
  if (to.kind !== 'card') return selection;
  const base = selection.anchorId === null && from.kind === 'card' ? selectOne(from.cardId) : selection;
  return extendTo(surroundings.page.map.get(), base, to.cardId);
}

function enter(surroundings: CommandSurroundings, element: HTMLElement): boolean {
  const { page } = surroundings;
  const { ui, map, can } = page;
  const { focus } = ui.get();
  if (!focus) return false;
  switch (focus.kind) {
    case 'card':
      if (can.editContent)
        ui.update((state) => ({ ...state, editing: { kind: 'card', cardId: focus.cardId } }));
      else commandOf('openDetails').run(surroundings);
      return true;
    case 'cell':
      if (map.get().lanes.get(focus.laneId)?.kind === 'EMOTION') {
        element.querySelector<HTMLElement>('[role="slider"]')?.focus();
        return true;
      }
      commandOf('addCard').run(surroundings);
      return true;
    case 'stage':
    case 'lane':
    case 'column': {
      if (!can.editStructure) {
        commandOf('openDetails').run(surroundings);
        return true;
      }
      const record =
        focus.kind === 'stage'
          ? { kind: 'stage' as const, id: focus.stageId }
          : focus.kind === 'lane'
            ? { kind: 'lane' as const, id: focus.laneId }
            : { kind: 'step' as const, id: focus.columnId };
      if (record.kind === 'step' && !map.get().steps.has(record.id)) return false;
      ui.update((state) => ({ ...state, editing: { kind: 'name', record } }));
      return true;
    }
  }
}

function leave(surroundings: CommandSurroundings): boolean {
  const { ui } = surroundings.page;
  const { selection, panel, presenting } = ui.get();
  if (selection.ids.size > 0) ui.update((state) => ({ ...state, selection: emptySelection }));
  else if (panel) ui.update((state) => ({ ...state, panel: null }));
  else if (presenting) ui.update((state) => ({ ...state, presenting: false }));
  else return false;
  return true;
}
