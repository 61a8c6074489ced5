import {
  type BlueprintLine,
  blueprintLineAbove,
  type MapSnapshot,
  type MapSummary,
  summarizeMap,
} from '@jejak/journey-model';
import type { MapIndex } from './mapIndex.ts';

/** A map summed up, with the look-up its heads need. */
export interface IndexedSummary extends MapSummary {
  /** How many questions are open, by stage. */
  readonly openQuestions: ReadonlyMap<string, number>;
  /** The lines of a service blueprint, by the lane below. */
  readonly lines: ReadonlyMap<string, BlueprintLine>;
}

const known = new WeakMap<MapSnapshot, IndexedSummary>();

/** The summary of a map: worked out once for each state of it, however many parts of the page ask. */
export function summaryOf({ snapshot }: MapIndex): IndexedSummary {
  const before = known.get(snapshot);
  if (before) return before;
  const summary = summarizeMap(snapshot);
  const openQuestions = new Map(summary.stages.map((stage) => [stage.stageId, stage.openQuestions]));
  const indexed = { ...summary, openQuestions, lines: blueprintLineAbove(snapshot) };
  known.set(snapshot, indexed);
  return indexed;
}

/** How many of the five elements of a journey map are there (S13). */
export function elementsThere(index: MapIndex): number {
  return Object.values(summaryOf(index).completeness).filter(Boolean).length;
}
