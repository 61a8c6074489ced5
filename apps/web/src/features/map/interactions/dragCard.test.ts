import { apply, seededContext } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import type { DropPlace } from '../geometry/dropPlace.ts';
import { mapOf } from '../test/mapOf.ts';
import { type DragEffect, type DragEvent, type DragState, dragCard, idleDrag } from './dragCard.ts';

function dragging(map: ReturnType<typeof mapOf>) {
  let state: DragState = idleDrag;
  const effects: DragEffect[] = [];
  const send = (event: DragEvent) => {
    const step = dragCard(state, event, map.index());
    state = step.state;
    effects.push(...step.effects);
  };
  const press = (cardId: string, touch = false) =>
    send({ kind: 'down', pointerId: 1, touch, cardId, cardIds: [cardId], point: { x: 10, y: 10 } });
  const move = (x: number, y: number) => send({ kind: 'move', pointerId: 1, point: { x, y } });
  const over = (place: DropPlace | null) => send({ kind: 'over', place });
  const up = () => send({ kind: 'up', pointerId: 1 });
  const changed = () => send({ kind: 'mapChanged', index: map.index() });
  return {
    press,
    move,
    over,
    up,
    changed,
    send,
    effects,
    state: () => state,
    kinds: () => effects.map((e) => e.kind),
  };
}

describe('dragCard', () => {
  it('[DRAG1] a mouse lifts after 4 px and not before', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const drag = dragging(map);
    drag.press(card);
    drag.move(12, 12);
    expect(drag.state().kind).toBe('pressed');
    drag.move(14, 10);
    expect(drag.state().kind).toBe('dragging');
  });

  it('[DRAG1] a finger lifts by resting; one that moves sooner scrolls', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const rest = dragging(map);
    rest.press(card, true);
    rest.send({ kind: 'longPress' });
    expect(rest.kinds()).toEqual(['armLongPress', 'disarmLongPress', 'lifted']);
    const scroll = dragging(map);
    scroll.press(card, true);
    scroll.move(10, 40);
    expect(scroll.state()).toBe(idleDrag);
    expect(scroll.kinds()).toEqual(['armLongPress', 'disarmLongPress']);
  });

  it('[DRAG2] nothing is asked for before the release, then one drop', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const drag = dragging(map);
    const place = { laneId: map.laneId(1), columnId: map.columnId(2), afterId: null };
    drag.press(card);
    drag.move(30, 30);
    drag.over(place);
    drag.move(40, 40);
    expect(drag.kinds()).not.toContain('dropped');
    drag.up();
    expect(drag.effects.at(-1)).toEqual({ kind: 'dropped', cardIds: [card], place });
    expect(drag.state()).toBe(idleDrag);
  });

  it('[DRAG3] Escape, no cell beneath and the old place return the card', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const ends: ((drag: ReturnType<typeof dragging>) => void)[] = [
      (drag) => drag.send({ kind: 'cancel' }),
      (drag) => {
        drag.over(null);
        drag.up();
      },
      (drag) => {
        drag.over({ laneId: map.laneId(0), columnId: map.columnId(0), afterId: null });
        drag.up();
      },
    ];
    for (const end of ends) {
      const drag = dragging(map);
      drag.press(card);
      drag.move(30, 30);
      end(drag);
      expect(drag.effects.at(-1)).toEqual({ kind: 'returned' });
    }
  });

  it('[DRAG4] others move, edit and reorder: the drag goes on and drops where it points', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const neighbour = map.add(1, 1);
    const drag = dragging(map);
    drag.press(card);
    drag.move(30, 30);
    drag.over({ laneId: map.laneId(1), columnId: map.columnId(1), afterId: neighbour });
    map.move(card, 2, 2);
    drag.changed();
    apply(map.docs, 'setCardText', { cardId: card, locale: 'en', text: 'edited' }, seededContext(9));
    drag.changed();
    const other = map.add(1, 1);
    map.move(other, 1, 1, null);
    drag.changed();
    drag.up();
    expect(drag.effects.at(-1)).toEqual({
      kind: 'dropped',
      cardIds: [card],
      place: { laneId: map.laneId(1), columnId: map.columnId(1), afterId: neighbour },
    });
  });

  it('[DRAG4] the neighbour is deleted: the card goes behind the last that stays', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const stays = map.add(1, 1);
    const goes = map.add(1, 1);
    const drag = dragging(map);
    drag.press(card);
    drag.move(30, 30);
    drag.over({ laneId: map.laneId(1), columnId: map.columnId(1), afterId: goes });
    map.remove(goes);
    drag.changed();
    drag.up();
    expect(drag.effects.at(-1)).toMatchObject({ kind: 'dropped', place: { afterId: stays } });
  });

  it('[DRAG5] the card is deleted: the drag ends and says so', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const drag = dragging(map);
    drag.press(card);
    drag.move(30, 30);
    map.remove(card);
    drag.changed();
    expect(drag.effects.at(-1)).toEqual({ kind: 'lost' });
    drag.up();
    expect(drag.kinds()).not.toContain('dropped');
  });

  it('[DRAG5] the cell beneath is deleted: the release returns the card', () => {
    const map = mapOf();
    const card = map.add(0, 0);
    const laneId = map.laneId(2);
    const drag = dragging(map);
    drag.press(card);
    drag.move(30, 30);
    drag.over({ laneId, columnId: map.columnId(1), afterId: null });
    apply(map.docs, 'deleteLane', { laneId }, seededContext(9));
    drag.changed();
    drag.up();
    expect(drag.effects.at(-1)).toEqual({ kind: 'returned' });
  });
});
