/** Codes the server answers, as docs/API.md explains them. */
export const serverCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'LIMIT',
  'CONFLICT',
  'VERSION_CONFLICT',
  'IDEMPOTENCY_MISMATCH',
  'IN_PROGRESS',
  'LAST_OWNER',
  'VERSION_TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL',
  'SYNTAX',
  'VALIDATION',
  'BAD_REQUEST',
  'BAD_VARIABLES',
  'TOKEN_LIMIT',
  'REPEAT_LIMIT',
  'DEPTH_LIMIT',
  'ALIAS_LIMIT',
  'ROOT_FIELD_LIMIT',
  'DIRECTIVE_LIMIT',
  'COST_LIMIT',
  'PERSISTED_QUERY_NOT_FOUND',
  'RATE_LIMITED',
  'INTROSPECTION_OFF',
  'OPERATION_TIMEOUT',
  'FIRST_OUT_OF_RANGE',
  'INVALID_CURSOR',
  'CURSOR_EXPIRED',
  'SUBSCRIPTION_LIMIT',
  'SLOW_CONSUMER',
  'TOO_LARGE',
  'BAD_ORIGIN',
] as const;

/** Codes of what happens on this side. */
export const localCodes = [
  /** No answer came, or one that is not the server's. */
  'UNREACHABLE',
  /** The caller's signal said so. */
  'ABORTED',
  /** The client, or the live map, was closed. */
  'CLOSED',
  /** It was not saved in time. */
  'NOT_SAVED',
  /** A browser can send no token with the socket of subscriptions. */
  'NO_HEADERS',
] as const;

/** A stable code. The server may know a later one than this list. */
export type FailureCode =
  | (typeof serverCodes)[number]
  | (typeof localCodes)[number]
  | (string & Record<never, never>);

/** Codes of failures that go away by themselves. */
const passing: ReadonlySet<string> = new Set([
  'RATE_LIMITED',
  'UNAVAILABLE',
  'VERSION_TIMEOUT',
  'IN_PROGRESS',
  'UNREACHABLE',
]);

/** Whether asking the same again later may succeed. */
export function passes(code: FailureCode): boolean {
  return passing.has(code);
}
