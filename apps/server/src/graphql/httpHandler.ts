import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '@jejak/journey-model';
import { type GraphQLError, GraphQLError as Refusal } from 'graphql';
import type { Actor } from '../auth/Actor.ts';
import { DomainError } from '../errors/DomainError.ts';
import { createContext, type Services } from './Context.ts';
import type { Engine } from './engine/Engine.ts';
import { graphqlLimits } from './graphqlLimits.ts';
import { refusal, refusalOf } from './refusal.ts';
import { isVariables, parseRequest } from './requestBody.ts';
import { webHeaders } from './webHeaders.ts';

/** What answering over HTTP needs. */
export interface HttpParts {
  readonly engine: Engine;
  readonly services: Services;
  readonly resolveActor: (headers: Headers) => Promise<Actor>;
  /** Whether a request that may change something comes from a page of ours, or from a program. */
  readonly isOwnPageOrProgram: (headers: Headers) => boolean;
  readonly report: (error: unknown, requestId: string) => void;
}

const requestIdPattern = /^[A-Za-z0-9._-]{1,64}$/;

class TooLarge extends Error {}

async function readBody(request: IncomingMessage): Promise<string> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > graphqlLimits.bodyBytesMax) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new Error('The body was decoded before it came here');
    size += chunk.length;
    if (size > graphqlLimits.bodyBytesMax) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: unknown, close = false): void {
  if (response.writableEnded || response.destroyed) return;
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    ...(close ? { connection: 'close' } : {}),
  });
  response.end(bytes);
}

function refuse(
  response: ServerResponse,
  status: number,
  errors: readonly GraphQLError[],
  close = false,
): void {
  send(response, status, { errors }, close);
}

/**
 * Only a JSON content type: a browser sends it across origins after asking first, and we never say yes. Together
 * with the check of `Origin` no foreign page can make a signed-in browser change anything.
 */
function unfit(request: IncomingMessage, headers: Headers, parts: HttpParts): [number, GraphQLError] | null {
  if (request.method !== 'POST') {
    return [405, refusal('BAD_REQUEST', { message: 'Send operations with POST.' })];
  }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const charset = /charset="?([^";]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8')) {
    return [400, refusal('BAD_REQUEST', { message: 'The content type must be application/json in UTF-8.' })];
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return [400, refusal('BAD_REQUEST', { message: 'The body must not be compressed.' })];
  }
  if (!parts.isOwnPageOrProgram(headers)) return [400, refusalOf(new DomainError('BAD_ORIGIN'))];
  return null;
}

/** The language the caller reads: that of the account, else what the browser asks for first. */
function localeOf(actor: Actor, headers: Headers): Locale {
  if (actor.kind === 'member') return actor.locale;
  return (headers.get('accept-language') ?? '').trim().toLowerCase().startsWith('id') ? 'id' : 'en';
}

/** Answers `POST /graphql`. Never rejects; mount it where no body parser has run. */
export function createHttpHandler(
  parts: HttpParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { engine } = parts;

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const headers = webHeaders(request);
    const problem = unfit(request, headers, parts);
    if (problem !== null) {
      if (problem[0] === 405) response.setHeader('allow', 'POST');
      request.resume();
      return refuse(response, problem[0], [problem[1]]);
    }
    const parsed = parseRequest(await readBody(request));
    if (parsed instanceof Refusal) return refuse(response, 400, [parsed]);
    const preparation = engine.prepare(parsed.query, parsed.operationName);
    if (!preparation.ok) return refuse(response, 400, preparation.errors);
    const prepared = preparation.value;
    if (prepared.operation.operation === 'subscription') {
      return refuse(response, 400, [refusal('BAD_REQUEST', { message: 'Subscribe over a WebSocket.' })]);
    }
    const variables = isVariables(parsed.variables) ? parsed.variables : {};
    const refused = engine.refuse(prepared, variables);
    if (refused !== null) return refuse(response, 400, refused);
    const actor = await parts.resolveActor(headers);
    const locale = localeOf(actor, headers);
    const context = createContext({ actor, locale, services: parts.services, requestId });
    send(response, 200, await engine.execute(prepared, variables, context));
  }

  return async (request, response) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', requestId);
    try {
      await answer(request, response, requestId);
    } catch (error) {
      if (error instanceof TooLarge) {
        request.resume();
        return refuse(response, 413, [refusalOf(new DomainError('TOO_LARGE'))], true);
      }
      // A caller who hung up in the middle of the body is no failure of ours.
      if (!request.complete && request.destroyed) return;
      parts.report(error, requestId);
      refuse(response, 500, [refusalOf(new DomainError('INTERNAL'))]);
    }
  };
}
