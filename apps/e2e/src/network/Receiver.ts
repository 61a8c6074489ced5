import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A POST as it came, and whether a secret of the receiver signed it. */
export interface Received {
  readonly isSigned: boolean;
  readonly delivery: string;
  readonly type: string;
  readonly text: string;
}

const toleranceSeconds = 300;

/** Somebody's program that is told by POST what happens, and believes only what is signed. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it answers from now on. */
  status = 204;
  secret = '';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces);
        receiver.received.push({
          isSigned: isSigned(receiver.secret, String(request.headers['jejak-signature']), body),
          delivery: String(request.headers['jejak-delivery']),
          type: String(request.headers['jejak-event']),
          text: body.toString(),
        });
        response.writeHead(receiver.status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    const address = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}/jejak`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** What docs/API.md tells receivers to check. */
function isSigned(secret: string, header: string, body: Buffer): boolean {
  const parts = header.split(',').map((part) => part.split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!(Math.abs(Date.now() / 1_000 - Number(time)) < toleranceSeconds)) return false;
  const wanted = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value, 'hex');
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
