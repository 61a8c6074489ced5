import { unreachable } from './ask.ts';
import { type Failure, graphqlFailure, localFailure } from './Failure.ts';
import type { FailureCode } from './FailureCode.ts';
import { JejakError } from './Result.ts';

/**
 * Close codes that stay as they are however often one comes back. 4403 is none of them: rights changed, and who comes
 * back is judged anew.
 */
const finalCodes: Readonly<Record<number, FailureCode>> = {
  1002: 'BAD_REQUEST',
  1003: 'BAD_REQUEST',
  1007: 'BAD_REQUEST',
  1008: 'BAD_REQUEST',
  1009: 'TOO_LARGE',
  4400: 'BAD_REQUEST',
  4401: 'UNAUTHENTICATED',
  4406: 'BAD_REQUEST',
  4409: 'BAD_REQUEST',
  4429: 'BAD_REQUEST',
};

/** Why a subscription ended: errors of GraphQL, a close event, or whatever the platform says of a broken connection. */
export function socketFailure(error: unknown): Failure {
  if (error instanceof JejakError) return error.failure;
  if (Array.isArray(error)) return graphqlFailure(error[0]);
  if (typeof error !== 'object' || error === null) return unreachable('The connection was cut');
  if ('code' in error && typeof error.code === 'number') {
    const words = `The connection was closed with ${error.code}`;
    const code = finalCodes[error.code];
    return code === undefined ? unreachable(words) : localFailure(code, 'errors.internal', null, words);
  }
  return unreachable('message' in error ? String(error.message) : 'The connection was cut');
}
