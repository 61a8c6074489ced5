import type { ExecutionResult, SubscriptionForwarder } from '@urql/core';
import type { GraphqlSocket } from './GraphqlSocket.ts';

/** Lets urql subscribe over a socket. */
export function forwardSubscriptions(socket: GraphqlSocket): SubscriptionForwarder {
  return ({ query = '', variables }) => ({
    subscribe(sink) {
      const stop = socket.subscribe(
        { query, variables: { ...variables } },
        {
          // The same answer, in the words of another library.
          next: (value) => sink.next(value as ExecutionResult),
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        },
      );
      return { unsubscribe: stop };
    },
  });
}
