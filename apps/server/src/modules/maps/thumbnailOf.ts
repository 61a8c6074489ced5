import type { MapSnapshot } from '@jejak/journey-model';
import type { MapThumbnail } from './MapRecord.ts';

/** The picture of a map for lists: what stands where, in numbers. */
export function thumbnailOf(snapshot: MapSnapshot): MapThumbnail {
  const stageAt = new Map(snapshot.stages.map((stage, index) => [stage.id, index]));
  const columnAt = new Map(snapshot.columns.map((column) => [column.id, stageAt.get(column.stageId) ?? -1]));
  const laneAt = new Map(snapshot.lanes.map((lane, index) => [lane.id, index]));
  const cells = snapshot.lanes.map(() => snapshot.stages.map(() => 0));
  let openQuestions = 0;
  for (const card of snapshot.cards) {
    if (card.kind === 'QUESTION' && !card.resolved) openQuestions += 1;
    const row = cells[laneAt.get(card.place.laneId) ?? -1];
    const column = columnAt.get(card.place.columnId) ?? -1;
    if (row?.[column] !== undefined) row[column] += 1;
  }
  return {
    stages: snapshot.stages.map(({ name, colour, steps }) => ({ name, colour, steps: steps.length })),
    lanes: snapshot.lanes.map(({ kind, colour }) => ({ kind, colour })),
    cells,
    emotionLine: emotionLine(snapshot),
    cards: snapshot.cards.length,
    openQuestions,
  };
}

function emotionLine(snapshot: MapSnapshot): (number | null)[] {
  const scores = new Map<string, number[]>();
  for (const { stepId, score } of snapshot.emotions) {
    if (score !== null) scores.set(stepId, [...(scores.get(stepId) ?? []), score]);
  }
  return snapshot.stages.flatMap(({ steps }) =>
    steps.map(({ id }) => {
      const given = scores.get(id);
      return given === undefined ? null : given.reduce((sum, score) => sum + score, 0) / given.length;
    }),
  );
}
