import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '../errors/DomainError.ts';
import { isOwnPageOrProgram } from './allowedOrigins.ts';
import { errorResponse } from './errorResponse.ts';
import { sendWebResponse, webRequest } from './nodeRequest.ts';

/** What an endpoint for accounts is asked. */
export interface JsonAsk {
  readonly headers: Headers;
  /** The parsed JSON body; an empty object where there is none. Not checked yet. */
  readonly body: unknown;
  /** Parts of the path that stand for something, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly message: IncomingMessage;
}

/** What it answers. */
export interface JsonAnswer {
  readonly status?: number;
  readonly body: unknown;
  /** `Set-Cookie` headers. */
  readonly cookies?: readonly string[];
}

/** Answers one kind of request; expected failures are thrown as `DomainError`. */
export type JsonHandler = (ask: JsonAsk) => Promise<JsonAnswer>;

/** What all endpoints share. */
export interface JsonEndpointParts {
  readonly origins: ReadonlySet<string>;
  readonly publicUrl: string;
  readonly report: (error: unknown) => void;
}

type RoutedMessage = IncomingMessage & { readonly params?: Readonly<Record<string, string | string[]>> };

/**
 * Turns a handler into a route: what changes something takes JSON only and comes from our own pages or from
 * programs [AUTH5]; expected failures become `{code, messageKey, field}`, all others are reported and masked.
 */
export function jsonEndpoint(
  parts: JsonEndpointParts,
  handler: JsonHandler,
): (message: RoutedMessage, response: ServerResponse) => Promise<void> {
  const answer = async (message: RoutedMessage): Promise<Response> => {
    try {
      const request = await webRequest(message, new URL(parts.publicUrl).origin);
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (changes && !isOwnPageOrProgram(request.headers, parts.origins)) throw new DomainError('BAD_ORIGIN');
      const params = Object.fromEntries(
        Object.entries(message.params ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const body = changes ? await jsonOf(request) : {};
      const answered = await handler({ headers: request.headers, body, params, message });
      const headers = new Headers({ 'cache-control': 'no-store' });
      for (const cookie of answered.cookies ?? []) headers.append('set-cookie', cookie);
      return Response.json(answered.body, { status: answered.status ?? 200, headers });
    } catch (error) {
      if (error instanceof DomainError) return errorResponse(error);
      parts.report(error);
      return errorResponse(new DomainError('INTERNAL'));
    }
  };
  return async (message, response) => sendWebResponse(await answer(message), response);
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('NOT_JSON');
  }
}
