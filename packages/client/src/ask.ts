import { type AnyVariables, type Client, createRequest, type OperationResult } from '@urql/core';
import { type Asked, hashOf, hashRequest, type OperationKind, run } from './documentRequest.ts';
import { type Failure, graphqlFailure, localFailure, retryAfterSecondsOf } from './Failure.ts';
import { passes } from './FailureCode.ts';
import { pause } from './pause.ts';
import type { Result } from './Result.ts';

/** How a question is asked. */
export interface AskOptions {
  /** Gives up when it says so: `ABORTED`. */
  readonly signal?: AbortSignal;
  /** How often it is asked again after a failure that passes by itself. */
  readonly retries?: number;
  /** So long one attempt waits for its answer. */
  readonly timeoutMs?: number;
}

/** How a question is asked where documents are held by their hashes. */
export interface AskSettings extends AskOptions {
  /** The text of a document by its hash, for a server that does not know it. */
  readonly textOf?: (hash: string) => Promise<string>;
}

const timeoutMsDefault = 30_000;
/** A minute's allowance is whole again after that long; whoever is told to wait longer is told so. */
const waitMsMax = 61_000;
const backOffMs = 500;

/**
 * Asks one question by HTTP. Never throws. What passes by itself is asked again, as often as `retries` says: a mutation
 * that may have been done only where its input has a `clientMutationId`.
 */
export async function ask<Data, Variables extends AnyVariables>(
  client: Client,
  kind: OperationKind,
  document: Asked<Data, Variables>,
  variables: Variables | undefined,
  settings: AskSettings = {},
): Promise<Result<Data>> {
  return withRetries(kind, variables, settings, () => attempt(client, kind, document, variables, settings));
}

/** Repeats an attempt while it fails with what passes, and while repeating it does nothing twice. Never throws. */
export async function withRetries<R extends Result<unknown>>(
  kind: OperationKind,
  variables: unknown,
  { retries = 0, signal }: AskOptions,
  once: () => Promise<R>,
): Promise<R> {
  for (let left = retries, tried = 0; ; left -= 1, tried += 1) {
    const result = await once();
    if (result.ok || left <= 0) return result;
    const { code } = result.failure;
    // What was refused for its number has not run.
    const isSafe = kind === 'query' || code === 'RATE_LIMITED' || isRepeatable(variables);
    const told = retryAfterSecondsOf(result.failure);
    const waitMs = told === null ? backOffMs * 2 ** tried * (0.5 + Math.random()) : told * 1000;
    if (!passes(code) || !isSafe || waitMs > waitMsMax) return result;
    await pause(waitMs, signal);
    if (signal?.aborted) return result;
  }
}

/** Whether a mutation with these variables is done once, however often it comes. */
function isRepeatable(variables: unknown): boolean {
  if (typeof variables !== 'object' || variables === null || !('input' in variables)) return false;
  const { input } = variables;
  return typeof input === 'object' && input !== null && 'clientMutationId' in input;
}

async function attempt<Data, Variables extends AnyVariables>(
  client: Client,
  kind: OperationKind,
  document: Asked<Data, Variables>,
  variables: Variables | undefined,
  settings: AskSettings,
): Promise<Result<Data>> {
  const byText = (text: Asked<Data, Variables>) => {
    const request = createRequest<Data, AnyVariables>(text, variables ?? {});
    return answer<Data>(client, kind, request, settings);
  };
  try {
    const hash = hashOf(document);
    if (hash === null) return await byText(document);
    const request = hashRequest<Data>(kind, hash, variables ?? {});
    const result = await answer<Data>(client, kind, request, settings);
    const isUnknown = !result.ok && result.failure.code === 'PERSISTED_QUERY_NOT_FOUND';
    return isUnknown && settings.textOf ? await byText(await settings.textOf(hash)) : result;
  } catch (error) {
    // A text that is no GraphQL, or a document of another kind.
    const words = error instanceof Error ? error.message : String(error);
    return failed(localFailure('BAD_REQUEST', 'errors.graphql.badRequest', null, words));
  }
}

function answer<Data>(
  client: Client,
  kind: OperationKind,
  request: ReturnType<typeof createRequest<Data, AnyVariables>>,
  { signal, timeoutMs = timeoutMsDefault }: AskOptions,
): Promise<Result<Data>> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(failed(aborted()));
    // Ending the subscription hangs up.
    const end = (result: Result<Data>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
      queueMicrotask(() => subscription.unsubscribe());
    };
    const onAbort = () => end(failed(aborted()));
    const timer = setTimeout(() => end(failed(unreachable(`No answer within ${timeoutMs} ms`))), timeoutMs);
    signal?.addEventListener('abort', onAbort);
    const subscription = run<Data>(client, kind, request).subscribe((result) => {
      if (!result.stale && !result.hasNext) end(resultOf(result));
    });
  });
}

function resultOf<Data>({ data, error }: OperationResult<Data>): Result<Data> {
  if (error === undefined)
    return data === undefined ? failed(unreachable('An answer without data')) : { ok: true, value: data };
  const headers: Headers | undefined = error.response?.headers;
  const [first] = error.graphQLErrors;
  if (first !== undefined) return failed(graphqlFailure(first, headers?.get('x-request-id') ?? null));
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  const failure = unreachable(error.networkError?.message ?? '');
  return failed(Number.isFinite(seconds) ? { ...failure, params: { retryAfterSeconds: seconds } } : failure);
}

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});
const aborted = () => localFailure('ABORTED', 'errors.unreachable', null, 'Given up');

/** No answer, or one that is not the server's. */
export function unreachable(words: string): Failure {
  return localFailure('UNREACHABLE', 'errors.unreachable', null, words);
}
