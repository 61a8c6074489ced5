import type { SubscriptionForwarder } from '@urql/core';
import type { Client } from 'graphql-ws';

/** Opens the socket for subscriptions, and loads the code for it, with the first subscription only. */
export function lazySubscriptions(): SubscriptionForwarder {
  let opening: Promise<Client> | null = null;
  const open = () => {
    opening ??= import('graphql-ws').then(({ createClient }) => {
      const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
      return createClient({ url: `${scheme}://${window.location.host}/graphql`, lazy: true });
    });
    return opening;
  };
  return (request) => ({
    subscribe(sink) {
      let stopped = false;
      let stop = () => {};
      open().then(
        (client) => {
          if (stopped) return;
          stop = client.subscribe(
            { query: request.query ?? '', variables: request.variables as Record<string, unknown> },
            {
              next: (value) => sink.next(value as Parameters<typeof sink.next>[0]),
              error: (error) => sink.error(error),
              complete: () => sink.complete(),
            },
          );
        },
        (error: unknown) => sink.error(error),
      );
      return {
        unsubscribe() {
          stopped = true;
          stop();
        },
      };
    },
  });
}
