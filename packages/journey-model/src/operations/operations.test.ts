import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, buildMap, runOperation, seededContext } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { checkMap } from '../checks/checkMap.ts';
import { mapLimits } from '../limits.ts';
import type { MapDocs } from '../operation.ts';
import { deletedRecords } from '../projection/deletedRecords.ts';
import { missingTranslations } from '../projection/missingTranslations.ts';
import { readMap } from '../projection/readMap.ts';
import { summarizeMap } from '../projection/summarizeMap.ts';
import { cardRecord } from '../schema/card.ts';
import { textOf } from '../schema/textOf.ts';
import { type OperationName, operations } from './registry.ts';

/** A map with one of everything, and the ids to address it. */
function furnished() {
  const docs = buildMap();
  const context = seededContext(20);
  const { stages, lanes } = readMap(docs);
  const [stage, otherStage] = stages;
  const [lane, otherLane] = lanes;
  if (!stage || !otherStage || !lane || !otherLane) throw new Error('template is empty');
  const stepId = apply(docs, 'addStep', { stageId: stage.id, name: { en: 'Ask' } }, context);
  const secondStepId = apply(docs, 'addStep', { stageId: stage.id, name: { en: 'Read' } }, context);
  const personaId = apply(docs, 'addPersona', { name: { en: 'Sari' } }, context);
  const cell = { columnId: stepId, laneId: lane.id };
  const cardId = apply(docs, 'addCard', { ...cell, text: { en: 'one' } }, context);
  const secondCardId = apply(docs, 'addCard', { ...cell, text: { en: 'two' } }, context);
  return {
    docs,
    context,
    stage,
    otherStage,
    lane,
    otherLane,
    stepId,
    secondStepId,
    personaId,
    cell,
    cardId,
    secondCardId,
  };
}

type Furnished = ReturnType<typeof furnished>;

/** Arguments under which each operation changes the furnished map. */
const examples: { readonly [Name in OperationName]: (map: Furnished) => unknown } = {
  setMapTitle: () => ({ locale: 'id', text: 'Judul' }),
  setMapType: () => ({ type: 'DAY_IN_LIFE' }),
  setCharter: () => ({ field: 'why', locale: 'en', text: 'To learn' }),
  addStage: () => ({ name: { en: 'New' } }),
  setStageText: ({ stage }) => ({ stageId: stage.id, field: 'brandGoal', locale: 'id', text: 'Sasaran' }),
  moveStage: ({ stage }) => ({ stageId: stage.id }),
  recolourStage: ({ stage }) => ({ stageId: stage.id, colour: 'rose' }),
  setStagePosition: ({ stage }) => ({ stageId: stage.id, position: 'PURCHASE' }),
  deleteStage: ({ stage }) => ({ stageId: stage.id }),
  addStep: ({ stage }) => ({ stageId: stage.id, name: { id: 'Baru' }, afterId: null }),
  setStepName: ({ stepId }) => ({ stepId, locale: 'id', text: 'Tanya' }),
  moveStep: ({ stepId, otherStage }) => ({ stepId, stageId: otherStage.id }),
  recolourStep: ({ stepId }) => ({ stepId, colour: 'teal' }),
  deleteStep: ({ stepId }) => ({ stepId }),
  addLane: () => ({ kind: 'CUSTOM' }),
  setLaneName: ({ lane }) => ({ laneId: lane.id, locale: 'en', text: 'Acts' }),
  moveLane: ({ lane }) => ({ laneId: lane.id }),
  recolourLane: ({ lane }) => ({ laneId: lane.id, colour: 'blue' }),
  deleteLane: ({ lane }) => ({ laneId: lane.id }),
  addPersona: () => ({ name: { en: 'Budi' } }),
  setPersonaText: ({ personaId }) => ({ personaId, field: 'description', locale: 'en', text: 'A teacher' }),
  movePersona: ({ personaId, docs, context }) => {
    apply(docs, 'addPersona', { name: { en: 'Second' } }, context);
    return { personaId };
  },
  deletePersona: ({ personaId }) => ({ personaId }),
  restoreStructure: ({ lane, docs, context }) => {
    apply(docs, 'deleteLane', { laneId: lane.id }, context);
    return { recordId: lane.id };
  },
  addCard: ({ cell }) => ({ ...cell, text: { id: 'kartu' }, tags: ['STRESS'] }),
  setCardText: ({ cardId }) => ({ cardId, locale: 'id', text: 'satu' }),
  editCard: ({ cardId }) => ({ cardId, team: 'SALES', resolved: true }),
  tagCard: ({ cardId }) => ({ cardId, add: ['ANXIETY'] }),
  moveCard: ({ cardId, otherStage, otherLane }) => ({
    cardId,
    columnId: otherStage.id,
    laneId: otherLane.id,
  }),
  deleteCard: ({ cardId }) => ({ cardId }),
  restoreCard: ({ cardId, docs, context }) => {
    apply(docs, 'deleteCard', { cardId }, context);
    return { cardId };
  },
  setEmotion: ({ stepId, personaId }) => ({ stepId, personaId, score: -2 }),
  setEmotionWord: ({ stepId, personaId }) => ({ stepId, personaId, locale: 'id', text: 'cemas' }),
};

