import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface ReceivedWebhook {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: {
    readonly id: string;
    readonly type: string;
    readonly workspaceId: string;
    readonly mapId: string | null;
    readonly events: readonly {
      readonly id: string;
      readonly kind: string;
      readonly recordId: string | null;
      readonly after: object | null;
    }[];
    readonly cursor: string | null;
  };
}

/** Somebody's program that is told what happens. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  /** What it answers next, one after the other. */
  readonly answers: number[] = [];
  /** What it answers when there is none of those left. */
  status = 200;
  /** Paths that never answer. */
  readonly silent = new Set<string>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        const path = request.url ?? '';
        receiver.received.push({ path, headers: request.headers, text, body: JSON.parse(text) });
        if (receiver.silent.has(path)) return;
        response.writeHead(receiver.answers.shift() ?? receiver.status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path = '/hook'): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** The events it was told, of a map, without repeats. */
  told(mapId: string): readonly string[] {
    const ids = this.received.filter(({ body }) => body.mapId === mapId).flatMap(({ body }) => body.events);
    return [...new Set(ids.map(({ id }) => id))];
  }

  /** Breaks all connections. */
  drop(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
