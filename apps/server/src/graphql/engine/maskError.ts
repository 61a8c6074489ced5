import { GraphQLError } from 'graphql';
import { DomainError } from '../../errors/DomainError.ts';
import { refusal, refusalIn, refusalOf } from '../refusal.ts';

/** Told of failures that nobody expected; the caller only learns that something failed. */
export type ReportFailure = (error: unknown, requestId: string) => void;

/** What the executors call an error: graphql-js and graphql-jit have classes of their own. */
interface ExecutedError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly locations?: GraphQLError['locations'];
  readonly originalError?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error as the caller may see it: expected failures with code and key, everything else masked and reported. */
export function maskError(error: ExecutedError, requestId: string, report: ReportFailure): GraphQLError {
  const known = refusalIn(error.originalError ?? error) ?? codedError(error);
  const shown = known ?? unexpected(error, requestId, report);
  return new GraphQLError(shown.message, {
    path: error.path ?? null,
    extensions: shown.extensions,
    ...(error instanceof GraphQLError ? { nodes: error.nodes ?? null } : {}),
  });
}

/** What the driver and mongoose call it that no database answers. */
const databaseIsAway = /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|PoolCleared)Error$/;

function codedError(error: ExecutedError): GraphQLError | null {
  const code = error.extensions?.code;
  return typeof code === 'string'
    ? new GraphQLError(error.message, { extensions: { ...error.extensions } })
    : null;
}

function unexpected(error: ExecutedError, requestId: string, report: ReportFailure): GraphQLError {
  // Without a path and without a cause it is the coercion of variables that failed.
  if (error.path === undefined && error.originalError == null) {
    return refusal('BAD_VARIABLES', { message: error.message });
  }
  report(error.originalError ?? error, requestId);
  const cause = error.originalError ?? error;
  if (cause instanceof Error && databaseIsAway.test(cause.name))
    return refusalOf(new DomainError('UNAVAILABLE'));
  const masked = refusalOf(new DomainError('INTERNAL'));
  return new GraphQLError(masked.message, {
    extensions: { ...masked.extensions, requestId },
  });
}
