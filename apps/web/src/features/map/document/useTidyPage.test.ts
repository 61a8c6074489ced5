import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { initialPageState, type PageState } from './PageState.ts';
import { foldedShown, tidied } from './useTidyPage.ts';

const start = initialPageState('en');

function writing(editing: PageState['editing']): PageState {
  return { ...start, editing };
}

describe('tidied', () => {
  it('[HOLD1] a card whose lane or column was deleted is written on among the unplaced ones', () => {
    for (const kind of ['card', 'draft'] as const) {
      const map = mapOf();
      const cardId = map.add(0, 0, 'Waits');
      const [laneId, columnId] = [map.laneId(0), map.columnId(0)];
      map.removeLane(0);
      const state = writing(kind === 'card' ? { kind, cardId } : { kind, laneId, columnId, cardId });
      const next = tidied(state, map.index(), true, null);
      expect(next).toMatchObject({ editing: { kind: 'card', cardId }, panel: { kind: 'unplaced' } });
      expect(tidied(next, map.index(), true, null)).toBe(next);
    }
  });

  it('[HOLD1] a draft without a letter goes with its cell', () => {
    const map = mapOf();
    const [laneId, columnId] = [map.laneId(0), map.columnId(0)];
    map.removeLane(0);
    expect(tidied(writing({ kind: 'draft', laneId, columnId }), map.index(), true, null).editing).toBeNull();
  });

  it('[HOLD2] a new card that somebody moved is written on where it went', () => {
    const map = mapOf();
    const cardId = map.add(0, 0, 'Waits');
    const draft = { kind: 'draft', laneId: map.laneId(0), columnId: map.columnId(0), cardId } as const;
    expect(tidied(writing(draft), map.index(), true, null).editing).toBe(draft);
    map.move(cardId, 1, 1);
    expect(tidied(writing(draft), map.index(), true, null).editing).toEqual({ kind: 'card', cardId });
  });

  it('[HOLD3] words of a card deleted under one’s hands stay until it is back or let go', () => {
    const map = mapOf();
    const lost = {
      cardId: 'crd_gone',
      laneId: map.laneId(0),
      columnId: map.columnId(0),
      text: { en: 'Waits', id: '' },
    };
    const next = tidied(writing({ kind: 'card', cardId: 'crd_gone' }), map.index(), true, lost);
    expect(next).toMatchObject({ editing: null, lost });
    expect(tidied(next, map.index(), true, null)).toBe(next);
    const back = { ...next, lost: { ...lost, cardId: map.add(0, 0, 'Waits') } };
    expect(tidied(back, map.index(), true, null).lost).toBeNull();
  });

  it('[RIGHT1] who may no longer write has no editor open', () => {
    const map = mapOf();
    const cardId = map.add(0, 0, 'Waits');
    expect(tidied(writing({ kind: 'card', cardId }), map.index(), false, null).editing).toBeNull();
  });

  it('[FOLD1] what is focused on or written is never folded away', () => {
    const map = mapOf();
    const ids = Array.from({ length: foldedShown + 3 }, (_, n) => map.add(0, 0, `Card ${n}`));
    const key = `${map.laneId(0)}:${map.columnId(0)}`;
    const focus = (cardId: string) =>
      tidied({ ...start, focus: { kind: 'card', cardId } }, map.index(), true, null).unfolded;
    expect(focus(ids[0] ?? '')).toBe(start.unfolded);
    expect([...focus(ids.at(-1) ?? '')]).toEqual([key]);
    const draft = { kind: 'draft', laneId: map.laneId(0), columnId: map.columnId(0) } as const;
    expect([...tidied(writing(draft), map.index(), true, null).unfolded]).toEqual([key]);
  });
});
