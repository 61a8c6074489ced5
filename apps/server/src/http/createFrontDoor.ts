import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { doorLimits } from '@jejak/protocol';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Config } from '../config/Config.ts';
import type { Logger } from '../observability/createLogger.ts';
import type { Metrics } from '../observability/createMetrics.ts';
import { observeRequest } from '../observability/observeRequest.ts';
import type { Clients } from './clientOf.ts';
import type { Health } from './Health.ts';
import { addOperationRoutes } from './operationRoutes.ts';
import { apiSecurityHeaders } from './securityHeaders.ts';
import { routeUpgrades, type UpgradeRoutes } from './UpgradeRouter.ts';
import type { WebPages } from './WebPages.ts';

/** Adds a feature's routes. */
export type AddRoutes = (app: Express) => void;

/** What stands behind the port. */
export interface FrontDoorParts {
  readonly config: Config;
  readonly clients: Clients;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly pages: WebPages;
  readonly routes: readonly AddRoutes[];
  /** Who answers exactly these targets without the way through the router. They never reject. */
  readonly direct: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>;
  readonly upgrades: UpgradeRoutes;
}

/** Limits of the server that tests may lower. */
export type DoorLimits = { readonly [Name in keyof typeof doorLimits]: number };

/** An HTTP server with the limits every connection has; it answers once `openFrontDoor` has been called with it. */
export function createLimitedServer(limits: DoorLimits = doorLimits): Server {
  const server = createServer({
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.headersMsMax,
    requestTimeout: limits.requestMsMax,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 1_000,
  });
  server.maxHeadersCount = limits.headersMax;
  server.maxConnections = limits.connectionsMax;
  return server;
}

/** Ours are answered here or not at all; everything else is a page. */
const ownPath = /^\/(graphql|api|sync|healthz|readyz|metrics)(?=[/?#]|$)/;

/** Joins routes, upgrades and pages on one server. */
export function openFrontDoor(server: Server, parts: FrontDoorParts): void {
  const { config, clients, log, metrics, health, pages } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const headers = Object.entries({ ...apiSecurityHeaders(config), 'cache-control': 'no-store' });
  const secure = (response: ServerResponse): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  app.use((_request, response, next) => {
    secure(response);
    next();
  });
  addOperationRoutes(app, { config, health, metrics, clientOf: clients.of });
  for (const addRoutes of parts.routes) addRoutes(app);
  app.use((_request, response) => {
    response.status(404).json({ error: 'not found' });
  });
  app.use(answerFailure(log));

  server.on('connection', (socket) => {
    metrics.openSockets.inc();
    socket.once('close', () => metrics.openSockets.dec());
  });
  server.on('clientError', (_error, socket) => {
    // Ended as a whole: a peer that keeps its half open must not keep the connection.
    const answer = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
    if (socket.writable) socket.end(answer, () => socket.destroy());
    else socket.destroy();
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    clients.settle(request);
    observeRequest(request, response, log, metrics);
    if (health.draining()) response.setHeader('connection', 'close');
    const direct = parts.direct.get(request.url ?? '');
    if (direct !== undefined) {
      secure(response);
      void direct(request, response);
    } else if (!request.url?.startsWith('/')) response.writeHead(400, { connection: 'close' }).end();
    else if (ownPath.test(request.url)) app(request, response);
    else pages.handle(request, response);
  });
  const upgrades = pages.upgrade ? { ...parts.upgrades, webDevelopment: pages.upgrade } : parts.upgrades;
  routeUpgrades(server, upgrades, { clients, metrics, draining: () => health.draining() });
}

/** The last resort: one failed request, never the process; what went wrong stays in the log. */
function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500)
      log.error({ err: error, requestId: request.headers['x-request-id'] }, 'request failed');
    response.status(status).json({ error: status >= 500 ? 'internal error' : 'bad request' });
  };
}

function statusOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    return error.status >= 400 && error.status < 600 ? error.status : 500;
  }
  return 500;
}
