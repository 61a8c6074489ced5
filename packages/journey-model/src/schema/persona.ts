import * as Y from 'yjs';
import type { Persona } from '../snapshot.ts';
import { type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { stringOr } from './values.ts';

/** Texts a persona has. */
export const personaTextFields = ['name', 'description'] as const;

/** What a new persona is made of. */
export interface PersonaInput {
  readonly rank: string;
  readonly name: LocalizedInput;
  readonly description?: LocalizedInput;
}

/** A filled persona record, not yet in a document. */
export function personaRecord(input: PersonaInput): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  record.set('rank', input.rank);
  writeTexts(record, 'name', input.name);
  writeTexts(record, 'description', input.description ?? {});
  return record;
}

/** A persona from whatever its record holds. */
export function parsePersona(id: string, record: Y.Map<unknown>): Persona {
  return {
    id,
    rank: stringOr(record.get('rank')),
    name: readTexts(record, 'name'),
    description: readTexts(record, 'description'),
  };
}
