import { charterFields, type LocalizedText, metaId, type TextAddress } from '@jejak/journey-model';
import type { MapIndex } from './mapIndex.ts';
import type { PanelSubject } from './PageState.ts';

/** A text of the map, with what a list says about it and the panel it is edited in. */
export interface FoundText {
  readonly text: LocalizedText;
  /** What it is a text of. */
  readonly of: 'map' | 'stage' | 'step' | 'lane' | 'persona' | 'card' | 'emotion';
  /** The name of its record, for texts that are not the name itself. */
  readonly owner: LocalizedText | null;
  readonly subject: PanelSubject;
}

/** Finds a text by its address; null when its record is gone. */
export function findText(index: MapIndex, { recordId, field }: TextAddress): FoundText | null {
  const { snapshot } = index;
  if (recordId === metaId) {
    const { title, charter } = snapshot;
    const name = charterFields.find((each) => field === `charter.${each}`);
    return { text: name ? charter[name] : title, of: 'map', owner: null, subject: { kind: 'charter' } };
  }
  const stage = index.stages.get(recordId);
  if (stage) return named('stage', stage, field, { kind: 'stage', stageId: recordId });
  const step = index.steps.get(recordId);
  if (step) return named('step', step, field, { kind: 'step', stepId: recordId });
  const lane = index.lanes.get(recordId);
  if (lane) return named('lane', lane, field, { kind: 'lane', laneId: recordId });
  const persona = index.personas.get(recordId);
  if (persona) return named('persona', persona, field, { kind: 'personas' });
  const card = index.cards.get(recordId);
  if (card) return { text: card.text, of: 'card', owner: null, subject: { kind: 'card', cardId: recordId } };
  const point = index.emotions.get(recordId);
  if (!point) return null;
  const owner = index.steps.get(point.stepId)?.name ?? null;
  return { text: point.word, of: 'emotion', owner, subject: { kind: 'emotions' } };
}

function named(
  of: FoundText['of'],
  record: { readonly name: LocalizedText },
  field: string,
  subject: PanelSubject,
): FoundText | null {
  if (field === 'name') return { text: record.name, of, owner: null, subject };
  const value = Object.entries(record).find(([name]) => name === field)?.[1];
  return isText(value) ? { text: value, of, owner: record.name, subject } : null;
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'en' in value && 'id' in value;
}
