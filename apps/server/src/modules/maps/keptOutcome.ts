import type { FieldAddress, OperationError } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';
import type { StepOutcome } from './MapStep.ts';

/** What became of a step, small enough to be kept: the id it wrote, in a list where nothing was different, or why not. */
export type KeptOutcome = string | readonly [string] | OperationError;

/** Outcomes as they are kept. */
export function keptOf(outcomes: readonly StepOutcome[]): readonly KeptOutcome[] {
  return outcomes.map((outcome) => {
    if (!outcome.ok) return outcome.error;
    return outcome.changed ? outcome.id : [outcome.id];
  });
}

/** Outcomes that were kept. */
export function outcomesOf(kept: readonly KeptOutcome[]): readonly StepOutcome[] {
  return kept.map((outcome): StepOutcome => {
    if (typeof outcome === 'string') return { ok: true, id: outcome, changed: true };
    if ('code' in outcome) return { ok: false, error: outcome };
    return { ok: true, id: outcome[0], changed: false };
  });
}

/** What a call came to, as its entries in the log hold it: which documents it wrote, and the outcome of each step. */
export interface LoggedOutcome {
  readonly parts: readonly MapPart[];
  readonly outcomes: readonly KeptOutcome[];
}

/** Written into the log. */
export function printOutcome({ parts, outcomes }: LoggedOutcome): string {
  return JSON.stringify([parts, outcomes]);
}

/** Read from it: only this program writes there. */
export function parseOutcome(text: string): LoggedOutcome {
  const [parts, outcomes] = JSON.parse(text) as [readonly MapPart[], readonly KeptOutcome[]];
  return { parts, outcomes };
}

const conflictsMax = 10;

/** Of fields that stand against a change some of each kind of record: enough to show one, and nothing that was written. */
export function keptFields(fields: readonly FieldAddress[]): readonly FieldAddress[] {
  const kept = new Map<string, FieldAddress>();
  const counts = new Map<string, number>();
  for (const { root, key } of fields) {
    const count = counts.get(root) ?? 0;
    if (count >= conflictsMax || kept.has(`${root} ${key}`)) continue;
    counts.set(root, count + 1);
    // A tag is something that somebody wrote; its record is enough.
    kept.set(`${root} ${key}`, { root, key, field: null });
  }
  return [...kept.values()];
}
