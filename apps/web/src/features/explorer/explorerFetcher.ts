import { Endpoint, GraphqlSocket } from '@jejak/client';
import type { GraphiQL } from 'graphiql';
import { getOperationAST, parse } from 'graphql';
import type { ComponentProps } from 'react';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];
type Sink = Parameters<GraphqlSocket['subscribe']>[1];

/**
 * Runs operations as whoever is signed in: requests by HTTP, subscriptions over one socket that opens when needed. What is
 * cut off ends, and says why: whoever explores sees it, and subscribes again.
 */
export class ExplorerFetcher {
  #socket: GraphqlSocket | null = null;

  readonly fetch: Fetcher = (params, options) => {
    const { query, operationName } = params;
    const variables = isRecord(params.variables) ? params.variables : {};
    if (isSubscription(query, operationName)) {
      this.#socket ??= new GraphqlSocket(new Endpoint({}));
      const socket = this.#socket;
      const payload = { query, operationName: operationName ?? null, variables };
      // GraphiQL prints what comes as it was sent, whatever its types call it.
      return {
        subscribe: (sink: Sink) => ({
          unsubscribe: socket.subscribe(payload, {
            next: (answer) => sink.next(answer),
            complete: () => sink.complete(),
            error: (error) => sink.error(shown(error)),
          }),
        }),
      } as ReturnType<Fetcher>;
    }
    return request({ query, operationName, variables }, options?.headers ?? {});
  };

  /** Closes the socket; subscriptions end. */
  dispose(): void {
    this.#socket?.close();
    this.#socket = null;
  }
}

/** A close is an event of the platform, of which nothing would be printed. */
function shown(error: unknown): unknown {
  if (!(error instanceof CloseEvent)) return error;
  return new Error(`The connection was closed with ${error.code}. ${error.reason}`.trim());
}

/** GraphiQL hands in a parsed document too, but one that lags behind what is typed. */
function isSubscription(query: string, operationName: string | null | undefined): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    // The server says what is wrong with it.
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function request(body: object, headers: Readonly<Record<string, string>>) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
