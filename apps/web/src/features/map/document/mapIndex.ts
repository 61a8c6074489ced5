import type {
  Card,
  Column,
  EmotionPoint,
  Lane,
  MapSnapshot,
  Persona,
  Stage,
  Step,
} from '@jejak/journey-model';
import { shareUnchanged } from './shareUnchanged.ts';

/** A cell of the grid, `<laneId>:<columnId>`. */
export type CellKey = `${string}:${string}`;

/** The key of a cell. */
export function cellKey(laneId: string, columnId: string): CellKey {
  return `${laneId}:${columnId}`;
}

/** The key of one persona's emotion at one step. */
export function emotionKey(stepId: string, personaId: string): string {
  return `${stepId}:${personaId}`;
}

/** A snapshot with the look-ups the page needs. Records keep their identity from one index to the next. */
export interface MapIndex {
  readonly snapshot: MapSnapshot;
  readonly stages: ReadonlyMap<string, Stage>;
  /** Those without a stage too. */
  readonly steps: ReadonlyMap<string, Step>;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly columns: ReadonlyMap<string, Column>;
  readonly cards: ReadonlyMap<string, Card>;
  /** Ids of the cards of each cell that has any, in order. */
  readonly cells: ReadonlyMap<CellKey, readonly string[]>;
  readonly emotions: ReadonlyMap<string, EmotionPoint>;
}

const noCards: readonly string[] = [];

/** The ids of the cards in a cell, in order. */
export function cardsIn(index: MapIndex, laneId: string, columnId: string): readonly string[] {
  return index.cells.get(cellKey(laneId, columnId)) ?? noCards;
}

/** Builds the index of a snapshot, reusing every part of `previous` that did not change. */
export function indexMap(next: MapSnapshot, previous?: MapIndex): MapIndex {
  const snapshot = shareUnchanged(previous?.snapshot, next);
  if (previous && snapshot === previous.snapshot) return previous;
  const steps = new Map<string, Step>();
  for (const stage of snapshot.stages) for (const step of stage.steps) steps.set(step.id, step);
  for (const step of snapshot.unplaced.steps) steps.set(step.id, step);
  return {
    snapshot,
    stages: byId(snapshot.stages),
    steps,
    lanes: byId(snapshot.lanes),
    personas: byId(snapshot.personas),
    columns: byId(snapshot.columns),
    cards: byId([...snapshot.cards, ...snapshot.unplaced.cards]),
    cells: groupCells(snapshot.cards, previous?.cells),
    emotions: new Map(snapshot.emotions.map((point) => [emotionKey(point.stepId, point.personaId), point])),
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupCells(
  cards: readonly Card[],
  previous: ReadonlyMap<CellKey, readonly string[]> | undefined,
): ReadonlyMap<CellKey, readonly string[]> {
  const cells = new Map<CellKey, string[]>();
  for (const card of cards) {
    const key = cellKey(card.place.laneId, card.place.columnId);
    const ids = cells.get(key);
    if (ids) ids.push(card.id);
    else cells.set(key, [card.id]);
  }
  const shared = new Map<CellKey, readonly string[]>();
  for (const [key, ids] of cells) shared.set(key, shareUnchanged(previous?.get(key), ids));
  return shared;
}
