import { localFailure, type Result, readFailure } from '@jejak/client';

/** What an endpoint answered. */
export type ApiResult<T> = Result<T>;

interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: HeadersInit;
  readonly waitMs?: number;
}

const waitMsDefault = 15_000;

/**
 * Asks a JSON endpoint of the server; never throws. `read` turns the answer's body into a value and is the
 * place where its shape is checked.
 */
export async function callApi<T>(
  url: string,
  read: (body: unknown) => T,
  request: ApiRequest = {},
): Promise<ApiResult<T>> {
  const headers = new Headers(request.headers);
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  try {
    const response = await fetch(url, {
      method: request.method ?? 'GET',
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(request.waitMs ?? waitMsDefault),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: read(body) };
    return { ok: false, failure: readFailure(body, response.headers.get('x-request-id')) };
  } catch {
    // No answer, or one that is not ours (a proxy's page): both mean that the server could not be reached.
    return { ok: false, failure: localFailure('UNREACHABLE', 'errors.unreachable') };
  }
}
