import type { Stage, Step } from '@jejak/journey-model';

/** Where a step goes: into a stage, behind a step or (null) in front of all. */
export interface StepPlace {
  readonly stageId: string;
  readonly afterId: string | null;
}

/** The next place to the left or right of a step, over the edge of its stage if need be; null at the end of the map. */
export function stepNeighbour(stages: readonly Stage[], step: Step, by: -1 | 1): StepPlace | null {
  const stageAt = stages.findIndex((stage) => stage.id === step.stageId);
  const stage = stages[stageAt];
  if (!stage) return null;
  const at = stage.steps.findIndex((candidate) => candidate.id === step.id);
  if (by < 0 && at > 0) return { stageId: stage.id, afterId: stage.steps[at - 2]?.id ?? null };
  const following = stage.steps[at + 1];
  if (by > 0 && following) return { stageId: stage.id, afterId: following.id };
  const next = stages[stageAt + by];
  if (!next) return null;
  return { stageId: next.id, afterId: by < 0 ? (next.steps.at(-1)?.id ?? null) : null };
}