const names = Object.values(operations).map((operation) => operation.name);

function countUpdates(docs: MapDocs): { structure: number; content: number } {
  const count = { structure: 0, content: 0 };
  for (const part of ['structure', 'content'] as const) docs[part].on('update', () => (count[part] += 1));
  return count;
}

describe('operations', () => {
  it.each(names)(
    '[OP1] %s writes its own document alone, in one transaction under the given origin',
    (name) => {
      const map = furnished();
      const input = examples[name](map);
      const count = countUpdates(map.docs);
      const origins: unknown[] = [];
      for (const part of ['structure', 'content'] as const) {
        map.docs[part].on('afterTransaction', (transaction) => origins.push(transaction.origin));
      }
      const result = runOperation(map.docs, name, input, map.context);
      expect(result).toMatchObject({ ok: true, value: { changed: true } });
      const { part, action } = operations[name];
      expect(count).toEqual({ structure: 0, content: 0, [part]: 1 });
      expect(origins).toEqual(['test']);
      expect(action).toBe(part === 'structure' ? 'map:editStructure' : 'map:editContent');
    },
  );

  const repeatable = names.filter((name) => !/^(add|delete)/.test(name));
  it.each(repeatable)('[OP2] %s said twice writes once', (name) => {
    const map = furnished();
    const input = examples[name](map);
    runOperation(map.docs, name, input, map.context);
    const count = countUpdates(map.docs);
    expect(runOperation(map.docs, name, input, map.context)).toMatchObject({
      ok: true,
      value: { changed: false },
    });
    expect(count).toEqual({ structure: 0, content: 0 });
  });

  const addressed = names.filter((name) => /Id/.test(JSON.stringify(examples[name](furnished()))));
  it.each(addressed)('[OP3] %s refuses what does not exist and writes nothing', (name) => {
    const map = furnished();
    const input = examples[name](map);
    if (typeof input !== 'object' || input === null) throw new Error('no arguments');
    const count = countUpdates(map.docs);
    for (const field of Object.keys(input).filter((key) => key.endsWith('Id') && key !== 'afterId')) {
      expect(runOperation(map.docs, name, { ...input, [field]: 'nobody' }, map.context)).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND', field },
      });
    }
    expect(count).toEqual({ structure: 0, content: 0 });
  });

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

  it('[OP6] an order is first, last or behind a neighbour; a neighbour elsewhere is refused', () => {
    const { docs, context, cell, cardId, secondCardId, stage } = furnished();
    const first = apply(docs, 'addCard', { ...cell, text: { en: 'zero' }, afterId: null }, context);
    const middle = apply(
      docs,
      'addCard',
      { ...cell, text: { en: 'one and a half' }, afterId: cardId },
      context,
    );
    expect(readMap(docs).cards.map((card) => card.id)).toEqual([first, cardId, middle, secondCardId]);
    apply(docs, 'moveCard', { cardId: first, ...cell, afterId: secondCardId }, context);
    apply(docs, 'moveCard', { cardId: middle, ...cell, afterId: null }, context);
    expect(readMap(docs).cards.map((card) => card.id)).toEqual([middle, cardId, secondCardId, first]);
    const elsewhere = runOperation(
      docs,
      'moveCard',
      { cardId, columnId: stage.id, laneId: cell.laneId, afterId: first },
      context,
    );
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', field: 'afterId' } });
  });

  it('[OP6] two people who reorder stages at once end with one order, none lost or doubled', () => {
    const { docs, context, stage, otherStage } = furnished();
    const other = copyOf(docs);
    const before = readMap(docs).stages.map((each) => each.id);
    apply(docs, 'moveStage', { stageId: stage.id }, context);
    apply(other, 'moveStage', { stageId: otherStage.id, afterId: before.at(-1) ?? null }, seededContext(22));
    exchange(docs, other);
    const order = readMap(docs).stages.map((each) => each.id);
    expect(order.toSorted()).toEqual(before.toSorted());
    expect(readMap(other).stages.map((each) => each.id)).toEqual(order);
  });

  it('[OP7] two concurrent moves of one card end in one of the two places, never in a mixture', () => {
    const { docs, context, cell, cardId, secondStepId, otherLane, otherStage, lane } = furnished();
    const other = copyOf(docs);
    apply(docs, 'moveCard', { cardId, columnId: secondStepId, laneId: otherLane.id }, context);
    apply(other, 'moveCard', { cardId, columnId: otherStage.id, laneId: lane.id }, seededContext(23));
    exchange(docs, other);
    const place = readMap(docs).cards.find((card) => card.id === cardId)?.place;
    expect([
      [secondStepId, otherLane.id],
      [otherStage.id, lane.id],
    ]).toContainEqual([place?.columnId, place?.laneId]);
    expect(readMap(other)).toEqual(readMap(docs));
    expect(cell.laneId).toBe(lane.id);
  });

  it('[OP8] the emotion lane takes no cards; a card takes the kind of its lane', () => {
    const { docs, context, stepId } = furnished();
    const lanes = readMap(docs).lanes;
    const laneOf = (kind: string) => lanes.find((lane) => lane.kind === kind)?.id ?? '';
    expect(
      runOperation(docs, 'addCard', { columnId: stepId, laneId: laneOf('EMOTION'), text: {} }, context),
    ).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'laneId', messageKey: 'operation.laneTakesNoCards' },
    });
    const question = apply(
      docs,
      'addCard',
      { columnId: stepId, laneId: laneOf('QUESTION'), text: {} },
      context,
    );
    expect(readMap(docs).cards.find((card) => card.id === question)?.kind).toBe('QUESTION');
  });

  it('[TEXT4] two people who write one card at once, in either language, both keep their words', () => {
    const { docs, context, cardId, stepId, personaId } = furnished();
    const other = copyOf(docs);
    apply(docs, 'setCardText', { cardId, locale: 'en', text: 'one price' }, context);
    apply(docs, 'setEmotionWord', { stepId, personaId, locale: 'en', text: 'calm' }, context);
    apply(other, 'setCardText', { cardId, locale: 'en', text: 'at one' }, seededContext(24));
    apply(other, 'setCardText', { cardId, locale: 'id', text: 'satu harga' }, seededContext(25));
    apply(other, 'setEmotionWord', { stepId, personaId, locale: 'id', text: 'tenang' }, seededContext(26));
    exchange(docs, other);
    const map = readMap(docs);
    expect(map.cards.find((card) => card.id === cardId)?.text).toEqual({
      en: 'at one price',
      id: 'satu harga',
    });
    expect(map.emotions[0]?.word).toEqual({ en: 'calm', id: 'tenang' });
  });

  it('[TEXT5] every text has an address that can be bound to an editor', () => {
    const { docs, context, cardId, stepId, personaId, stage } = furnished();
    apply(docs, 'setEmotionWord', { stepId, personaId, locale: 'en', text: 'calm' }, context);
    const read = (recordId: string, field: string) =>
      textOf(docs, { recordId, field, locale: 'en' })?.toString();
    expect(read('meta', 'title')).toBe('A map');
    expect(read('meta', 'charter.why')).toBe('');
    expect(read(stage.id, 'name')).toBe('Awareness');
    expect(read(stepId, 'name')).toBe('Ask');
    expect(read(cardId, 'text')).toBe('one');
    expect(read(`${stepId}:${personaId}`, 'word')).toBe('calm');
    expect(read('nobody', 'name')).toBeUndefined();
    apply(docs, 'deleteCard', { cardId }, context);
    expect(read(cardId, 'text')).toBeUndefined();
  });

  it('[SUM1] open questions are counted by stage; resolving one lowers the count', () => {
    const { docs, context, stepId, otherStage } = furnished();
    const laneId = readMap(docs).lanes.find((lane) => lane.kind === 'QUESTION')?.id ?? '';
    const first = apply(docs, 'addCard', { columnId: otherStage.id, laneId, text: {} }, context);
    apply(docs, 'addCard', { columnId: otherStage.id, laneId, text: {} }, context);
    apply(docs, 'addCard', { columnId: stepId, laneId, text: {} }, context);
    const open = () => summarizeMap(readMap(docs)).stages.map((stage) => stage.openQuestions);
    expect(open()).toEqual([1, 2, 0, 0, 0]);
    expect(summarizeMap(readMap(docs)).mostQuestionsStageId).toBe(otherStage.id);
    apply(docs, 'editCard', { cardId: first, resolved: true }, context);
    expect(open()).toEqual([1, 1, 0, 0, 0]);
  });

  it('[SUM2] completeness and warnings follow what the map holds', () => {
    const { docs, context, stepId, personaId } = furnished();
    const summary = () => summarizeMap(readMap(docs));
    expect(summary().completeness).toEqual({
      persona: true,
      timeline: true,
      emotion: false,
      touchpoint: false,
      channel: false,
    });
    expect(summary().warnings).toEqual([
      { code: 'NO_CHARTER', count: 4 },
      { code: 'NO_POST_PURCHASE', count: 2 },
    ]);
    apply(docs, 'setEmotion', { stepId, personaId, score: 1 }, context);
    apply(docs, 'addPersona', { name: { en: 'Second' } }, context);
    apply(docs, 'addPersona', { name: { en: 'Third' } }, context);
    apply(docs, 'deleteStep', { stepId }, context);
    expect(summary().completeness.emotion).toBe(false);
    expect(summary().warnings.map((warning) => [warning.code, warning.count])).toEqual([
      ['NO_CHARTER', 4],
      ['TOO_MANY_PERSONAS', 3],
      ['NO_POST_PURCHASE', 2],
      ['UNPLACED', 2],
    ]);
  });

  it('[SUM3] a text written in one language only is listed as missing in the other', () => {
    const { docs, cardId } = furnished();
    expect(missingTranslations(readMap(docs))).toContainEqual({
      recordId: cardId,
      field: 'text',
      locale: 'id',
    });
    expect(missingTranslations(readMap(docs))).not.toContainEqual({
      recordId: cardId,
      field: 'text',
      locale: 'en',
    });
  });

  it('[OP1] a new card travels in a few hundred bytes', () => {
    const { docs, context, cell } = furnished();
    let size = 0;
    docs.content.on('update', (update: Uint8Array) => {
      size = update.length;
    });
    apply(docs, 'addCard', { ...cell, text: { en: 'Ask a friend' } }, context);
    expect(size).toBeLessThan(220);
    expect(Y.encodeStateAsUpdate(docs.content).length).toBeLessThan(700);
  });
});
