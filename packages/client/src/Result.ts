import type { Failure } from './Failure.ts';
import type { FailureCode } from './FailureCode.ts';

/** What became of a question: its answer, or why there is none. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** A failure that is thrown: by `orThrow`, and where there is no result to return. */
export class JejakError extends Error {
  override readonly name = 'JejakError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message === '' ? failure.code : `${failure.message} (${failure.code})`);
    this.failure = failure;
  }

  get code(): FailureCode {
    return this.failure.code;
  }
}

/** The answer; throws a `JejakError` where there is none. */
export function orThrow<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new JejakError(result.failure);
}
