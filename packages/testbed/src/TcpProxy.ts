import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type ProxyFaults, ProxyPipe } from './ProxyPipe.ts';

/** Which way bytes go: from the client, to the client, or both. */
export type Direction = 'up' | 'down' | 'both';

interface Link {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly up: ProxyPipe;
  readonly down: ProxyPipe;
}

/** A bad network between somebody and a port, or the path of a socket, of this machine. */
export class TcpProxy {
  /** Where connections lead; a change holds for new ones. */
  target: number | string;
  /** What happens to bytes from now on. */
  faults: ProxyFaults = {};
  /** Whether new connections are cut off at once. */
  refuses = false;
  /** New connections are reset once so many bytes came down, in the middle of whatever that was. */
  resetAfterBytes: (() => number) | null = null;
  readonly #server: Server;
  readonly #links = new Set<Link>();
  readonly #random: () => number;
  /** What a connection that is made while the proxy stalls has to do. */
  #stalled: Direction | null = null;

  private constructor(server: Server, target: number | string, random: () => number) {
    this.#server = server;
    this.target = target;
    this.#random = random;
    server.on('connection', (client) => this.#link(client));
  }

  /** Listens on a free port and passes on to `target`. Everything by chance comes from `random`. */
  static async listen(target: number | string, random: () => number): Promise<TcpProxy> {
    // A client that ends its half still hears the rest.
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, target, random);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Open connections. */
  get size(): number {
    return this.#links.size;
  }

  /** Swallows everything silently: open connections stay open, and new ones too when `lasting`. */
  stall(direction: Direction = 'both', lasting = true): void {
    if (lasting) this.#stalled = direction;
    for (const link of this.#links) stallLink(link, direction);
  }

  /** Ends `stall`; what was swallowed arrives. */
  resume(): void {
    this.#stalled = null;
    for (const { client, upstream, up, down } of this.#links) {
      up.resume();
      down.resume();
      // Of an end that was swallowed too, the other side hears now.
      if (client.destroyed) upstream.destroy();
      if (upstream.destroyed) client.destroy();
    }
  }

  /** Cuts every connection with a reset, on both sides. */
  reset(): void {
    for (const { client, upstream } of [...this.#links]) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const { client, upstream } of [...this.#links]) {
      client.destroy();
      upstream.destroy();
    }
    await closed;
  }

  #link(client: Socket): void {
    if (this.refuses) return void client.resetAndDestroy();
    const { target } = this;
    const end = typeof target === 'string' ? { path: target } : { port: target, host: '127.0.0.1' };
    const upstream = connect({ ...end, allowHalfOpen: true });
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const faults = () => this.faults;
    const link: Link = {
      client,
      upstream,
      up: new ProxyPipe(client, upstream, faults, this.#random),
      down: new ProxyPipe(upstream, client, faults, this.#random),
    };
    this.#links.add(link);
    if (this.#stalled !== null) stallLink(link, this.#stalled);
    if (this.resetAfterBytes !== null) {
      link.down.tripwire = {
        bytes: this.resetAfterBytes(),
        call: () => {
          client.resetAndDestroy();
          upstream.resetAndDestroy();
        },
      };
    }
    const pairs = [
      [client, upstream, link.up],
      [upstream, client, link.down],
    ] as const;
    for (const [one, other, pipe] of pairs) {
      one.on('error', () => {
        if (!pipe.stalled) other.resetAndDestroy();
      });
      one.on('close', () => {
        if (pipe.stalled && !other.destroyed) return;
        this.#links.delete(link);
        if (one.errored === null && one.writableFinished && one.readableEnded) return;
        other.destroy();
      });
    }
  }
}

function stallLink({ up, down }: Link, direction: Direction): void {
  if (direction !== 'down') up.stall();
  if (direction !== 'up') down.stall();
}
