import { describe, expect, it } from 'vitest';
import { apply } from '../../test/buildMap.ts';
import { furnished } from '../../test/furnished.ts';
import { missingTranslations } from './missingTranslations.ts';
import { readMap } from './readMap.ts';
import { summarizeMap } from './summarizeMap.ts';

describe('the summary of a map', () => {
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
    const { docs, context, stepId, cardId } = furnished();
    apply(docs, 'setStepText', { stepId, field: 'advanceAct', locale: 'id', text: 'Bertanya' }, context);
    expect(missingTranslations(readMap(docs))).toContainEqual({
      recordId: stepId,
      field: 'advanceAct',
      locale: 'en',
    });
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
});
