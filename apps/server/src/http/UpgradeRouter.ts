import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Metrics } from '../observability/createMetrics.ts';
import { routeOf } from '../observability/observeRequest.ts';
import type { Clients } from './clientOf.ts';

/** Takes over a connection that asked to become a socket. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Who takes which upgrade; whatever is absent is refused. */
export interface UpgradeRoutes {
  /** Everything below `/sync/`; which addresses it knows is its own affair. */
  readonly sync?: UpgradeHandler;
  readonly graphql?: UpgradeHandler;
  /** The web process's own socket in development. */
  readonly webDevelopment?: UpgradeHandler;
}

/** Hears that a connection broke. One for all: what a listener of its own could see would stay as long as the socket. */
export function destroyBroken(this: Duplex): void {
  this.destroy();
}

/** Answers an upgrade request in plain HTTP and ends the connection. */
export function refuseUpgrade(
  socket: Duplex,
  status: 400 | 401 | 403 | 404 | 429 | 500 | 503,
  reason: string,
  retryAfterSeconds?: number,
): void {
  if (socket.destroyed) return;
  const body = `${reason}\n`;
  const retry = retryAfterSeconds === undefined ? '' : `Retry-After: ${retryAfterSeconds}\r\n`;
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nX-Content-Type-Options: nosniff\r\n${retry}\r\n${body}`,
  );
  // A peer that never closes its half, or goes on sending, must not keep the connection.
  const timer = setTimeout(() => socket.destroy(), 1_000);
  socket.once('close', () => clearTimeout(timer));
}

/** Sends each upgrade of the server to its handler: the only upgrade listener on the port. */
export function routeUpgrades(
  server: Server,
  routes: UpgradeRoutes,
  context: {
    readonly clients: Clients;
    readonly metrics: Metrics;
    draining(): boolean;
  },
): void {
  const { clients, metrics } = context;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A reset before the handler listens must not become an uncaught error.
    socket.on('error', destroyBroken);
    const refuse = (status: 400 | 404 | 503, reason: string, retryAfterSeconds?: number) => {
      metrics.upgrades.inc({ route: routeOf(request.url ?? '/'), outcome: 'refused' });
      refuseUpgrade(socket, status, reason, retryAfterSeconds);
    };
    clients.settle(request);
    const pathname = pathnameOf(request.url ?? '');
    // Node looks at these only where a request is no upgrade.
    const isHttp = request.httpVersion === '1.1' && Boolean(request.headers.host);
    if (pathname === null || !isHttp) return refuse(400, 'Bad Request');
    if (context.draining()) return refuse(503, 'Service Unavailable', 1);
    const accepted = () => metrics.upgrades.inc({ route: routeOf(pathname), outcome: 'handled' });
    if (pathname.startsWith('/sync/') && routes.sync !== undefined) {
      accepted();
      routes.sync(request, socket, head);
    } else if (pathname === '/graphql' && routes.graphql !== undefined) {
      accepted();
      routes.graphql(request, socket, head);
    } else if (pathname.startsWith('/_next/') && routes.webDevelopment !== undefined) {
      accepted();
      routes.webDevelopment(request, socket, head);
    } else {
      refuse(404, 'Not Found');
    }
  });
}

/** Only origin-form targets: `http://…` and `*` have no business here. */
function pathnameOf(url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 4096) return null;
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
