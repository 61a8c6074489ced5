import { mapLimits } from '../limits.ts';
import type { LocalizedInput } from '../schema/localizedText.ts';
import type { MapDraft } from './MapDraft.ts';

type Limit = keyof typeof mapLimits;

/** The first limit of a map that a draft goes beyond. */
export interface ExceededLimit {
  readonly limit: Limit;
  readonly count: number;
}

function longest(texts: Iterable<LocalizedInput | undefined>): number {
  let length = 0;
  for (const text of texts) length = Math.max(length, text?.en?.length ?? 0, text?.id?.length ?? 0);
  return length;
}

/** Which limit a draft goes beyond, so that an import can refuse it in words; null when it fits. */
export function exceededLimit(draft: MapDraft): ExceededLimit | null {
  const { stages, lanes, personas = [], cards = [], emotions = [], charter = {} } = draft;
  const steps = stages.flatMap((stage) => stage.steps ?? []);
  const names = [draft.title, ...[...stages, ...steps, ...lanes, ...personas].map(({ name }) => name)];
  const texts = [
    ...Object.values(charter),
    ...stages.flatMap((stage) => [stage.purpose, stage.brandGoal]),
    ...steps.flatMap((step) => [step.advanceAct, step.exitAct]),
    ...personas.map((persona) => persona.description),
    ...cards.map((card) => card.text),
  ];
  const counts: readonly (readonly [Limit, number])[] = [
    ['stagesMax', stages.length],
    ['stepsMax', steps.length],
    ['lanesMax', lanes.length],
    ['personasMax', personas.length],
    ['cardsMax', cards.length],
    ['tagsPerCardMax', cards.reduce((most, { tags = [] }) => Math.max(most, tags.length), 0)],
    [
      'tagLengthMax',
      cards.reduce((most, { tags = [] }) => Math.max(most, ...tags.map((tag) => tag.length)), 0),
    ],
    ['nameLengthMax', longest([...names, ...emotions.map(({ word }) => word)])],
    ['textLengthMax', longest(texts)],
  ];
  const beyond = counts.find(([limit, count]) => count > mapLimits[limit]);
  return beyond === undefined ? null : { limit: beyond[0], count: beyond[1] };
}
