import {
  type Client,
  createClient,
  type Exchange,
  fetchExchange,
  type SubscriptionForwarder,
  subscriptionExchange,
} from '@urql/core';
import type { Endpoint } from './Endpoint.ts';

/**
 * A client of urql as the API wants it: operations by POST, no cache that would answer in the server's place.
 * `exchanges` stand before the network.
 */
export function createUrqlClient(
  endpoint: Endpoint,
  forwardSubscription: SubscriptionForwarder,
  exchanges: readonly Exchange[] = [],
): Client {
  return createClient({
    url: `${endpoint.url}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: endpoint.fetch,
    fetchOptions: () => endpoint.requestInit,
    exchanges: [...exchanges, fetchExchange, subscriptionExchange({ forwardSubscription })],
  });
}
