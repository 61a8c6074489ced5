import type { MapView } from './MapView.ts';
import type { ChangedKind } from './operationTexts.ts';
import { cardRef, emotionRef, laneRef, personaRef, stageRef, stepRef } from './records.field.ts';

/** Kinds of records of a map. */
export type RecordKind = Exclude<ChangedKind, 'map'>;

/** The types of records, by kind. */
export const recordRefs = {
  stage: stageRef,
  step: stepRef,
  lane: laneRef,
  persona: personaRef,
  card: cardRef,
  emotion: emotionRef,
} as const;

/** A record by kind and by the id that operations tell; null when it is gone. */
export function recordOf(kind: RecordKind, view: MapView, id: string): object | null {
  if (kind !== 'emotion') return view[kind](id);
  const [stepId = '', personaId = ''] = id.split(':');
  return view.emotion(stepId, personaId);
}

const kindsOfRoots: Readonly<Record<string, RecordKind>> = {
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  personas: 'persona',
  cards: 'card',
  emotionScores: 'emotion',
  emotionWords: 'emotion',
};

/** The kind of the records in a root of the documents; null for the map itself. */
export function kindOfRoot(root: string): RecordKind | null {
  return kindsOfRoots[root] ?? null;
}
