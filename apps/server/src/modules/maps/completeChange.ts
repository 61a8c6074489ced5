import type { ActorRef } from '@jejak/access';
import { type FieldAddress, type OperationError, operations, writtenFields } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';
import { DomainError } from '../../errors/DomainError.ts';
import type { CallTrace, LiveMaps, MapVersion } from '../../rooms/LiveMaps.ts';
import { type KeptOutcome, type LoggedOutcome, parseOutcome } from './keptOutcome.ts';
import { isStep, type MapStep } from './MapStep.ts';
import { runEach } from './runSteps.ts';

/** A change of which something is journaled. */
export interface BegunChange {
  /** Names it in the entries that it writes. */
  readonly id: string;
  readonly mapId: string;
  readonly steps: readonly (MapStep | OperationError)[];
  readonly by: ActorRef | null;
  /** How far the map was before. */
  readonly since: MapVersion;
  /** Whether it may still be journaled, asked before each attempt. */
  readonly mayStill: () => boolean;
}

/**
 * Gives the document that lacks its part of a change what it lacks, but for what was changed since: as if the change had
 * been whole and the others had come after it. null where nothing of the change is journaled.
 */
export async function completeChange(
  liveMaps: LiveMaps,
  { id, mapId, steps, by, since, mayStill }: BegunChange,
  { found, version }: CallTrace,
): Promise<{ readonly outcomes: readonly KeptOutcome[]; readonly version: MapVersion } | null> {
  const [first] = found.values();
  if (first === undefined) return null;
  const logged = parseOutcome(first.outcome);
  const { outcomes } = logged;
  const missing = logged.parts.filter((part) => !found.has(part));
  if (missing.length === 0) return { outcomes, version };
  let left = stepsOf(steps, logged, missing);
  for (;;) {
    const trying = left;
    const fields = trying.flatMap(fieldsOf);
    const edited = await liveMaps.edit(mapId, {
      by,
      parts: missing,
      onlyIf: { version: since, fields },
      mayStill,
      call: { id, outcomeOf: () => first.outcome },
      run(docs, context) {
        if (!mayStill()) throw new DomainError('UNAVAILABLE');
        // What cannot be done any more would have gone with what it rests on.
        return runEach(docs, trying, context);
      },
    });
    if (edited.kind === 'done') return { outcomes, version: edited.version };
    left = trying.filter((step) => !fieldsOf(step).some((field) => includes(edited.fields, field)));
  }
}

/** The steps that wrote these documents. */
function stepsOf(
  steps: readonly (MapStep | OperationError)[],
  { outcomes }: LoggedOutcome,
  parts: readonly MapPart[],
): readonly MapStep[] {
  return steps.flatMap((step, index) => {
    if (!isStep(step) || !parts.includes(operations[step.name].part)) return [];
    return typeof outcomes[index] === 'string' ? [step] : [];
  });
}

/** What a step writes. */
export const fieldsOf = ({ name, input }: MapStep): readonly FieldAddress[] => writtenFields(name, input);

function includes(fields: readonly FieldAddress[], { root, key, field }: FieldAddress): boolean {
  return fields.some((one) => one.root === root && one.key === key && one.field === field);
}
