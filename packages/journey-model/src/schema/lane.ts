import * as Y from 'yjs';
import type { Lane } from '../snapshot.ts';
import { type Colour, colours, type LaneKind, laneKinds } from '../vocabulary.ts';
import { type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { memberOf, stringOr } from './values.ts';

/** Texts a lane has. */
export const laneTextFields = ['name'] as const;

/** What a new lane is made of. */
export interface LaneInput {
  readonly rank: string;
  readonly kind: LaneKind;
  readonly name: LocalizedInput;
  readonly colour?: Colour | null;
}

/** A filled lane record, not yet in a document. */
export function laneRecord(input: LaneInput): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  record.set('rank', input.rank);
  record.set('kind', input.kind);
  writeTexts(record, 'name', input.name);
  if (input.colour) record.set('colour', input.colour);
  return record;
}

/** A lane from whatever its record holds. */
export function parseLane(id: string, record: Y.Map<unknown>): Lane {
  return {
    id,
    rank: stringOr(record.get('rank')),
    kind: memberOf(laneKinds, record.get('kind')) ?? 'CUSTOM',
    name: readTexts(record, 'name'),
    colour: memberOf(colours, record.get('colour')),
  };
}
