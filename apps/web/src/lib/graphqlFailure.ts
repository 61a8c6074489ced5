import { type Failure, readFailure } from './Failure.ts';
import { fieldOf } from './readJson.ts';

/** Reads a failure from an entry of a GraphQL answer's `errors`. */
export function graphqlFailure(error: unknown): Failure {
  return readFailure(fieldOf(error, 'extensions'));
}
