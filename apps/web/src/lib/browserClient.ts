import { createUrqlClient, Endpoint, forwardSubscriptions, GraphqlSocket } from '@jejak/client';
import type { Client } from '@urql/core';

/**
 * The client of the browser, with the session of the page. Pages arrive with their data in them, so it keeps no cache of
 * its own: it carries mutations, refreshes and subscriptions.
 */
export function createBrowserClient(): Client {
  const endpoint = new Endpoint({});
  return createUrqlClient(endpoint, forwardSubscriptions(new GraphqlSocket(endpoint)));
}
