import { apply, seededContext } from '@jejak/journey-model/testkit';
import { expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { summaryOf } from './mapSummary.ts';
import { firstOpenQuestion, nextOpenQuestion } from './openQuestions.ts';

const questionLane = 2;

it('[ASK1] a stage counts its open questions, and the first of them is where one begins', () => {
  const map = mapOf();
  const [first = '', second = ''] = map.index().snapshot.stages.map(({ id }) => id);
  expect(summaryOf(map.index()).openQuestions.get(first)).toBe(0);
  expect(firstOpenQuestion(map.index(), first)).toBeNull();
  const asked = map.add(questionLane, 1, 'What does it cost?');
  const next = map.add(questionLane, 1, 'Is it safe?');
  map.add(0, 1, 'An action asks nothing');
  const index = map.index();
  expect(summaryOf(index).openQuestions.get(second)).toBe(2);
  expect(summaryOf(index).mostQuestionsStageId).toBe(second);
  expect(firstOpenQuestion(index, second)).toBe(asked);
  expect(nextOpenQuestion(index, null)).toBe(asked);
  expect(nextOpenQuestion(index, { kind: 'card', cardId: asked })).toBe(next);
  expect(nextOpenQuestion(index, { kind: 'card', cardId: next })).toBe(asked);
  expect(nextOpenQuestion(index, { kind: 'stage', stageId: first })).toBe(asked);
  apply(map.docs, 'editCard', { cardId: asked, resolved: true }, seededContext(2));
  expect(summaryOf(map.index()).openQuestions.get(second)).toBe(1);
  expect(firstOpenQuestion(map.index(), second)).toBe(next);
});

it('[ASK2] one state of a map is summed up once', () => {
  const map = mapOf();
  const index = map.index();
  expect(summaryOf(index)).toBe(summaryOf({ ...index }));
  map.add(questionLane, 0, 'Another state');
  expect(summaryOf(map.index())).not.toBe(summaryOf(index));
});
