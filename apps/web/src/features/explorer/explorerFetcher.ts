import type { GraphiQL } from 'graphiql';
import { getOperationAST, parse } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import type { ComponentProps } from 'react';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

/** Runs operations as whoever is signed in: requests by HTTP, subscriptions over one socket that opens when needed. */
export class ExplorerFetcher {
  #client: Client | null = null;

  readonly fetch: Fetcher = (params, options) => {
    const { query, operationName } = params;
    const variables = isRecord(params.variables) ? params.variables : {};
    if (isSubscription(query, operationName)) {
      const events = this.#socket().iterate({ query, operationName: operationName ?? null, variables });
      // GraphiQL prints errors as they were sent, whatever its types call them.
      return events as ReturnType<Fetcher>;
    }
    return request({ query, operationName, variables }, options?.headers ?? {});
  };

  /** Closes the socket; subscriptions end. */
  async dispose(): Promise<void> {
    await this.#client?.dispose();
    this.#client = null;
  }

  #socket(): Client {
    const { protocol, host } = window.location;
    this.#client ??= createClient({ url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql` });
    return this.#client;
  }
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
