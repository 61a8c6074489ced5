import type { FailureCode } from './FailureCode.ts';

/** Why the server did not do what was asked: programs decide by `code`, people read `message`. */
export interface Failure {
  readonly code: FailureCode;
  /** Names the words, for whoever has texts of their own; begins with `errors.`. */
  readonly messageKey: string;
  /** In the language that was asked for; empty where the server told none. */
  readonly message: string;
  /** The field at fault, as the server names it. */
  readonly field: string | null;
  /** What the words speak of, e.g. `max`, `scope` or `retryAfterSeconds`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** An id to quote when asking for help. */
  readonly requestId: string | null;
}

/** A failure that arose here, before the server was heard. */
export function localFailure(
  code: FailureCode,
  messageKey: string,
  field: string | null = null,
  message = '',
): Failure {
  return { code, messageKey, message, field, params: {}, requestId: null };
}

/** A field of an object that came as JSON; undefined when there is none. */
function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.getOwnPropertyDescriptor(body, name)?.value
    : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const named = new Set(['code', 'messageKey', 'message', 'field', 'requestId', '__typename']);

/** What stands beside the names of a failure, or in a field `params` of their own. */
function paramsOf(told: object): Record<string, string | number> {
  const params = fieldOf(told, 'params');
  const beside = Object.entries(told).filter(([name]) => !named.has(name));
  const all = [...beside, ...(typeof params === 'object' && params !== null ? Object.entries(params) : [])];
  return Object.fromEntries(
    all.filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
  );
}

/** Reads a failure from what an endpoint sent; whatever that is, the result can be shown. */
export function readFailure(body: unknown, requestId: string | null = null): Failure {
  const outer = typeof body === 'object' && body !== null ? body : {};
  const error = fieldOf(outer, 'error');
  const told = typeof error === 'object' && error !== null ? error : outer;
  return {
    code: textOf(fieldOf(told, 'code')) ?? 'INTERNAL',
    messageKey: textOf(fieldOf(told, 'messageKey')) ?? 'errors.internal',
    message: textOf(fieldOf(told, 'message')) ?? '',
    field: textOf(fieldOf(told, 'field')),
    params: paramsOf(told),
    requestId: textOf(fieldOf(told, 'requestId')) ?? requestId,
  };
}

/** Reads a failure from an entry of a GraphQL answer's `errors`. */
export function graphqlFailure(error: unknown, requestId: string | null = null): Failure {
  const extensions = fieldOf(error, 'extensions');
  const told = typeof extensions === 'object' && extensions !== null ? extensions : {};
  return readFailure({ ...told, message: fieldOf(error, 'message') }, requestId);
}

/** How long to wait before asking again, where the server said so. */
export function retryAfterSecondsOf(failure: Failure): number | null {
  const { retryAfterSeconds } = failure.params;
  return typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null;
}
