import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, runOperation } from '../../test/buildMap.ts';
import { type Furnished, furnished } from '../../test/furnished.ts';
import { checkMap } from '../checks/checkMap.ts';
import type { MapDocs } from '../operation.ts';
import { readMap } from '../projection/readMap.ts';
import { refusalOf, runNamed } from './refusalOf.ts';
import { addedIdPrefixes, type OperationName, operations } from './registry.ts';

/** Arguments under which each operation changes the furnished map. */
const examples: { readonly [Name in OperationName]: (map: Furnished) => unknown } = {
  setMapTitle: () => ({ locale: 'id', text: 'Judul' }),
  setMapType: () => ({ type: 'DAY_IN_LIFE' }),
  setCurrentStateMap: ({ docs, context }) => {
    apply(docs, 'setMapType', { type: 'FUTURE_STATE' }, context);
    return { currentStateMapId: 'map_today' };
  },
  setCharter: () => ({ field: 'why', locale: 'en', text: 'To learn' }),
  addStage: () => ({ name: { en: 'New' } }),
  setStageText: ({ stage }) => ({ stageId: stage.id, field: 'brandGoal', locale: 'id', text: 'Sasaran' }),
  moveStage: ({ stage }) => ({ stageId: stage.id }),
  recolourStage: ({ stage }) => ({ stageId: stage.id, colour: 'rose' }),
  setStagePosition: ({ stage }) => ({ stageId: stage.id, position: 'PURCHASE' }),
  deleteStage: ({ stage }) => ({ stageId: stage.id }),
  addStep: ({ stage }) => ({ stageId: stage.id, name: { id: 'Baru' }, afterId: null }),
  setStepText: ({ stepId }) => ({ stepId, field: 'exitAct', locale: 'id', text: 'Menunda' }),
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
  it.each(names)('[OP10] whether %s would be refused is told without writing', (name) => {
    const map = furnished();
    const input = operations[name].input.parse(examples[name](map));
    const before = countUpdates(map.docs);
    expect(refusalOf(name, map.docs, input, map.context)).toBeNull();
    const result = runNamed(name, map.docs, input, map.context);
    expect([result.ok, before.structure + before.content]).toEqual([true, 1]);
    const absent = {
      cardId: 'crd_no',
      stageId: 'stg_no',
      stepId: 'stp_no',
      laneId: 'lan_no',
      personaId: 'per_no',
    };
    const wrong = operations[name].input.safeParse({ ...(examples[name](map) as object), ...absent });
    if (!wrong.success) return;
    const told = refusalOf(name, map.docs, wrong.data, map.context);
    const outcome = runNamed(name, map.docs, wrong.data, map.context);
    expect(told).toEqual(outcome.ok ? null : outcome.error);
  });

  it.each(names.filter((name) => addedIdPrefixes[name] !== undefined))(
    '[OP11] %s makes nothing under an id that is there, and its id begins as told',
    (name) => {
      const map = furnished();
      const input = operations[name].input.parse(examples[name](map));
      const context = { ...map.context, newId: () => 'once' };
      const id = `${addedIdPrefixes[name]}once`;
      expect(runNamed(name, map.docs, input, context)).toEqual({ ok: true, value: { id, changed: true } });
      const after = readMap(map.docs);
      expect(runNamed(name, map.docs, input, context)).toEqual({ ok: true, value: { id, changed: false } });
      expect(readMap(map.docs)).toEqual(after);
    },
  );

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

  // Whether another map is there, its own documents cannot tell: the server looks.
  const addressed = names.filter(
    (name) => /Id/.test(JSON.stringify(examples[name](furnished()))) && name !== 'setCurrentStateMap',
  );
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

  it('[META1] a future-state map links to the map of today; another type keeps the link and does not show it', () => {
    const { docs, context } = furnished();
    const link = (currentStateMapId: string | null) =>
      runOperation(docs, 'setCurrentStateMap', { currentStateMapId }, context);
    expect(link('map_today')).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'currentStateMapId', messageKey: 'operation.notFutureState' },
    });
    apply(docs, 'setMapType', { type: 'FUTURE_STATE' }, context);
    expect(readMap(docs).currentStateMapId).toBeNull();
    link('map_today');
    expect(readMap(docs).currentStateMapId).toBe('map_today');
    apply(docs, 'setMapType', { type: 'CURRENT_STATE' }, context);
    expect(readMap(docs).currentStateMapId).toBeNull();
    apply(docs, 'setMapType', { type: 'FUTURE_STATE' }, context);
    expect(readMap(docs).currentStateMapId).toBe('map_today');
    apply(docs, 'setMapType', { type: 'DAY_IN_LIFE' }, context);
    expect(link(null)).toMatchObject({ ok: true, value: { changed: true } });
    expect(docs.structure.getMap('meta').has('currentStateMapId')).toBe(false);
  });

  it('[META1] what is no id reads as no link', () => {
    const { docs, context } = furnished();
    apply(docs, 'setMapType', { type: 'FUTURE_STATE' }, context);
    for (const damaged of [7, {}, '', 'a b', 'x'.repeat(65), '__proto__', new Y.Text('map_today')]) {
      docs.structure.getMap('meta').set('currentStateMapId', damaged);
      expect(readMap(docs).currentStateMapId).toBeNull();
      expect(checkMap(docs)).toMatchObject([{ rule: 'KEY', id: 'meta' }]);
    }
    expect(operations.setCurrentStateMap.input.safeParse({ currentStateMapId: 'x'.repeat(65) }).success).toBe(
      false,
    );
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
