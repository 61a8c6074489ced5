import * as Y from 'yjs';
import type { Step } from '../snapshot.ts';
import { type Colour, colours } from '../vocabulary.ts';
import { type LocalizedInput, readTexts, writeTexts } from './localizedText.ts';
import { memberOf, ownProperty, stringOr } from './values.ts';

/** Texts a step has. */
export const stepTextFields = ['name', 'advanceAct', 'exitAct'] as const;

/** Where a step stands: one value, so that two concurrent moves never mix. */
export interface StepPlace {
  readonly stageId: string;
  readonly rank: string;
}

/** What a new step is made of. */
export interface StepInput {
  readonly place: StepPlace;
  readonly name: LocalizedInput;
  readonly advanceAct?: LocalizedInput;
  readonly exitAct?: LocalizedInput;
  readonly colour?: Colour | null;
}

/** A filled step record, not yet in a document. */
export function stepRecord(input: StepInput): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  record.set('place', input.place);
  writeTexts(record, 'name', input.name);
  writeTexts(record, 'advanceAct', input.advanceAct ?? {});
  writeTexts(record, 'exitAct', input.exitAct ?? {});
  if (input.colour) record.set('colour', input.colour);
  return record;
}

/** A step from whatever its record holds. */
export function parseStep(id: string, record: Y.Map<unknown>): Step {
  const place = record.get('place');
  return {
    id,
    stageId: stringOr(ownProperty(place, 'stageId')),
    rank: stringOr(ownProperty(place, 'rank')),
    name: readTexts(record, 'name'),
    advanceAct: readTexts(record, 'advanceAct'),
    exitAct: readTexts(record, 'exitAct'),
    colour: memberOf(colours, record.get('colour')),
  };
}
