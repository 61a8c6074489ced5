import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useMapPage } from '../document/MapPage.ts';
import { afterAt, type CardSpan, type DropPlace } from '../geometry/dropPlace.ts';
import { cellOf } from '../geometry/gridTarget.ts';
import { type DragEvent, type DragState, dragCard, idleDrag, lift } from './dragCard.ts';
import { edgeSpeed } from './edgeSpeed.ts';
import { selectedInOrder, selectOne } from './selection.ts';

/**
 * Lets cards be dragged by mouse, pen and finger. The machine decides, this hook feeds it and draws: the lifted copy
 * follows the pointer without React, the page state changes only when the place beneath does.
 */
export function useCardDrag(root: RefObject<HTMLDivElement | null>): RefObject<HTMLDivElement | null> {
  const t = useTranslations('map');
  const page = useMapPage();
  const layer = useRef<HTMLDivElement>(null);
  const names = useColumnNames();
  const say = useRef({ t, names });
  say.current = { t, names };

  useEffect(() => {
    const grid = root.current;
    if (!grid || !page.can.editContent) return;
    const { ui, map, live, whenLive, announcer, dropPlace } = page;
    let state: DragState = idleDrag;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let grab = { x: 0, y: 0 };
    let suppressClick = false;
    let frameBox = grid.getBoundingClientRect();
    let lastPoint: { readonly x: number; readonly y: number } | null = null;
    /** What a mouse is over, as the browser told with the move; a finger's events stay with where it went down. */
    let beneath: Element | null = null;
    /** Others changed the map since the last look beneath the pointer. */
    let stale = false;

    const send = (event: DragEvent) => {
      const before = state;
      const step = dragCard(state, event, map.get());
      state = step.state;
      for (const effect of step.effects) {
        switch (effect.kind) {
          case 'armLongPress':
            timer = setTimeout(() => send({ kind: 'longPress' }), lift.longPressMs);
            break;
          case 'disarmLongPress':
            clearTimeout(timer);
            break;
          case 'lifted':
            raise();
            break;
          case 'dropped': {
            const { cardIds, place } = effect;
            whenLive((session) => {
              session.acts.moveCards(cardIds, place);
              session.history.endStep();
            });
            announcer.say(
              say.current.t('announce.moved', {
                count: cardIds.length,
                cell: say.current.names.cell(place.laneId, place.columnId),
              }),
            );
            break;
          }
          case 'returned':
            break;
          case 'lost':
            announcer.say(say.current.t('announce.lost'));
            break;
        }
      }
      if (state !== before) show(before);
    };

    const show = (before: DragState) => {
      const over = state.kind === 'dragging' ? state.over : null;
      const previousOver = before.kind === 'dragging' ? before.over : null;
      if (state.kind === before.kind && over === previousOver) return;
      if (state.kind === 'dragging') {
        const { cardId, cardIds } = state;
        dropPlace.set(over);
        ui.update((current) =>
          current.drag?.cardIds === cardIds ? current : { ...current, drag: { cardId, cardIds } },
        );
        live.get()?.setPresence({
          drag: over && { cardId, laneId: over.laneId, columnId: over.columnId },
        });
      } else if (before.kind === 'dragging') {
        cancelAnimationFrame(frame);
        grid.removeAttribute('data-dragging');
        layer.current?.replaceChildren();
        dropPlace.set(null);
        ui.update((current) => (current.drag ? { ...current, drag: null } : current));
        live.get()?.setPresence({ drag: null });
      }
    };

    /** Makes the copy that follows the pointer and starts watching what lies beneath it. */
    const raise = () => {
      if (state.kind !== 'dragging') return;
      const { cardId, cardIds, point } = state;
      const card = grid.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"]`);
      if (card && layer.current) {
        const box = card.getBoundingClientRect();
        grab = { x: point.x - box.left, y: point.y - box.top };
        const copy = card.cloneNode(true);
        if (copy instanceof HTMLElement) {
          for (const name of ['data-card-id', 'data-target', 'data-record', 'tabindex', 'data-selected'])
            copy.removeAttribute(name);
          copy.classList.add('map-lifted');
          copy.style.width = `${card.offsetWidth}px`;
          const row = card.closest<HTMLElement>('.map-row');
          if (row) copy.style.setProperty('--tint', row.style.getPropertyValue('--tint'));
          if (cardIds.length > 1) copy.dataset.count = String(cardIds.length);
          layer.current.replaceChildren(copy);
        }
      }
      suppressClick = true;
      frameBox = grid.getBoundingClientRect();
      lastPoint = null;
      grid.setAttribute('data-dragging', '');
      if (!ui.get().selection.ids.has(cardId))
        ui.update((current) => ({ ...current, selection: selectOne(cardId) }));
      announcer.say(say.current.t('announce.dragged', { count: cardIds.length }));
      frame = requestAnimationFrame(track);
    };

    /**
     * Once per frame: look what lies beneath, scroll at the edges, place the copy. First all reading, then the writing:
     * the other way round the browser would have to lay the page out twice.
     */
    const track = () => {
      if (state.kind !== 'dragging') return;
      const { point, cardIds } = state;
      const dx = edgeSpeed(point.x, frameBox.left, frameBox.right);
      const dy = edgeSpeed(point.y, frameBox.top, frameBox.bottom);
      const scrolls = dx !== 0 || dy !== 0;
      if (scrolls || stale || point !== lastPoint) {
        // Asking the browser again costs; it is only needed where things have moved under a pointer at rest.
        const known = scrolls || stale ? null : beneath;
        stale = false;
        lastPoint = point;
        const element = known ?? document.elementFromPoint(point.x, point.y);
        const place = placeUnder(element, point.y, cardIds);
        if (layer.current) {
          layer.current.style.transform = `translate3d(${point.x - grab.x}px, ${point.y - grab.y}px, 0)`;
        }
        if (scrolls) grid.scrollBy(dx, dy);
        send({ kind: 'over', place });
      }
      frame = requestAnimationFrame(track);
    };

    const placeUnder = (element: Element | null, y: number, moving: readonly string[]): DropPlace | null => {
      const cell = element?.closest<HTMLElement>('[data-cell]');
      if (!cell || !grid.contains(cell)) return null;
      const [laneId, columnId] = cell.dataset.cell?.split(':') ?? [];
      const lane = laneId ? map.get().lanes.get(laneId) : undefined;
      if (!laneId || !columnId || !lane || lane.kind === 'EMOTION') return null;
      const spans: CardSpan[] = [];
      for (const card of cell.querySelectorAll<HTMLElement>('[data-card-id]')) {
        const cardId = card.dataset.cardId;
        if (!cardId || moving.includes(cardId)) continue;
        const box = card.getBoundingClientRect();
        spans.push({ cardId, top: box.top, bottom: box.bottom });
      }
      return { laneId, columnId, afterId: afterAt(spans, y) };
    };

    const onPointerDown = (event: PointerEvent) => {
      suppressClick = false;
      if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
      if (event.target.closest('textarea, input, button, a')) return;
      const cardId = event.target.closest<HTMLElement>('[data-card-id]')?.dataset.cardId;
      if (!cardId || !cellOf(map.get(), { kind: 'card', cardId })) return;
      const { selection } = ui.get();
      const cardIds = selection.ids.has(cardId) ? selectedInOrder(map.get(), selection) : [cardId];
      send({
        kind: 'down',
        pointerId: event.pointerId,
        touch: event.pointerType === 'touch',
        cardId,
        cardIds,
        point: { x: event.clientX, y: event.clientY },
      });
    };
    const onPointerMove = (event: PointerEvent) => {
      if (state.kind === 'idle') return;
      beneath = event.pointerType === 'mouse' && event.target instanceof Element ? event.target : null;
      send({ kind: 'move', pointerId: event.pointerId, point: { x: event.clientX, y: event.clientY } });
      if (state.kind === 'dragging') event.preventDefault();
    };
    const onPointerUp = (event: PointerEvent) => send({ kind: 'up', pointerId: event.pointerId });
    const onCancel = () => send({ kind: 'cancel' });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || state.kind === 'idle') return;
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    };
    // While a finger carries a card, the page must not scroll under it.
    const onTouchMove = (event: TouchEvent) => {
      if (state.kind === 'dragging') event.preventDefault();
    };
    const onContextMenu = (event: Event) => {
      if (state.kind !== 'idle') event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      if (!suppressClick) return;
      suppressClick = false;
      event.preventDefault();
      event.stopPropagation();
    };

    grid.addEventListener('pointerdown', onPointerDown);
    grid.addEventListener('click', onClick, true);
    grid.addEventListener('contextmenu', onContextMenu);
    grid.addEventListener('touchmove', onTouchMove, { passive: false });
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('blur', onCancel);
    window.addEventListener('keydown', onKeyDown, true);
    const stopMap = map.subscribe(() => {
      stale = true;
      send({ kind: 'mapChanged', index: map.get() });
    });
    return () => {
      onCancel();
      clearTimeout(timer);
      stopMap();
      grid.removeEventListener('pointerdown', onPointerDown);
      grid.removeEventListener('click', onClick, true);
      grid.removeEventListener('contextmenu', onContextMenu);
      grid.removeEventListener('touchmove', onTouchMove);
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('blur', onCancel);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [root, page]);

  return layer;
}
