import type { SubscribePayload } from 'graphql-ws/client';
import type { Endpoint } from './Endpoint.ts';
import { SocketLine, type SubscriptionSink } from './SocketLine.ts';

/**
 * The socket of all subscriptions to one server. It, and its code, come with the first subscription, and it goes with
 * the last one. It never comes back by itself: nothing tells what happened meanwhile, so whoever subscribed decides.
 */
export class GraphqlSocket {
  readonly #endpoint: Endpoint;
  #line: SocketLine | null = null;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /** Subscribes until the returned function is called. `sink.error` hears why it ended otherwise. */
  subscribe(payload: SubscribePayload, sink: SubscriptionSink): () => void {
    if (this.#line === null) {
      const line: SocketLine = new SocketLine(this.#endpoint, () => {
        if (this.#line === line) this.#line = null;
      });
      this.#line = line;
    }
    return this.#line.add(payload, sink);
  }

  /** Ends what is open. */
  close(): void {
    this.#line?.close();
  }
}
