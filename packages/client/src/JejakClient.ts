import { type AnyVariables, type Client, type Exchange, stringifyDocument } from '@urql/core';
import { type AskOptions, ask, withRetries } from './ask.ts';
import { Closing } from './Closing.ts';
import { createUrqlClient } from './createUrqlClient.ts';
import type { Asked } from './documentRequest.ts';
import { Endpoint, type EndpointOptions } from './Endpoint.ts';
import { type Failure, graphqlFailure, localFailure } from './Failure.ts';
import { Feed } from './Feed.ts';
import { forwardSubscriptions } from './forwardSubscriptions.ts';
import { GraphqlSocket } from './GraphqlSocket.ts';
import { type MutationResult, mutationResult } from './MutationResult.ts';
import { JejakError, type Result } from './Result.ts';
import { socketFailure } from './socketFailure.ts';

/** How a client is made. */
export type JejakOptions = EndpointOptions &
  Omit<AskOptions, 'signal'> & {
    /** Exchanges of urql that stand before the network, e.g. a cache. */
    readonly exchanges?: readonly Exchange[];
  };

/** What goes behind a document: variables may be left out where there are none to give. */
export type Given<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: AskOptions]
    : [variables: Variables, options?: AskOptions];

/** A failure that passes by itself is asked once more, when the server said. */
const retriesDefault = 1;
/** Events that wait for a reader. */
const waitingMax = 1_000;

/** One server, asked as one person or program. */
export class JejakClient {
  readonly endpoint: Endpoint;
  /** The client of urql beneath, e.g. for the bindings of a framework. */
  readonly urql: Client;
  readonly #defaults: AskOptions;
  readonly #socket: GraphqlSocket;
  /** Tells what is under way that the client is closed. */
  readonly closing = new Closing();

  constructor(options: JejakOptions = {}) {
    this.endpoint = new Endpoint(options);
    this.#socket = new GraphqlSocket(this.endpoint);
    this.urql = createUrqlClient(this.endpoint, forwardSubscriptions(this.#socket), options.exchanges);
    this.#defaults = {
      retries: options.retries ?? retriesDefault,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    };
  }

  /** Runs a query. Never throws. */
  async query<Data = unknown, Variables extends AnyVariables = Record<string, unknown>>(
    document: Asked<Data, Variables>,
    ...[variables, options]: Given<Variables>
  ): Promise<Result<Data>> {
    return this.#within(options, (settings) => ask(this.urql, 'query', document, variables, settings));
  }

  /**
   * Runs a mutation and parts its payload from its expected failures. Never throws. Give its input a `clientMutationId`,
   * by `once`, and it is also repeated where nobody knows whether it was done.
   */
  async mutate<Data = unknown, Variables extends AnyVariables = Record<string, unknown>>(
    document: Asked<Data, Variables>,
    ...[variables, options]: Given<Variables>
  ): Promise<MutationResult<Data>> {
    return this.#within(options, ({ retries, ...settings }) =>
      // IN_PROGRESS and UNAVAILABLE are members of the result: they are seen here, not below.
      withRetries(
        'mutation',
        variables,
        { ...settings, ...(retries === undefined ? {} : { retries }) },
        async () => mutationResult(await ask(this.urql, 'mutation', document, variables, settings)),
      ),
    );
  }

  /**
   * Follows a subscription. Ends when the server ends it, when `signal` says so and when the client is closed; throws a
   * `JejakError` when it breaks off, also where too many events wait for the reader: nothing is left out silently.
   */
  async *subscribe<Data = unknown, Variables extends AnyVariables = Record<string, unknown>>(
    document: Asked<Data, Variables>,
    ...[variables, { signal } = {}]: Given<Variables>
  ): AsyncGenerator<Data, void, undefined> {
    const feed = new Feed<Data>(waitingMax);
    const left = this.closing.or(signal);
    left.signal.addEventListener('abort', () => feed.end(null));
    const payload = { query: stringifyDocument(document), variables: variables ?? {} };
    const stop = this.#socket.subscribe(payload, {
      next: ({ data, errors }) => {
        if (errors?.[0] !== undefined) feed.end(graphqlFailure(errors[0]));
        else if (!feed.push(data as Data)) {
          stop();
          feed.end(slowReader());
        }
      },
      error: (error) => feed.end(socketFailure(error)),
      complete: () => feed.end(null),
    });
    try {
      while (!left.signal.aborted) {
        const fed = await feed.next();
        if (left.signal.aborted) return;
        if (!fed.done) yield fed.value;
        else if (fed.failure === null) return;
        else throw new JejakError(fed.failure);
      }
    } finally {
      stop();
      left.forget();
    }
  }

  /** Gives up what is asked, ends subscriptions and live maps, and closes the socket. */
  close(): void {
    this.closing.done();
    this.#socket.close();
  }

  /** Asks with the defaults, and gives up when the client is closed. */
  async #within<R extends Result<unknown>>(
    options: AskOptions | undefined,
    run: (settings: AskOptions) => Promise<R>,
  ): Promise<R> {
    const { signal, forget } = this.closing.or(options?.signal);
    try {
      return await run({ ...this.#defaults, ...options, signal });
    } finally {
      forget();
    }
  }
}

/** Makes a client of one server. */
export function createJejakClient(options: JejakOptions = {}): JejakClient {
  return new JejakClient(options);
}

function slowReader(): Failure {
  const words = `More than ${waitingMax} events were waiting`;
  return localFailure('SLOW_CONSUMER', 'errors.graphql.slowConsumer', null, words);
}
