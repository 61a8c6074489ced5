import { describe, expect, it } from 'vitest';
import { apply } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { cardIn, person, twoPeople } from '../../test/undoBed.ts';
import { readMap } from '../projection/readMap.ts';
import { applyTextDiff } from '../schema/localizedText.ts';
import { textOf } from '../schema/textOf.ts';

describe('createUndo', () => {
  it('[UNDO1] undo and redo walk over both documents in the order of the acts', () => {
    const { ann, cardId } = twoPeople();
    const start = readMap(ann.docs);
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    apply(ann.docs, 'setMapTitle', { locale: 'en', text: 'Another' }, ann.context);
    apply(ann.docs, 'editCard', { cardId, team: 'PRODUCT' }, ann.context);
    const end = readMap(ann.docs);
    expect([ann.undo.undo(), ann.undo.undo()]).toEqual([{ done: true }, { done: true }]);
    expect(readMap(ann.docs).title.en).toBe('A map');
    expect(cardIn(ann.docs, cardId)?.team).toBe('SALES');
    ann.undo.undo();
    expect(readMap(ann.docs)).toEqual(start);
    expect(ann.undo.state).toEqual({ canUndo: false, canRedo: true });
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'NOTHING' });
    for (let i = 0; i < 3; i += 1) expect(ann.undo.redo()).toEqual({ done: true });
    expect(readMap(ann.docs)).toEqual(end);
    expect(ann.states.at(-1)).toEqual({ canUndo: true, canRedo: false });
  });

  it('[UNDO1] an act after undo ends redo', () => {
    const { ann, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    ann.undo.undo();
    apply(ann.docs, 'editCard', { cardId, channel: 'WEB' }, ann.context);
    expect(ann.undo.redo()).toEqual({ done: false, reason: 'NOTHING' });
  });

  it('[UNDO1] an act that changes nothing is no step and leaves redo alone', () => {
    const { ann, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    ann.undo.undo();
    apply(ann.docs, 'setCardText', { cardId, locale: 'en', text: 'Pay' }, ann.context);
    expect(ann.undo.state).toEqual({ canUndo: false, canRedo: true });
    expect(ann.undo.redo()).toEqual({ done: true });
    expect(cardIn(ann.docs, cardId)?.team).toBe('SALES');
  });

  it('[UNDO2] only acts of this person are undone', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    apply(budi.docs, 'editCard', { cardId, channel: 'WEB' }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'NOTHING' });
    exchange(ann.docs, budi.docs);
    expect(cardIn(budi.docs, cardId)).toMatchObject({ team: null, channel: 'WEB' });
  });

  it('[UNDO3] a gesture over both documents is one step', () => {
    const { ann, cardId, cell } = twoPeople();
    const before = readMap(ann.docs);
    ann.undo.gesture(() => {
      apply(ann.docs, 'deleteCard', { cardId }, ann.context);
      apply(ann.docs, 'deleteStage', { stageId: cell.otherId }, ann.context);
    });
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(readMap(ann.docs)).toEqual(before);
    expect(ann.undo.state.canUndo).toBe(false);
  });

  it('[UNDO3] two operations are two steps, however fast', () => {
    const { ann, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    apply(ann.docs, 'editCard', { cardId, team: 'PRODUCT' }, ann.context);
    ann.undo.undo();
    expect(cardIn(ann.docs, cardId)?.team).toBe('SALES');
  });

  it('[UNDO4] typing in one text within half a second is one step, a pause or a boundary begins the next', () => {
    const { ann, cardId } = twoPeople();
    const text = textOf(ann.docs, { recordId: cardId, field: 'text', locale: 'en' });
    if (text === null) throw new Error('no text');
    const type = (next: string) => ann.docs.content.transact(() => applyTextDiff(text, next), ann.origin);
    type('Pay ');
    ann.clock.now += 400;
    type('Pay b');
    ann.clock.now += 499;
    type('Pay by');
    ann.clock.now += 500;
    type('Pay by card');
    ann.undo.boundary();
    type('Pay by card!');
    const seen: string[] = [];
    while (ann.undo.undo().done) seen.push(text.toString());
    expect(seen).toEqual(['Pay by card', 'Pay by', 'Pay']);
  });

  it('[UNDO5] a field that another person set since is not reverted, and the step is given up whole', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, channel: 'SMS' }, ann.context);
    apply(ann.docs, 'editCard', { cardId, team: 'SALES', cause: 'PRICE' }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'editCard', { cardId, team: 'SERVICE' }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(cardIn(ann.docs, cardId)).toMatchObject({ team: 'SERVICE', cause: 'PRICE', channel: 'SMS' });
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(cardIn(ann.docs, cardId)).toMatchObject({ team: 'SERVICE', cause: 'PRICE', channel: null });
  });

  it('[UNDO5] a move that another person overruled is not undone', () => {
    const { ann, budi, cell, cardId } = twoPeople();
    const lanes = readMap(ann.docs).lanes;
    const third = lanes[2]?.id ?? '';
    apply(ann.docs, 'moveCard', { cardId, columnId: cell.otherId, laneId: cell.laneId }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'moveCard', { cardId, columnId: cell.otherId, laneId: third }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(cardIn(ann.docs, cardId)?.place.laneId).toBe(third);
  });

  it('[UNDO5] a cleared field that another person set since stays set', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    apply(ann.docs, 'editCard', { cardId, team: null }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'editCard', { cardId, team: 'MARKETING' }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(cardIn(ann.docs, cardId)?.team).toBe('MARKETING');
  });

  it('[UNDO6] a card that another person wrote into is not taken away', () => {
    const { ann, budi, cell } = twoPeople();
    const { columnId, laneId } = cell;
    const cardId = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'New' } }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'setCardText', { cardId, locale: 'id', text: 'Baru' }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'EXTENDED' });
    expect(cardIn(ann.docs, cardId)?.text).toEqual({ en: 'New', id: 'Baru' });
  });

  it('[UNDO6] what another person deleted stays deleted', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'deleteCard', { cardId }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'GONE' });
    expect(cardIn(ann.docs, cardId)).toBeUndefined();
  });

  it('[UNDO2] three people interleave, part and meet again: each takes back own acts alone', () => {
    const { ann, budi, cell } = twoPeople();
    const citra = person(copyOf(ann.docs), 62);
    const people = [ann, budi, citra];
    const { columnId, laneId } = cell;
    for (let round = 0; round < 3; round += 1) {
      for (const [index, who] of people.entries()) {
        apply(who.docs, 'addCard', { columnId, laneId, text: { en: `${index}.${round}` } }, who.context);
      }
      if (round !== 1) exchange(ann.docs, budi.docs, citra.docs);
    }
    for (let i = 0; i < 3; i += 1) expect(budi.undo.undo()).toEqual({ done: true });
    exchange(ann.docs, budi.docs, citra.docs);
    const texts = readMap(citra.docs).cards.map((card) => card.text.en);
    expect(texts.toSorted()).toEqual(['0.0', '0.1', '0.2', '2.0', '2.1', '2.2', 'Pay']);
    expect(budi.undo.undo()).toEqual({ done: false, reason: 'NOTHING' });
  });

  it('[UNDO8] a destroyed undo records nothing', () => {
    const { ann, cardId } = twoPeople();
    ann.undo.destroy();
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    expect(ann.undo.state).toEqual({ canUndo: false, canRedo: false });
  });

  it('[UNDO9] a held step is one, whatever it is made of; dropped, nothing of it is left', () => {
    const { ann, cell, cardId } = twoPeople();
    const { columnId, laneId } = cell;
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    const before = readMap(ann.docs);
    for (const end of ['drop', 'keep'] as const) {
      const held = ann.undo.hold();
      const id = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'W' } }, ann.context);
      const text = textOf(ann.docs, { recordId: id, field: 'text', locale: 'en' });
      for (const next of ['Wa', 'Wait']) {
        ann.docs.content.transact(() => text && applyTextDiff(text, next), ann.origin);
      }
      held[end]();
      held.drop();
      if (end === 'keep') expect(cardIn(ann.docs, id)?.text.en).toBe('Wait');
      else expect(readMap(ann.docs)).toEqual(before);
      expect(ann.undo.state).toEqual({ canUndo: true, canRedo: false });
    }
    ann.undo.undo();
    expect(readMap(ann.docs)).toEqual(before);
    ann.undo.undo();
    expect(cardIn(ann.docs, cardId)?.team).toBeNull();
  });

  it('[UNDO9] a dropped step leaves the card that others have written into', () => {
    const { ann, budi, cell } = twoPeople();
    const { columnId, laneId } = cell;
    const held = ann.undo.hold();
    const id = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'W' } }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'setCardText', { cardId: id, locale: 'en', text: 'We' }, budi.context);
    exchange(ann.docs, budi.docs);
    held.drop();
    expect(cardIn(ann.docs, id)?.text.en).toBe('We');
    expect(ann.undo.state).toEqual({ canUndo: false, canRedo: false });
  });
});
