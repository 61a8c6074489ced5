import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A front as simple as can be: each new connection goes to the next port that takes it. */
export class RoundRobin {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #turn = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(port: number, ports: () => readonly number[]): Promise<RoundRobin> {
    const server = createServer();
    const front = new RoundRobin(server);
    server.on('connection', (client) => front.#pass(client, ports()));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  #pass(client: Socket, ports: readonly number[]): void {
    this.#own(client);
    client.pause();
    this.#turn += 1;
    const turn = this.#turn;
    const attempt = (tried: number): void => {
      const port = ports[(turn + tried) % ports.length];
      if (port === undefined || tried >= ports.length || client.destroyed) {
        client.destroy();
        return;
      }
      const upstream = connect(port, '127.0.0.1');
      this.#own(upstream);
      const next = (): void => attempt(tried + 1);
      upstream.once('error', next);
      upstream.once('connect', () => {
        upstream.off('error', next);
        upstream.pipe(client).pipe(upstream);
        upstream.once('close', () => client.destroy());
        client.once('close', () => upstream.destroy());
      });
    };
    attempt(0);
  }

  #own(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
