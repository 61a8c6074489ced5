import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { Locale } from '@jejak/journey-model';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Actor } from '../auth/Actor.ts';
import { bearerOf } from '../auth/bearerOf.ts';
import { readBody, webHeaders } from '../auth/nodeRequest.ts';
import { DomainError } from '../errors/DomainError.ts';
import { AnswerBody } from './AnswerBody.ts';
import { acceptsGzip } from './acceptsGzip.ts';
import { createContext, type GraphqlContext, type Services } from './Context.ts';
import { type Asker, createApollo } from './createApollo.ts';
import { type Answer, DirectLane, printed } from './DirectLane.ts';
import type { Admitted, Engine } from './engine/Engine.ts';
import { isLong } from './engine/isLong.ts';
import { longRefusal } from './engine/prepare.ts';
import { graphqlLimits } from './graphqlLimits.ts';
import { inLanguage } from './inLanguage.ts';
import { languageAsked } from './languageAsked.ts';
import type { Allowances } from './rate/Allowances.ts';
import type { Charge } from './rate/Charge.ts';
import { RequestMeter } from './rate/RequestMeter.ts';
import { rateLimited } from './rate/rateLimited.ts';
import { showCharge } from './rate/showCharge.ts';
import { refusal, refusalOf } from './refusal.ts';
import { isRecord, withKnownText } from './withKnownText.ts';

/** What answering over HTTP needs. */
export interface HttpParts {
  readonly engine: Engine;
  readonly allowances: Allowances;
  readonly services: Services;
  readonly resolveActor: (headers: Headers) => Promise<Actor>;
  /** Whether a request that may change something comes from a page of ours, or from a program. */
  readonly isOwnPageOrProgram: (headers: Headers) => boolean;
  readonly report: (error: unknown, requestId: string) => void;
}

const requestIdPattern = /^[A-Za-z0-9._-]{1,64}$/;
const sentAsJson = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const jsonType = 'application/json; charset=utf-8';
const acceptableType = /application\/(json|graphql-response\+json|\*)|\*\/\*/i;

/** The body as Apollo wants it; undefined when it is not JSON in UTF-8, which Apollo refuses. */
async function jsonOf(request: IncomingMessage): Promise<unknown> {
  if (!sentAsJson.test(request.headers['content-type'] ?? '')) return undefined;
  const text = (await readBody(request, graphqlLimits.bodyBytesMax)).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('BAD_REQUEST', { message: 'The body is not JSON.' });
  }
}

function refuse(response: ServerResponse, status: number, error: GraphQLError, locale: Locale): void {
  if (response.writableEnded || response.destroyed) return;
  response.statusCode = status;
  response.setHeader('content-type', jsonType);
  response.end(JSON.stringify({ errors: [inLanguage(error.toJSON(), locale)] }));
}

async function send(response: ServerResponse, answer: Answer, encodings: string | null): Promise<void> {
  if (response.destroyed) return;
  const { status, contentType, body } = answer;
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  if (typeof body === 'string') return void response.end(body);
  if (body.plain.length < graphqlLimits.packedFromBytes) return void response.end(body.plain);
  response.setHeader('vary', 'accept-encoding');
  if (!acceptsGzip(encodings)) return void response.end(body.plain);
  const packed = await body.packed();
  response.setHeader('content-encoding', 'gzip');
  response.end(packed);
}

/** The same answer as that of a request whose token is worth nothing. */
function unauthorized(response: ServerResponse, answer: Answer): Answer {
  if (!response.headersSent)
    response.setHeader('www-authenticate', 'Bearer realm="jejak", error="invalid_token"');
  return { ...answer, status: 401 };
}

/** The answer of a request for which the allowance of whoever asks was too small. */
function tooMuch(answer: Answer, charge: Charge): Answer {
  return { ...answer, status: 429, body: `${JSON.stringify({ errors: [rateLimited(charge)] })}\n` };
}

/** An answer with the messages of its errors in a language; errors come first, and only then are they looked for. */
function answerIn(body: string, locale: Locale): string {
  if (locale === 'en' || !body.startsWith('{"errors"')) return body;
  const answer: { errors: GraphQLFormattedError[] } = JSON.parse(body);
  return JSON.stringify({ ...answer, errors: answer.errors.map((error) => inLanguage(error, locale)) });
}

/**
 * Answers `POST /graphql`: what comes again by the direct lane, all else through Apollo Server. In front of both only
 * what they leave to others: whose page asks, how much is read, and that no operation comes by GET. The handler never
 * rejects; mount it where no body parser has run.
 */
