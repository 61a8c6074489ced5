import {
  type MapDocs,
  type OperationContext,
  type OperationError,
  refusalOf,
  runNamed,
} from '@jejak/journey-model';
import type { MapStep, StepOutcome } from './MapStep.ts';

/** Why a step that must be done with all others cannot be. */
export class StepRefused extends Error {
  readonly index: number;
  readonly error: OperationError;

  constructor(index: number, error: OperationError) {
    super(`Step ${index} was refused`);
    this.index = index;
    this.error = error;
  }
}

/** After one of these an operation may be possible that was not before: a place is free, an order or a type another. */
const makesRoom = /^(delete|restore|move)|^(tagCard|setMapType)$/;

/** Runs steps one after the other; those that are refused write nothing, the others stand. */
export function runEach(
  docs: MapDocs,
  steps: readonly (MapStep | OperationError)[],
  context: OperationContext,
): readonly StepOutcome[] {
  return steps.map((step): StepOutcome => {
    if (!('name' in step)) return { ok: false, error: step };
    const result = runNamed(step.name, docs, step.input, { ...context, newId: step.ids() });
    return result.ok ? { ok: true, ...result.value } : result;
  });
}

/**
 * Runs all steps, or answers the first that is refused before anything is written. A step that turns out to be refused
 * only after others have written throws `StepRefused`: then the documents must be given up.
 */
export function runAll(
  docs: MapDocs,
  steps: readonly MapStep[],
  context: OperationContext,
): readonly StepOutcome[] | StepRefused {
  const refused = foreseen(docs, steps, context);
  if (refused !== null) return refused;
  const outcomes: StepOutcome[] = [];
  let written = false;
  for (const [index, { name, input, ids }] of steps.entries()) {
    const result = runNamed(name, docs, input, { ...context, newId: ids() });
    if (!result.ok) {
      const refusal = new StepRefused(index, result.error);
      if (written) throw refusal;
      return refusal;
    }
    written ||= result.value.changed;
    outcomes.push({ ok: true, ...result.value });
  }
  return outcomes;
}

/** The first step that is refused whatever those before it do; found without writing. */
function foreseen(docs: MapDocs, steps: readonly MapStep[], context: OperationContext): StepRefused | null {
  for (const [index, { name, input, refers, ids }] of steps.entries()) {
    const error = refers ? null : refusalOf(name, docs, input, { ...context, newId: ids() });
    if (error !== null) return new StepRefused(index, error);
    if (makesRoom.test(name)) return null;
  }
  return null;
}
