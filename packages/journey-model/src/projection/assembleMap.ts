import { compareRanked } from '../rank.ts';
import type { Card, Column, EmotionPoint, MapSnapshot, Stage, Step } from '../snapshot.ts';
import type { ParsedMap } from './parseMap.ts';

/** The earlier array when it has the same elements: readers compare by identity. */
export function reuseArray<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  if (before === undefined || before.length !== now.length) return now;
  return before.every((element, index) => element === now[index]) ? before : now;
}

/** Position of every column and every lane that takes cards. */
export interface Grid {
  readonly columns: ReadonlyMap<string, number>;
  readonly lanes: ReadonlyMap<string, number>;
  readonly laneCount: number;
}

/** The grid of a snapshot. The emotion lane shows a curve and takes no cards. */
export function gridOf(columns: readonly Column[], lanes: MapSnapshot['lanes']): Grid {
  return {
    columns: new Map(columns.map((column, index) => [column.id, index])),
    laneCount: lanes.length,
    lanes: new Map(
      lanes.flatMap((lane, index): [string, number][] => (lane.kind === 'EMOTION' ? [] : [[lane.id, index]])),
    ),
  };
}

/** Whether both coordinates of a card exist. */
export function isPlaced(grid: Grid, card: Card): boolean {
  return grid.columns.has(card.place.columnId) && grid.lanes.has(card.place.laneId);
}

