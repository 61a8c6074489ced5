import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, runOperation } from '../../test/buildMap.ts';
import { exchange } from '../../test/exchange.ts';
import { cardIn, twoPeople } from '../../test/undoBed.ts';
import { checkMap } from '../checks/checkMap.ts';
import type { MapDocs } from '../operation.ts';
import { deletedRecords } from '../projection/deletedRecords.ts';
import { readMap } from '../projection/readMap.ts';
import { applyTextDiff } from '../schema/localizedText.ts';
import { textOf } from '../schema/textOf.ts';

function englishOf(docs: MapDocs, cardId: string): Y.Text {
  const text = textOf(docs, { recordId: cardId, field: 'text', locale: 'en' });
  if (text === null) throw new Error('no text');
  return text;
}

describe('undo and deletion', () => {
  it('[DEL1] a deleted record reads as absent and operations do not find it', () => {
    const { ann, cardId, cell } = twoPeople();
    apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    expect(readMap(ann.docs).cards).toEqual([]);
    expect(readMap(ann.docs).unplaced.cards).toEqual([]);
    expect(textOf(ann.docs, { recordId: cardId, field: 'text', locale: 'en' })).toBeNull();
    const text = { cardId, locale: 'en', text: 'x' };
    const refused = { ok: false, error: { code: 'NOT_FOUND', field: 'cardId' } };
    expect(runOperation(ann.docs, 'setCardText', text, ann.context)).toMatchObject(refused);
    expect(runOperation(ann.docs, 'deleteCard', { cardId }, ann.context)).toMatchObject(refused);
    const behind = { columnId: cell.columnId, laneId: cell.laneId, text: {}, afterId: cardId };
    expect(runOperation(ann.docs, 'addCard', behind, ann.context)).toMatchObject({
      ok: false,
      error: { field: 'afterId' },
    });
    expect(checkMap(ann.docs)).toEqual([]);
  });

  it.each([true, false])(
    '[DEL2] [UNDO7] what a colleague writes into a card being deleted is kept (arriving before the undo: %s)',
    (inTime) => {
      const { ann, budi, cardId } = twoPeople();
      const open = englishOf(budi.docs, cardId);
      apply(ann.docs, 'deleteCard', { cardId }, ann.context);
      apply(budi.docs, 'setCardText', { cardId, locale: 'en', text: 'Pay in cash' }, budi.context);
      apply(budi.docs, 'editCard', { cardId, team: 'SERVICE' }, budi.context);
      if (inTime) exchange(ann.docs, budi.docs);
      // An editor that is still open when its card goes.
      budi.docs.content.transact(() => applyTextDiff(open, 'Pay in cash only'), budi.origin);
      expect(ann.undo.undo()).toEqual({ done: true });
      exchange(ann.docs, budi.docs);
      expect(cardIn(ann.docs, cardId)).toMatchObject({
        text: { en: 'Pay in cash only', id: '' },
        team: 'SERVICE',
      });
      expect(englishOf(budi.docs, cardId)).toBe(open);
      expect(readMap(budi.docs)).toEqual(readMap(ann.docs));
    },
  );

  it('[DEL3] an addition taken back loses nothing either: redo shows the same card with what came late', () => {
    const { ann, budi, cell } = twoPeople();
    const { columnId, laneId } = cell;
    const cardId = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'New' } }, ann.context);
    const text = englishOf(ann.docs, cardId);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'setCardText', { cardId, locale: 'en', text: 'New idea' }, budi.context);
    let updates = 0;
    ann.docs.content.on('update', () => {
      updates += 1;
    });
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(updates).toBe(1);
    exchange(ann.docs, budi.docs);
    expect(cardIn(budi.docs, cardId)).toBeUndefined();
    expect(deletedRecords(budi.docs)).toEqual([
      { id: cardId, kind: 'card', text: { en: 'New idea', id: '' } },
    ]);
    expect(ann.undo.redo()).toEqual({ done: true });
    expect(englishOf(ann.docs, cardId)).toBe(text);
    expect(text.toString()).toBe('New idea');
    // What Budi wrote is on the screen now; it must not go by Ann's undo.
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'EXTENDED' });
  });

  it('[DEL3] undo and redo of an addition, again and again, keep one card and its place', () => {
    const { ann, cell } = twoPeople();
    const { columnId, laneId } = cell;
    const start = readMap(ann.docs);
    const cardId = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'New' } }, ann.context);
    apply(ann.docs, 'editCard', { cardId, team: 'SALES' }, ann.context);
    apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    const end = readMap(ann.docs);
    expect(end).toEqual(start);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 3; i += 1) expect(ann.undo.undo()).toEqual({ done: true });
      expect(readMap(ann.docs)).toEqual(start);
      expect(ann.undo.redo()).toEqual({ done: true });
      expect(ann.undo.redo()).toEqual({ done: true });
      expect(cardIn(ann.docs, cardId)).toMatchObject({ team: 'SALES', text: { en: 'New' } });
      expect(ann.undo.redo()).toEqual({ done: true });
      expect(readMap(ann.docs)).toEqual(end);
    }
    expect(checkMap(ann.docs)).toEqual([]);
  });

  it('[DEL3] a step that adds records and sets a value is taken back and done again whole', () => {
    const { ann } = twoPeople();
    const before = readMap(ann.docs);
    apply(ann.docs, 'setMapType', { type: 'SERVICE_BLUEPRINT' }, ann.context);
    const after = readMap(ann.docs);
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(readMap(ann.docs)).toEqual(before);
    expect(ann.undo.redo()).toEqual({ done: true });
    expect(readMap(ann.docs)).toEqual(after);
  });

  it('[UNDO7] a deleted step returns with the act a colleague wrote into it at that moment', () => {
    const { ann, budi, cell } = twoPeople();
    const stepId = apply(ann.docs, 'addStep', { stageId: cell.columnId, name: { en: 'Ask' } }, ann.context);
    exchange(ann.docs, budi.docs);
    const act = { stepId, field: 'exitAct', locale: 'id', text: 'Menunda' } as const;
    apply(ann.docs, 'deleteStep', { stepId }, ann.context);
    apply(budi.docs, 'setStepText', act, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: true });
    exchange(ann.docs, budi.docs);
    const acts = () =>
      readMap(budi.docs).stages.flatMap((stage) => stage.steps.map((step) => step.exitAct.id));
    expect(acts()).toEqual(['Menunda']);
    expect(budi.undo.undo()).toEqual({ done: true });
    expect(acts()).toEqual(['']);
    expect(checkMap(budi.docs)).toEqual([]);
  });

  it('[UNDO5] a link that a colleague has set anew since is not taken back', () => {
    const { ann, budi } = twoPeople();
    apply(ann.docs, 'setMapType', { type: 'FUTURE_STATE' }, ann.context);
    apply(ann.docs, 'setCurrentStateMap', { currentStateMapId: 'map_one' }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'setCurrentStateMap', { currentStateMapId: 'map_two' }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(budi.undo.undo()).toEqual({ done: true });
    expect(readMap(budi.docs).currentStateMapId).toBe('map_one');
  });

  it('[DEL3] a first emotion word taken back leaves what a colleague typed into it', () => {
    const { ann, budi, cell } = twoPeople();
    const stepId = apply(ann.docs, 'addStep', { stageId: cell.columnId, name: { en: 'Ask' } }, ann.context);
    const personaId = apply(ann.docs, 'addPersona', { name: { en: 'Sari' } }, ann.context);
    apply(ann.docs, 'setEmotionWord', { stepId, personaId, locale: 'en', text: 'calm' }, ann.context);
    exchange(ann.docs, budi.docs);
    const word = { stepId, personaId, locale: 'en', text: 'calm, mostly' } as const;
    apply(budi.docs, 'setEmotionWord', word, budi.context);
    expect(ann.undo.undo()).toEqual({ done: true });
    expect(readMap(ann.docs).emotions).toEqual([]);
    exchange(ann.docs, budi.docs);
    expect(readMap(ann.docs).emotions[0]?.word.en).toBe(', mostly');
  });

  it('[DEL4] anybody can bring back what was deleted; what pointed to it returns with it', () => {
    const { ann, budi, cell, cardId } = twoPeople();
    const before = readMap(ann.docs);
    apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    apply(ann.docs, 'deleteLane', { laneId: cell.laneId }, ann.context);
    apply(ann.docs, 'deleteStage', { stageId: cell.columnId }, ann.context);
    exchange(ann.docs, budi.docs);
    expect(deletedRecords(budi.docs).map(({ kind, id }) => [kind, id])).toEqual([
      ['stage', cell.columnId],
      ['lane', cell.laneId],
      ['card', cardId],
    ]);
    apply(budi.docs, 'restoreStructure', { recordId: cell.columnId }, budi.context);
    apply(budi.docs, 'restoreStructure', { recordId: cell.laneId }, budi.context);
    apply(budi.docs, 'restoreCard', { cardId }, budi.context);
    exchange(ann.docs, budi.docs);
    expect(readMap(ann.docs)).toEqual(before);
    expect(deletedRecords(ann.docs)).toEqual([]);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    expect(budi.undo.undo()).toEqual({ done: true });
    expect(cardIn(budi.docs, cardId)).toBeUndefined();
  });

  it('[UNDO5] a place set while a colleague’s arrived half is not taken back: there is none to return to', () => {
    const { ann, budi, cell, cardId } = twoPeople();
    const updates: Uint8Array[] = [];
    budi.docs.content.on('update', (update: Uint8Array) => updates.push(update));
    apply(budi.docs, 'editCard', { cardId, team: 'SALES' }, budi.context);
    apply(budi.docs, 'moveCard', { cardId, columnId: cell.otherId, laneId: cell.laneId }, budi.context);
    const [, move] = updates;
    if (move === undefined) throw new Error('nothing was sent');
    Y.applyUpdate(ann.docs.content, move, 'remote');
    expect(readMap(ann.docs).unplaced.cards.map(({ id }) => id)).toEqual([cardId]);
    apply(ann.docs, 'moveCard', { cardId, columnId: cell.columnId, laneId: cell.laneId }, ann.context);
    expect(ann.undo.undo()).toEqual({ done: false, reason: 'OVERWRITTEN' });
    exchange(ann.docs, budi.docs);
    expect(cardIn(ann.docs, cardId)).toBeDefined();
    expect(checkMap(ann.docs)).toEqual([]);
  });

  it('[UNDO6] of two people who delete one card at once, undo brings it back for one and tells the other it is gone', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    apply(budi.docs, 'deleteCard', { cardId }, budi.context);
    exchange(ann.docs, budi.docs);
    const annStands = ann.docs.content.clientID > budi.docs.content.clientID;
    const [stands, other] = annStands ? [ann, budi] : [budi, ann];
    expect(other.undo.undo()).toEqual({ done: false, reason: 'GONE' });
    expect(cardIn(other.docs, cardId)).toBeUndefined();
    expect(stands.undo.undo()).toEqual({ done: true });
    exchange(ann.docs, budi.docs);
    expect(cardIn(other.docs, cardId)?.text.en).toBe('Pay');
  });

  it('[UNDO6] bringing a card back is not undone once others wrote into it', () => {
    const { ann, budi, cardId } = twoPeople();
    apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    exchange(ann.docs, budi.docs);
    apply(budi.docs, 'restoreCard', { cardId }, budi.context);
    exchange(ann.docs, budi.docs);
    apply(ann.docs, 'setCardText', { cardId, locale: 'id', text: 'Bayar' }, ann.context);
    exchange(ann.docs, budi.docs);
    expect(budi.undo.undo()).toEqual({ done: false, reason: 'EXTENDED' });
    expect(cardIn(budi.docs, cardId)?.text).toEqual({ en: 'Pay', id: 'Bayar' });
  });

  it('[UNDO6] a gesture that adds and deletes a card leaves it deleted and whole', () => {
    const { ann, cell } = twoPeople();
    const { columnId, laneId } = cell;
    const before = readMap(ann.docs);
    ann.undo.gesture(() => {
      const cardId = apply(ann.docs, 'addCard', { columnId, laneId, text: { en: 'New' } }, ann.context);
      apply(ann.docs, 'deleteCard', { cardId }, ann.context);
    });
    ann.undo.undo();
    expect(readMap(ann.docs)).toEqual(before);
    ann.undo.redo();
    expect(readMap(ann.docs)).toEqual(before);
    expect(checkMap(ann.docs)).toEqual([]);
  });
});
