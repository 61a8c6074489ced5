import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

/** A subscription of a program on a socket of its own, that can be cut. */
export class Follower<T> {
  readonly heard: T[] = [];
  /** What ended it: errors of GraphQL, or the code of a closed socket; null when it ended in order. */
  readonly over: Promise<unknown>;
  #socket: WebSocket | null = null;
  readonly #looks = new Set<() => void>();
  readonly #leave: () => unknown;

  constructor(wsUrl: string, token: string, query: string, variables: Readonly<Record<string, unknown>>) {
    const opened = (socket: WebSocket) => {
      this.#socket = socket;
    };
    class Signed extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { authorization: `Bearer ${token}` } });
        opened(this);
      }
    }
    const client = createClient({ url: `${wsUrl}/graphql`, webSocketImpl: Signed, retryAttempts: 0 });
    this.#leave = () => client.dispose();
    let failure: unknown = null;
    this.over = new Promise((resolve) => {
      client.subscribe<T & Record<string, unknown>>(
        { query, variables },
        {
          next: ({ data, errors }) => {
            failure ??= errors ?? null;
            if (data) this.heard.push(data);
            for (const look of [...this.#looks]) look();
          },
          error: (error) => resolve(codeOf(error) ?? error),
          complete: () => resolve(failure),
        },
      );
    });
  }

  /** Resolves once so many events came; rejects when it ended before. */
  async until(count: number): Promise<void> {
    const enough = new Promise<true>((resolve) => {
      const look = () => {
        if (this.heard.length < count) return;
        this.#looks.delete(look);
        resolve(true);
      };
      this.#looks.add(look);
      look();
    });
    if ((await Promise.race([enough, this.over])) !== true)
      throw new Error(`It ended after ${this.heard.length} events: ${JSON.stringify(await this.over)}`);
  }

  /** Cuts the socket, as a network does. */
  async cut(): Promise<void> {
    this.#socket?.terminate();
    await this.over;
  }

  async leave(): Promise<void> {
    await this.#leave();
  }
}
