import { type ExecutionResult, Kind } from 'graphql';
import type { Prepared } from './prepare.ts';

/** How an operation ended: well, with a failure we expect, with one we do not, or too late. */
export type OperationOutcome = 'ok' | 'refused' | 'failed' | 'late';

/** Hears of every operation; nothing it is told was made up by a client. */
export interface OperationObserver {
  /** An operation ran. `field` is its root field by the schema, or `several`. */
  ran(
    operation: 'query' | 'mutation' | 'subscription',
    field: string,
    outcome: OperationOutcome,
    ms: number,
  ): void;
  /** An operation was answered with what was kept of an answer to the same version; `ran` is told as well. */
  recalled(): void;
  /** A document was refused before anything of it ran. */
  refused(code: string): void;
}

/** The root field of an operation as the schema names it: clients name operations as they like. */
export function rootFieldOf({ operation }: Prepared): string {
  const { selections } = operation.selectionSet;
  const [first] = selections;
  return selections.length === 1 && first?.kind === Kind.FIELD ? first.name.value : 'several';
}

/** What became of an operation, by the worst of its errors. */
export function outcomeOf({ errors = [] }: ExecutionResult): OperationOutcome {
  const codes = new Set(errors.map(({ extensions }) => extensions.code));
  if (codes.has('INTERNAL') || codes.has('UNAVAILABLE')) return 'failed';
  if (codes.has('OPERATION_TIMEOUT')) return 'late';
  return codes.size === 0 ? 'ok' : 'refused';
}
