import type { MapIndex } from '../document/mapIndex.ts';
import { type DropPlace, isWhereItWas, samePlace, settlePlace } from '../geometry/dropPlace.ts';

/** How far a mouse moves, and how long a finger rests, before a card is lifted. */
export const lift = { distancePx: 4, longPressMs: 250, touchSlopPx: 8 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drag of cards, from the press to the release. */
export type DragState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'pressed';
      readonly pointerId: number;
      readonly touch: boolean;
      readonly cardId: string;
      readonly cardIds: readonly string[];
      readonly start: Point;
    }
  | {
      readonly kind: 'dragging';
      readonly pointerId: number;
      readonly cardId: string;
      readonly cardIds: readonly string[];
      readonly point: Point;
      readonly over: DropPlace | null;
    };

/** What can happen to a drag. */
export type DragEvent =
  | {
      readonly kind: 'down';
      readonly pointerId: number;
      readonly touch: boolean;
      readonly cardId: string;
      readonly cardIds: readonly string[];
      readonly point: Point;
    }
  | { readonly kind: 'move'; readonly pointerId: number; readonly point: Point }
  | { readonly kind: 'longPress' }
  | { readonly kind: 'over'; readonly place: DropPlace | null }
  | { readonly kind: 'up'; readonly pointerId: number }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'mapChanged'; readonly index: MapIndex };

/** What the page has to do after an event. */
export type DragEffect =
  | { readonly kind: 'armLongPress' }
  | { readonly kind: 'disarmLongPress' }
  | { readonly kind: 'lifted'; readonly cardId: string }
  | { readonly kind: 'dropped'; readonly cardIds: readonly string[]; readonly place: DropPlace }
  | { readonly kind: 'returned' }
  | { readonly kind: 'lost' };

/** A drag at rest. */
export const idleDrag: DragState = { kind: 'idle' };

interface DragStep {
  readonly state: DragState;
  readonly effects: readonly DragEffect[];
}

const stay = (state: DragState): DragStep => ({ state, effects: [] });

/**
 * Decides what an event does to a drag. Nothing is written before the release, so a drag that ends any other way leaves
 * no trace; edits by others while a card is up never end it unless the card itself is gone.
 */
export function dragCard(state: DragState, event: DragEvent, index: MapIndex): DragStep {
  switch (event.kind) {
    case 'down':
      if (state.kind !== 'idle') return stay(state);
      return {
        state: {
          kind: 'pressed',
          pointerId: event.pointerId,
          touch: event.touch,
          cardId: event.cardId,
          cardIds: event.cardIds,
          start: event.point,
        },
        effects: event.touch ? [{ kind: 'armLongPress' }] : [],
      };
    case 'move':
      return moved(state, event);
    case 'longPress':
      return state.kind === 'pressed' ? lifted(state, state.start) : stay(state);
    case 'over':
      if (state.kind !== 'dragging' || samePlace(state.over, event.place)) return stay(state);
      return stay({ ...state, over: event.place });
    case 'up':
      return released(state, event.pointerId, index);
    case 'cancel':
      return ended(state);
    case 'mapChanged':
      return changed(state, event.index);
  }
}

function moved(state: DragState, event: Extract<DragEvent, { kind: 'move' }>): DragStep {
  if (state.kind === 'idle' || state.pointerId !== event.pointerId) return stay(state);
  if (state.kind === 'dragging') return stay({ ...state, point: event.point });
  const distance = Math.hypot(event.point.x - state.start.x, event.point.y - state.start.y);
  if (state.touch) {
    // A finger that moves before the long press is over wants to scroll.
    return distance > lift.touchSlopPx
      ? { state: idleDrag, effects: [{ kind: 'disarmLongPress' }] }
      : stay(state);
  }
  return distance >= lift.distancePx ? lifted(state, event.point) : stay(state);
}

function lifted(state: Extract<DragState, { kind: 'pressed' }>, point: Point): DragStep {
  const { pointerId, cardId, cardIds } = state;
  return {
    state: { kind: 'dragging', pointerId, cardId, cardIds, point, over: null },
    effects: [{ kind: 'disarmLongPress' }, { kind: 'lifted', cardId }],
  };
}

function released(state: DragState, pointerId: number, index: MapIndex): DragStep {
  if (state.kind === 'idle' || state.pointerId !== pointerId) return stay(state);
  if (state.kind === 'pressed') return { state: idleDrag, effects: [{ kind: 'disarmLongPress' }] };
  const cardIds = state.cardIds.filter((id) => index.cards.has(id));
  const place = state.over && settlePlace(index, state.over, cardIds);
  if (!place || cardIds.length === 0 || isWhereItWas(index, place, cardIds)) {
    return { state: idleDrag, effects: [{ kind: 'returned' }] };
  }
  return { state: idleDrag, effects: [{ kind: 'dropped', cardIds, place }] };
}

function ended(state: DragState): DragStep {
  if (state.kind === 'idle') return stay(state);
  return { state: idleDrag, effects: [{ kind: state.kind === 'pressed' ? 'disarmLongPress' : 'returned' }] };
}

function changed(state: DragState, index: MapIndex): DragStep {
  if (state.kind === 'idle') return stay(state);
  if (!index.cards.has(state.cardId)) {
    return { state: idleDrag, effects: [{ kind: 'disarmLongPress' }, { kind: 'lost' }] };
  }
  if (state.kind === 'pressed') return stay(state);
  const cardIds = state.cardIds.every((id) => index.cards.has(id))
    ? state.cardIds
    : state.cardIds.filter((id) => index.cards.has(id));
  const over = state.over && settlePlace(index, state.over, cardIds);
  return stay(cardIds === state.cardIds && over === state.over ? state : { ...state, cardIds, over });
}
