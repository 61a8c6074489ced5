import { describe, expect, it } from 'vitest';
import { apply, runOperation, seededContext } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { furnished } from '../../test/furnished.ts';
import { checkMap } from '../checks/checkMap.ts';
import { mapLimits } from '../limits.ts';
import { deletedRecords } from '../projection/deletedRecords.ts';
import { readMap } from '../projection/readMap.ts';
import { cardRecord } from '../schema/card.ts';
import { type OperationName, operations } from './registry.ts';

describe('the limits of a map', () => {
  it('[OP4] arguments beyond the limits and keys that objects know are refused at the edge', () => {
    const { cell, cardId } = furnished();
    const card = (extra: object) =>
      operations.addCard.input.safeParse({ ...cell, text: {}, ...extra }).success;
    expect(card({})).toBe(true);
    expect(card({ text: { en: 'x'.repeat(mapLimits.textLengthMax) } })).toBe(true);
    expect(card({ text: { en: 'x'.repeat(mapLimits.textLengthMax + 1) } })).toBe(false);
    expect(card({ tags: Array.from({ length: 13 }, (_, index) => `t${index}`) })).toBe(false);
    expect(card({ tags: ['x'.repeat(33)] })).toBe(false);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(card({ tags: [key] })).toBe(false);
      expect(card({ columnId: key })).toBe(false);
    }
    expect(card({ unknown: 1 })).toBe(false);
    expect(operations.setMapTitle.input.safeParse({ locale: 'en', text: 'x'.repeat(201) }).success).toBe(
      false,
    );
    expect(operations.setMapTitle.input.parse({ locale: 'en', text: 'a\nb' }).text).toBe('a b');
    expect(operations.setCardText.input.parse({ cardId, locale: 'en', text: '\ud800' }).text).toBe('\ufffd');
    expect(operations.setEmotion.input.safeParse({ stepId: 'a', personaId: 'b', score: 3 }).success).toBe(
      false,
    );
  });

  it('[OP5] a map that is full takes no more', () => {
    const { docs, context, stage, cell } = furnished();
    const full = (name: OperationName, input: unknown) =>
      expect(runOperation(docs, name, input, context)).toMatchObject({ ok: false, error: { code: 'LIMIT' } });
    const fill = (name: OperationName, input: unknown) => {
      while (runOperation(docs, name, input, context).ok);
      full(name, input);
    };
    fill('addStage', { name: {} });
    fill('addStep', { stageId: stage.id, name: {} });
    fill('addLane', { kind: 'CUSTOM' });
    fill('addPersona', { name: {} });
    full('setMapType', { type: 'SERVICE_BLUEPRINT' });
    const cards = docs.content.getMap('cards');
    docs.content.transact(() => {
      for (let i = cards.size; i < mapLimits.cardsMax; i += 1) {
        cards.set(`crd_${i}`, cardRecord({ kind: 'NOTE', place: { ...cell, rank: 'a0V' }, text: {} }));
      }
    });
    full('addCard', { ...cell, text: {} });
    apply(docs, 'deleteCard', { cardId: 'crd_5000' }, context);
    apply(docs, 'addCard', { ...cell, text: {} }, context);
    full('addCard', { ...cell, text: {} });
    full('restoreCard', { cardId: 'crd_5000' });
  });

  it('[OP5] deleted records make room for living ones, up to a bound on all of a kind together', () => {
    const { docs, context, cell, cardId } = furnished();
    const cards = docs.content.getMap('cards');
    docs.content.transact(() => {
      for (let i = cards.size; i < mapLimits.recordsMax; i += 1) {
        const record = cardRecord({ kind: 'NOTE', place: { ...cell, rank: 'a0V' }, text: {} });
        record.set('deleted', i);
        cards.set(`crd_${i}`, record);
      }
    });
    expect(runOperation(docs, 'addCard', { ...cell, text: {} }, context)).toMatchObject({
      ok: false,
      error: { code: 'LIMIT' },
    });
    apply(docs, 'restoreCard', { cardId: 'crd_5000' }, context);
    apply(docs, 'deleteCard', { cardId }, context);
    const listed = deletedRecords(docs);
    expect(listed).toHaveLength(200);
    expect(listed[0]).toEqual({ id: cardId, kind: 'card', text: { en: 'one', id: '' } });
    expect(deletedRecords(docs, 3).map(({ id }) => id)).toEqual([cardId, 'crd_19999', 'crd_19998']);
    expect(checkMap(docs)).toEqual([]);
  });

  it('[OP5] a card takes twelve tags; two people who tag at once both keep theirs', () => {
    const { docs, context, cardId } = furnished();
    const twelve = Array.from({ length: 12 }, (_, index) => `t${index}`);
    apply(docs, 'tagCard', { cardId, add: twelve.slice(1) }, context);
    const other = copyOf(docs);
    apply(docs, 'tagCard', { cardId, add: ['STRESS'] }, context);
    apply(other, 'tagCard', { cardId, add: ['ANXIETY'] }, seededContext(21));
    exchange(docs, other);
    const tags = readMap(docs).cards.find((card) => card.id === cardId)?.tags ?? [];
    expect(tags).toHaveLength(13);
    expect(tags).toEqual(expect.arrayContaining(['ANXIETY', 'STRESS']));
    expect(runOperation(docs, 'tagCard', { cardId, add: ['one', 'more'] }, context)).toMatchObject({
      ok: false,
      error: { code: 'LIMIT', field: 'add' },
    });
    expect(runOperation(docs, 'tagCard', { cardId, remove: ['STRESS'] }, context)).toMatchObject({
      ok: true,
    });
  });
});
