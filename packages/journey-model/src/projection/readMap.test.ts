import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { apply, buildMap, emptyDocs, seededContext } from '../../test/buildMap.ts';
import { readMap } from './readMap.ts';

describe('readMap', () => {
  it('[READ1] empty documents read as an empty map', () => {
    expect(readMap(emptyDocs())).toMatchObject({
      schemaVersion: 0,
      type: 'CURRENT_STATE',
      stages: [],
      cards: [],
    });
  });

  it('[READ4] a stage without steps is a column, and keeps one once it holds cards of its own', () => {
    const docs = buildMap({ template: 'offline' });
    const context = seededContext(2);
    const [stage] = readMap(docs).stages;
    const [lane] = readMap(docs).lanes;
    if (stage === undefined || lane === undefined) throw new Error('template is empty');
    expect(readMap(docs).columns.filter((column) => column.stageId === stage.id)).toEqual([
      { id: stage.id, stageId: stage.id, stepId: null },
    ]);
    const stepId = apply(docs, 'addStep', { stageId: stage.id, name: { en: 'Ask' } }, context);
    const stepColumn = { id: stepId, stageId: stage.id, stepId };
    expect(readMap(docs).columns.filter((column) => column.stageId === stage.id)).toEqual([stepColumn]);
    apply(docs, 'addCard', { columnId: stage.id, laneId: lane.id, text: { en: 'whole' } }, context);
    expect(readMap(docs).columns.filter((column) => column.stageId === stage.id)).toEqual([
      { id: stage.id, stageId: stage.id, stepId: null },
      stepColumn,
    ]);
  });

  it('[READ3] what pointed to a deleted record is unplaced and returns with it', () => {
    const docs = buildMap({ template: 'offline' });
    const context = seededContext(3);
    const [stage] = readMap(docs).stages;
    const [lane] = readMap(docs).lanes;
    if (stage === undefined || lane === undefined) throw new Error('template is empty');
    const stepId = apply(docs, 'addStep', { stageId: stage.id, name: { en: 'Ask' } }, context);
    const cardId = apply(
      docs,
      'addCard',
      { columnId: stepId, laneId: lane.id, text: { en: 'why' } },
      context,
    );
    const before = readMap(docs);
    const undo = new Y.UndoManager(docs.structure, { trackedOrigins: new Set(['test']) });
    apply(docs, 'deleteStage', { stageId: stage.id }, context);
    const without = readMap(docs);
    expect(without.unplaced.steps.map((step) => step.id)).toEqual([stepId]);
    expect(without.unplaced.cards.map((card) => card.id)).toEqual([cardId]);
    expect(without.cards).toEqual([]);
    undo.undo();
    expect(readMap(docs)).toEqual(before);
  });
});
