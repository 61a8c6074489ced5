import { type RefObject, useEffect } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import type { MapIndex } from '../document/mapIndex.ts';
import { stageBeside, stagePageOf } from '../document/stagePage.ts';
import type { GridTarget } from '../geometry/gridTarget.ts';

/** A finger that goes this far to the side, and not down, turns the page. */
const swipePx = 56;
const slideMs = 160;

/** On a phone: swiping goes from stage to stage, and the page follows the focus and the person one follows. */
export function useStagePages(root: RefObject<HTMLElement | null>): void {
  const { ui, map, people } = useMapPage();
  useEffect(() => {
    const scroller = root.current;
    if (!scroller) return;
    const phone = window.matchMedia('(max-width: 640px)');
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    let start: { readonly x: number; readonly y: number; readonly at: number } | null = null;
    let lastFocus = ui.get().focus;
    let lastStage = stagePageOf(map.get(), ui.get());

    const show = (stageId: string | null) =>
      ui.update((state) =>
        stageId === null || stageId === stagePageOf(map.get(), state) ? state : { ...state, stageId },
      );
    const slide = () => {
      const index = map.get();
      const now = stagePageOf(index, ui.get());
      if (now === lastStage) return;
      const order = index.snapshot.stages.map((stage) => stage.id);
      const forward = order.indexOf(now ?? '') > order.indexOf(lastStage ?? '');
      lastStage = now;
      scroller.scrollTo({ top: 0 });
      if (calm.matches) return;
      scroller.firstElementChild?.animate(
        [
          { transform: `translateX(${forward ? 40 : -40}px)`, opacity: 0.4 },
          { transform: 'none', opacity: 1 },
        ],
        { duration: slideMs, easing: 'ease-out' },
      );
    };
    const onUi = () => {
      if (!phone.matches) return;
      const { focus, following } = ui.get();
      const person = following === null ? null : people.get().all.find((one) => one.clientId === following);
      if (person?.cell) show(stageOf(map.get(), { kind: 'cell', ...person.cell }));
      else if (focus !== lastFocus) show(focus && stageOf(map.get(), focus));
      lastFocus = focus;
      slide();
    };
    const onStart = (event: TouchEvent) => {
      const [touch] = event.touches;
      start =
        touch && event.touches.length === 1
          ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp }
          : null;
    };
    const onEnd = (event: TouchEvent) => {
      const [touch] = event.changedTouches;
      const from = start;
      start = null;
      const { drag, editing } = ui.get();
      if (!phone.matches || !from || !touch || drag || editing) return;
      const dx = touch.clientX - from.x;
      const dy = touch.clientY - from.y;
      if (Math.abs(dx) < swipePx || Math.abs(dx) < 2 * Math.abs(dy) || event.timeStamp - from.at > 600)
        return;
      show(stageBeside(map.get(), stagePageOf(map.get(), ui.get()), dx < 0 ? 1 : -1));
    };
    const stops = [ui.subscribe(onUi), people.subscribe(onUi)];
    scroller.addEventListener('touchstart', onStart, { passive: true });
    scroller.addEventListener('touchend', onEnd, { passive: true });
    return () => {
      for (const stop of stops) stop();
      scroller.removeEventListener('touchstart', onStart);
      scroller.removeEventListener('touchend', onEnd);
    };
  }, [root, ui, map, people]);
}

/** The stage a target belongs to; null for lanes, which are on every page. */
function stageOf(index: MapIndex, target: GridTarget): string | null {
  switch (target.kind) {
    case 'stage':
      return target.stageId;
    case 'lane':
      return null;
    case 'cell':
    case 'column':
      return index.columns.get(target.columnId)?.stageId ?? null;
    case 'card':
      return index.columns.get(index.cards.get(target.cardId)?.place.columnId ?? '')?.stageId ?? null;
  }
}