/** By column, lane, rank, id. */
export function compareCards(grid: Grid, a: Card, b: Card): number {
  const at = (positions: ReadonlyMap<string, number>, id: string): number =>
    positions.get(id) ?? positions.size;
  return (
    at(grid.columns, a.place.columnId) - at(grid.columns, b.place.columnId) ||
    at(grid.lanes, a.place.laneId) - at(grid.lanes, b.place.laneId) ||
    compareRanked({ id: a.id, rank: a.place.rank }, { id: b.id, rank: b.place.rank })
  );
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Sorts as `compareCards` does, cell by cell: comparing every pair by its cell would cost most of the reading. */
function orderCards(grid: Grid, cards: readonly Card[]): Card[] {
  const cells = new Map<number, Card[]>();
  for (const card of cards) {
    const column = grid.columns.get(card.place.columnId) ?? 0;
    const lane = grid.lanes.get(card.place.laneId) ?? 0;
    const index = column * grid.laneCount + lane;
    const cell = cells.get(index);
    if (cell === undefined) cells.set(index, [card]);
    else cell.push(card);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .flatMap(([, cell]) => cell.sort((a, b) => compareCards(grid, a, b)));
}

function sameGrid(before: MapSnapshot, columns: readonly Column[], lanes: MapSnapshot['lanes']): boolean {
  return (
    before.columns === columns &&
    before.lanes.length === lanes.length &&
    lanes.every(
      (lane, index) => before.lanes[index]?.id === lane.id && before.lanes[index]?.kind === lane.kind,
    )
  );
}

function assembleCards(
  parsed: ParsedMap,
  columns: readonly Column[],
  lanes: MapSnapshot['lanes'],
): { placed: Card[]; unplaced: Card[] } {
  const grid = gridOf(columns, lanes);
  const placed: Card[] = [];
  const unplaced: Card[] = [];
  for (const card of parsed.cards.values()) (isPlaced(grid, card) ? placed : unplaced).push(card);
  return { placed: orderCards(grid, placed), unplaced: unplaced.sort(byId) };
}

function assembleStages(parsed: ParsedMap, before: MapSnapshot | undefined): readonly Stage[] {
  const stepsByStage = new Map<string, Step[]>();
  for (const step of parsed.steps.values()) {
    const steps = stepsByStage.get(step.stageId);
    if (steps === undefined) stepsByStage.set(step.stageId, [step]);
    else steps.push(step);
  }
  const known = new Map(before?.stages.map((stage) => [stage.id, stage]));
  const stages = [...parsed.stages.values()].sort(compareRanked).map((record): Stage => {
    const earlier = known.get(record.id);
    const steps = reuseArray(earlier?.steps, (stepsByStage.get(record.id) ?? []).sort(compareRanked));
    return earlier !== undefined && earlier.steps === steps && sameStage(earlier, record)
      ? earlier
      : { ...record, steps };
  });
  return reuseArray(before?.stages, stages);
}

function sameStage(stage: Stage, record: Omit<Stage, 'steps'>): boolean {
  return (
    stage.rank === record.rank &&
    stage.key === record.key &&
    stage.name === record.name &&
    stage.purpose === record.purpose &&
    stage.brandGoal === record.brandGoal &&
    stage.position === record.position &&
    stage.colour === record.colour
  );
}

function assembleColumns(
  parsed: ParsedMap,
  stages: readonly Stage[],
  lanes: Grid['lanes'],
  before: MapSnapshot | undefined,
): readonly Column[] {
  const holdsCards = new Set<string>();
  for (const card of parsed.cards.values()) {
    if (parsed.stages.has(card.place.columnId) && lanes.has(card.place.laneId))
      holdsCards.add(card.place.columnId);
  }
  const known = new Map(before?.columns.map((column) => [column.id, column]));
  const column = (id: string, stageId: string, stepId: string | null): Column => {
    const earlier = known.get(id);
    const same = earlier?.stageId === stageId && earlier.stepId === stepId;
    return same ? earlier : { id, stageId, stepId };
  };
  const columns = stages.flatMap((stage): Column[] => {
    const own =
      stage.steps.length === 0 || holdsCards.has(stage.id) ? [column(stage.id, stage.id, null)] : [];
    return [...own, ...stage.steps.map((step) => column(step.id, stage.id, step.id))];
  });
  return reuseArray(before?.columns, columns);
}

/** The emotion points of the steps and personas that exist, by step, then persona. */
export function assembleEmotions(
  parsed: ParsedMap,
  stages: readonly Stage[],
  personas: MapSnapshot['personas'],
): EmotionPoint[] {
  const points: EmotionPoint[] = [];
  for (const stage of stages) {
    for (const step of stage.steps) {
      for (const persona of personas) {
        const point = parsed.emotions.get(`${step.id}:${persona.id}`);
        if (point !== undefined) points.push(point);
      }
    }
  }
  return points;
}

/**
 * Places and orders parsed records. Whatever is as in `before` keeps its identity; where the caller knows
 * that no card changed since, cards are not even looked at unless the grid did.
 */
export function assembleMap(parsed: ParsedMap, before?: MapSnapshot, cardsChanged = true): MapSnapshot {
  const lanes = reuseArray(before?.lanes, [...parsed.lanes.values()].sort(compareRanked));
  const personas = reuseArray(before?.personas, [...parsed.personas.values()].sort(compareRanked));
  const stages = assembleStages(parsed, before);
  const columns = assembleColumns(parsed, stages, gridOf([], lanes).lanes, before);
  const keep = before !== undefined && !cardsChanged && sameGrid(before, columns, lanes) ? before : null;
  const { placed, unplaced } =
    keep === null
      ? assembleCards(parsed, columns, lanes)
      : { placed: keep.cards, unplaced: keep.unplaced.cards };
  const lostSteps = [...parsed.steps.values()].filter((step) => !parsed.stages.has(step.stageId));
  return {
    ...parsed.meta,
    stages,
    lanes,
    personas,
    columns,
    cards: reuseArray(before?.cards, placed),
    emotions: reuseArray(before?.emotions, assembleEmotions(parsed, stages, personas)),
    unplaced: reuseUnplaced(before, lostSteps.sort(compareRanked), unplaced),
  };
}

function reuseUnplaced(
  before: MapSnapshot | undefined,
  steps: readonly Step[],
  cards: readonly Card[],
): MapSnapshot['unplaced'] {
  const unplaced = {
    steps: reuseArray(before?.unplaced.steps, steps),
    cards: reuseArray(before?.unplaced.cards, cards),
  };
  return before !== undefined &&
    before.unplaced.steps === unplaced.steps &&
    before.unplaced.cards === unplaced.cards
    ? before.unplaced
    : unplaced;
}
