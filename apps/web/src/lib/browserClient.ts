import { type Client, createClient, fetchExchange, subscriptionExchange } from '@urql/core';
import { lazySubscriptions } from './lazySubscriptions.ts';

/**
 * The client of the browser. Pages arrive with their data in them, so it keeps no cache of its own: it carries
 * mutations, refreshes and subscriptions.
 */
export function createBrowserClient(): Client {
  return createClient({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [fetchExchange, subscriptionExchange({ forwardSubscription: lazySubscriptions() })],
  });
}
