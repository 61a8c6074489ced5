import type { DomainError } from '../errors/DomainError.ts';

/** The body of a refusal over HTTP. */
export interface ErrorBody {
  readonly code: string;
  readonly messageKey: string;
  readonly field: string | null;
  /** The scope that a token lacks; absent unless that is the reason. */
  readonly scope?: string;
}

/** What a refusal says over HTTP. */
export function errorBody({ code, messageKey, field, scope }: DomainError): ErrorBody {
  return { code, messageKey, field, ...(scope === null ? {} : { scope }) };
}

/** A refusal as an HTTP answer. */
export function errorResponse(error: DomainError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (error.code === 'UNAUTHENTICATED') headers.set('www-authenticate', 'Bearer realm="jejak"');
  if (error.retryAfterSeconds !== null) headers.set('retry-after', String(error.retryAfterSeconds));
  return Response.json(errorBody(error), { status: error.httpStatus, headers });
}
