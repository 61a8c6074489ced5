import type { Card, MapSnapshot, Stage } from '../snapshot.ts';

/** The five elements of a journey map (S13). */
export interface Completeness {
  readonly persona: boolean;
  readonly timeline: boolean;
  readonly emotion: boolean;
  readonly touchpoint: boolean;
  readonly channel: boolean;
}

/** What a map can be warned of; none of it blocks anything. */
export const warningCodes = ['NO_CHARTER', 'TOO_MANY_PERSONAS', 'NO_POST_PURCHASE', 'UNPLACED'] as const;
export type WarningCode = (typeof warningCodes)[number];

/** One remark about a map; `count` says how many (fields, personas, records) it is about. */
export interface MapWarning {
  readonly code: WarningCode;
  readonly count: number;
}

/** A stage in figures. */
export interface StageSummary {
  readonly stageId: string;
  readonly steps: number;
  readonly cards: number;
  readonly openQuestions: number;
}

/** What lists, checks and headers want to know of a map. */
export interface MapSummary {
  readonly completeness: Completeness;
  readonly warnings: readonly MapWarning[];
  /** In the order of the stages. */
  readonly stages: readonly StageSummary[];
  /** The stage to deal with first (S25); null when no question is open. */
  readonly mostQuestionsStageId: string | null;
}

const personasMax = 2;
const isOpenQuestion = (card: Card): boolean => card.kind === 'QUESTION' && !card.resolved;

function summarizeStages(snapshot: MapSnapshot): StageSummary[] {
  const stageOf = new Map(snapshot.columns.map((column) => [column.id, column.stageId]));
  const counts = new Map<string, { cards: number; openQuestions: number }>();
  for (const card of snapshot.cards) {
    const stageId = stageOf.get(card.place.columnId) ?? '';
    const count = counts.get(stageId) ?? { cards: 0, openQuestions: 0 };
    count.cards += 1;
    if (isOpenQuestion(card)) count.openQuestions += 1;
    counts.set(stageId, count);
  }
  return snapshot.stages.map((stage) => ({
    stageId: stage.id,
    steps: stage.steps.length,
    cards: counts.get(stage.id)?.cards ?? 0,
    openQuestions: counts.get(stage.id)?.openQuestions ?? 0,
  }));
}

function warningsOf(snapshot: MapSnapshot, stages: readonly StageSummary[]): MapWarning[] {
  const warnings: MapWarning[] = [];
  const { charter, personas, unplaced } = snapshot;
  const emptyFields = [charter.why, charter.goals, charter.about, charter.experience].filter(
    (text) => text.en.trim() === '' && text.id.trim() === '',
  );
  if (emptyFields.length > 0) warnings.push({ code: 'NO_CHARTER', count: emptyFields.length });
  if (personas.length > personasMax) warnings.push({ code: 'TOO_MANY_PERSONAS', count: personas.length });
  const after = new Set(snapshot.stages.filter(isPostPurchase).map((stage) => stage.id));
  const served = stages.some((stage) => after.has(stage.stageId) && stage.steps + stage.cards > 0);
  if (!served) warnings.push({ code: 'NO_POST_PURCHASE', count: after.size });
  const lost = unplaced.steps.length + unplaced.cards.length;
  if (lost > 0) warnings.push({ code: 'UNPLACED', count: lost });
  return warnings;
}

function isPostPurchase(stage: Stage): boolean {
  return stage.position === 'POST_PURCHASE';
}

function completenessOf(snapshot: MapSnapshot): Completeness {
  return {
    persona: snapshot.personas.length > 0,
    timeline: snapshot.stages.some((stage) => stage.steps.length > 0),
    emotion: snapshot.emotions.some((point) => point.score !== null),
    touchpoint: snapshot.cards.some((card) => card.kind === 'TOUCHPOINT'),
    channel: snapshot.cards.some((card) => card.kind === 'CHANNEL' || card.channel !== null),
  };
}

/** Completeness (S13), warnings (S12, S32, S33) and open questions by stage (S25). */
export function summarizeMap(snapshot: MapSnapshot): MapSummary {
  const stages = summarizeStages(snapshot);
  let most: StageSummary | null = null;
  for (const stage of stages) {
    if (stage.openQuestions > (most?.openQuestions ?? 0)) most = stage;
  }
  return {
    completeness: completenessOf(snapshot),
    warnings: warningsOf(snapshot, stages),
    stages,
    mostQuestionsStageId: most?.stageId ?? null,
  };
}