export async function createHttpHandler(
  parts: HttpParts,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const { engine, services } = parts;
  // Whoever shows a token that is worth nothing is told so, and does not go on as nobody [TOKEN5].
  const unknown = new WeakSet<Asker>();
  const meter = new RequestMeter(parts);
  async function contextFor(asker: Asker, cost: number): Promise<GraphqlContext> {
    const { headers, requestId } = asker;
    const { actor, charge } = await meter.payerOf(asker, cost);
    if (charge.refused !== null) throw rateLimited(charge);
    if (actor.kind === 'nobody' && bearerOf(headers) !== null) {
      unknown.add(asker);
      throw new DomainError('UNAUTHENTICATED');
    }
    const messageLocale = asker.messageLocale ?? 'en';
    const locale = actor.kind === 'member' ? actor.locale : messageLocale;
    return createContext({ actor, locale, messageLocale, services, requestId, charge });
  }
  async function run(admitted: Admitted, asker: Asker): Promise<ExecutionResult> {
    try {
      return await engine.execute(admitted, await contextFor(asker, admitted.cost));
    } catch (error) {
      return { data: null, errors: [engine.failure(error, asker.requestId)] };
    }
  }
  async function runOrRecall(admitted: Admitted, asker: Asker): Promise<ExecutionResult | AnswerBody> {
    if (admitted.prepared.gate === null) return run(admitted, asker);
    try {
      const context = await contextFor(asker, admitted.cost);
      const kept = await engine.recall(admitted, context);
      if (kept !== null) return kept;
      const result = await engine.execute(admitted, context);
      if (result.errors !== undefined) return result;
      const body = new AnswerBody(printed(result));
      engine.keep(admitted, context, body);
      return body;
    } catch (error) {
      return { data: null, errors: [engine.failure(error, asker.requestId)] };
    }
  }
  const apollo = await createApollo({ engine, report: parts.report, run });
  const direct = new DirectLane({ engine, run: runOrRecall });
  /** Sends an answer in the language of whoever asked, with what it cost them. */
  async function tell(response: ServerResponse, asker: Asker, given: Answer): Promise<void> {
    const charge = await meter.settle(asker);
    if (charge !== null && !response.headersSent) showCharge(response, charge);
    const answer = charge?.refused ? tooMuch(given, charge) : given;
    const { body } = answer;
    const told =
      typeof body === 'string' ? { ...answer, body: answerIn(body, asker.messageLocale ?? 'en') } : answer;
    const encodings = asker.headers.get('accept-encoding');
    await send(response, unknown.has(asker) ? unauthorized(response, told) : told, encodings);
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    asked: Locale | null,
  ) {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return refuse(
        response,
        405,
        refusal('BAD_REQUEST', { message: 'Send operations with POST.' }),
        asked ?? 'en',
      );
    }
    const headers = webHeaders(request);
    const asker: Asker = { requestId, headers, messageLocale: asked };
    if (!parts.isOwnPageOrProgram(headers)) throw new DomainError('BAD_ORIGIN');
    // Apollo would notice only after it has run that the caller takes no JSON: whoever asks for a page gets JSON.
    const wanted = headers.get('accept') ?? '';
    const accept = acceptableType.test(wanted) ? wanted : '';
    const body = withKnownText(await jsonOf(request));
    const known = await direct.answer(accept, body, asker);
    if (known !== null) return tell(response, asker, known);
    // Before Apollo parses it, and tells where a mistake is.
    if (isRecord(body) && typeof body.query === 'string' && isLong(body.query)) {
      const text = printed({ errors: [longRefusal()] });
      return tell(response, asker, { status: 400, contentType: jsonType, body: text });
    }
    const given = new HeaderMap(headers);
    if (accept === '') given.delete('accept');
    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: given, search: '', body },
      context: async () => ({ asker }),
    });
    if (answered.body.kind !== 'complete') throw new Error('An answer in parts was not asked for');
    const status = answered.status ?? 200;
    const contentType = answered.headers.get('content-type') ?? jsonType;
    if (status === 200) direct.learn(accept, contentType);
    if (response.destroyed) return;
    response.setHeaders(answered.headers);
    await tell(response, asker, { status, contentType, body: answered.body.string });
  }

  return async (request, response) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', requestId);
    response.setHeader('cache-control', 'no-store');
    const asked = languageAsked(request.headers['accept-language']);
    const locale = asked ?? 'en';
    try {
      await answer(request, response, requestId, asked);
    } catch (error) {
      if (error instanceof GraphQLError) {
        // Clients send the text after this: nothing is wrong with their request.
        const status = error.extensions.code === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : 400;
        return refuse(response, status, error, locale);
      }
      if (error instanceof DomainError && error.code === 'TOO_LARGE') {
        response.setHeader('connection', 'close');
        request.resume();
        return refuse(response, 413, refusalOf(error, { limit: graphqlLimits.bodyBytesMax }), locale);
      }
      if (error instanceof DomainError) return refuse(response, 400, refusalOf(error), locale);
      // A caller who hung up in the middle of the body is no failure of ours.
      if (!request.complete && request.destroyed) return;
      parts.report(error, requestId);
      refuse(response, 500, refusalOf(new DomainError('INTERNAL')), locale);
    }
  };
}
