import { type RefObject, useEffect } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { cellKey } from '../document/mapIndex.ts';
import { cellOf, exists, firstTarget, type GridTarget, targetKey } from '../geometry/gridTarget.ts';
import { reveal } from './reveal.ts';

/**
 * Keeps exactly one place of the grid in the tab order and moves DOM focus to it when the keyboard asks. Works on the
 * elements directly, so that stepping about draws nothing again. When a remote edit takes the focused card to another
 * cell, focus goes with it; it never goes anywhere else.
 */
export function useGridFocus(root: RefObject<HTMLDivElement | null>): void {
  const { ui, map, live } = useMapPage();
  useEffect(() => {
    const grid = root.current;
    if (!grid) return;
    let tabbable: HTMLElement | null = null;
    let frame = 0;
    let hadFocus = false;
    let lastFocus: GridTarget | null = ui.get().focus;
    let lastCell = '';
    let lastPlace: GridTarget | null = null;

    const find = (target: GridTarget): HTMLElement | null =>
      grid.querySelector<HTMLElement>(`[data-target="${CSS.escape(targetKey(target))}"]`);

    const settle = (takeFocus: boolean) => {
      const index = map.get();
      const wanted = ui.get().focus;
      const target = [wanted, lastPlace].find((one) => one && exists(index, one)) ?? firstTarget(index);
      const element = target && find(target);
      if (tabbable !== element) {
        if (tabbable) tabbable.tabIndex = -1;
        tabbable = element;
      }
      if (element && element.tabIndex !== 0) element.tabIndex = 0;
      if (takeFocus && element && document.activeElement !== element) {
        element.focus({ preventScroll: true });
        // Where focus was lost to an edit by others, the view stays where it is.
        if (target === wanted) reveal(grid, element);
      }
      return element;
    };

    const onUi = () => {
      const { focus, editing } = ui.get();
      if (focus === lastFocus && !editing) {
        schedule(false);
        return;
      }
      lastFocus = focus;
      schedule(!editing && focus !== null);
    };
    const schedule = (takeFocus: boolean) => {
      cancelAnimationFrame(frame);
      // After React has drawn what the change asks for.
      frame = requestAnimationFrame(() => {
        const lost = hadFocus && document.activeElement === document.body && !ui.get().editing;
        settle(takeFocus || lost);
      });
    };

    const onFocusIn = (event: FocusEvent) => {
      const element = event.target instanceof HTMLElement ? event.target : null;
      const target = readTarget(element);
      hadFocus = true;
      if (target) {
        lastFocus = target;
        ui.update((state) =>
          state.focus && targetKey(state.focus) === targetKey(target) ? state : { ...state, focus: target },
        );
        if (element && tabbable !== element) {
          if (tabbable) tabbable.tabIndex = -1;
          tabbable = element;
          element.tabIndex = 0;
        }
        const cell = cellOf(map.get(), target);
        const key = cell ? cellKey(cell.laneId, cell.columnId) : '';
        lastPlace = cell && { kind: 'cell', ...cell };
        if (key !== lastCell) {
          lastCell = key;
          live.get()?.setPresence({ cell });
        }
      }
    };
    const onFocusOut = (event: FocusEvent) => {
      // Focus that goes to another element was moved by the person; focus that vanishes was lost to an edit.
      if (event.relatedTarget instanceof Node && !grid.contains(event.relatedTarget)) hadFocus = false;
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !grid.contains(event.target)) hadFocus = false;
    };

    settle(false);
    const stopUi = ui.subscribe(onUi);
    const stopMap = map.subscribe(() => schedule(false));
    grid.addEventListener('focusin', onFocusIn);
    grid.addEventListener('focusout', onFocusOut);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      cancelAnimationFrame(frame);
      stopUi();
      stopMap();
      grid.removeEventListener('focusin', onFocusIn);
      grid.removeEventListener('focusout', onFocusOut);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [root, ui, map, live]);
}

/** The target an element stands for, from its `data-target`. */
function readTarget(element: HTMLElement | null): GridTarget | null {
  const [kind, first, second] = element?.dataset.target?.split(':') ?? [];
  if (!kind || !first) return null;
  switch (kind) {
    case 'stage':
      return { kind, stageId: first };
    case 'column':
      return { kind, columnId: first };
    case 'lane':
      return { kind, laneId: first };
    case 'card':
      return { kind, cardId: first };
    case 'cell':
      return second ? { kind, laneId: first, columnId: second } : null;
    default:
      return null;
  }
}
