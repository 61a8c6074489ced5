/** Why the server did not do what was asked, in codes; the texts are ours. */
export interface Failure {
  readonly code: string;
  /** A key of the messages, beginning with `errors.`. */
  readonly messageKey: string;
  /** The field at fault, as the server names it. */
  readonly field: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** An id to quote when asking for help. */
  readonly requestId: string | null;
}

/** A failure that arose here, before the server was heard. */
export function localFailure(code: string, messageKey: string, field: string | null = null): Failure {
  return { code, messageKey, field, params: {}, requestId: null };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function paramsOf(value: unknown): Record<string, string | number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );
}

/** Reads a failure from what the server sent; whatever it is, the result can be shown. */
export function readFailure(body: unknown, requestId: string | null = null): Failure {
  const outer = typeof body === 'object' && body !== null ? body : {};
  const inner =
    'error' in outer && typeof outer.error === 'object' && outer.error !== null ? outer.error : outer;
  const field = (name: string): unknown => Object.getOwnPropertyDescriptor(inner, name)?.value;
  return {
    code: textOf(field('code')) ?? 'INTERNAL',
    messageKey: textOf(field('messageKey')) ?? 'errors.internal',
    field: textOf(field('field')),
    params: paramsOf(field('params')),
    requestId: textOf(field('requestId')) ?? requestId,
  };
}
