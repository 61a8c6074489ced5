import { readMap } from '../src/projection/readMap.ts';
import { apply, buildMap, seededContext } from './buildMap.ts';

/** A map with one of everything, and the ids to address it. */
export function furnished() {
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

/** A furnished map. */
export type Furnished = ReturnType<typeof furnished>;
