import type { MapDocs, OperationContext, OperationError, OperationResult } from '../operation.ts';
import type { Change } from './defineOperation.ts';
import { type OperationName, operations } from './registry.ts';

const wouldWrite = Symbol('would write');

type Run = { of(docs: MapDocs, input: unknown, context: OperationContext): OperationResult<Change> }['of'];

/** Runs an operation that is known only at run time, on what was parsed for it. */
export function runNamed(
  name: OperationName,
  docs: MapDocs,
  input: unknown,
  context: OperationContext,
): OperationResult<Change> {
  const run: Run = operations[name].run;
  return run(docs, input, context);
}

/** Why an operation would be refused as things are; null when it would not. Writes nothing. */
export function refusalOf(
  name: OperationName,
  docs: MapDocs,
  input: unknown,
  context: OperationContext,
): OperationError | null {
  const beforeWrite = (): void => {
    throw wouldWrite;
  };
  try {
    const result = runNamed(name, docs, input, { ...context, beforeWrite });
    return result.ok ? null : result.error;
  } catch (thrown) {
    if (thrown === wouldWrite) return null;
    throw thrown;
  }
}
