import * as Y from 'yjs';
import type { Stage } from '../snapshot.ts';
import { type Colour, colours, type PurchasePosition, purchasePositions } from '../vocabulary.ts';
import { type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { memberOf, stringOr } from './values.ts';

/** A stage as stored, without the steps that point to it. */
export type StageRecord = Omit<Stage, 'steps'>;

/** Texts a stage has. */
export const stageTextFields = ['name', 'purpose', 'brandGoal'] as const;

/** What a new stage is made of. */
export interface StageInput {
  readonly rank: string;
  readonly key?: string | null;
  readonly name: LocalizedInput;
  readonly purpose?: LocalizedInput;
  readonly brandGoal?: LocalizedInput;
  readonly position?: PurchasePosition | null;
  readonly colour?: Colour | null;
}

/** A filled stage record, not yet in a document. */
export function stageRecord(input: StageInput): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  record.set('rank', input.rank);
  writeTexts(record, 'name', input.name);
  writeTexts(record, 'purpose', input.purpose ?? {});
  writeTexts(record, 'brandGoal', input.brandGoal ?? {});
  if (input.key) record.set('key', input.key);
  if (input.position) record.set('position', input.position);
  if (input.colour) record.set('colour', input.colour);
  return record;
}

/** A stage from whatever its record holds. */
export function parseStage(id: string, record: Y.Map<unknown>): StageRecord {
  const key = stringOr(record.get('key'));
  return {
    id,
    rank: stringOr(record.get('rank')),
    key: key === '' ? null : key,
    name: readTexts(record, 'name'),
    purpose: readTexts(record, 'purpose'),
    brandGoal: readTexts(record, 'brandGoal'),
    position: memberOf(purchasePositions, record.get('position')),
    colour: memberOf(colours, record.get('colour')),
  };
}
