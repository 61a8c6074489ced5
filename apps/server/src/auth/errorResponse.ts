import type { DomainError } from '../errors/DomainError.ts';

/** The body of a refusal over HTTP. */
export interface ErrorBody {
  readonly code: string;
  readonly messageKey: string;
  readonly field: string | null;
}

/** What a refusal says over HTTP. */
export function errorBody({ code, messageKey, field }: DomainError): ErrorBody {
  return { code, messageKey, field };
}

/** A refusal as an HTTP answer. */
export function errorResponse(error: DomainError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (error.retryAfterSeconds !== null) headers.set('retry-after', String(error.retryAfterSeconds));
  return Response.json(errorBody(error), { status: error.httpStatus, headers });
}
