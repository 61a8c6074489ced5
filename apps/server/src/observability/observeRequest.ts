import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './createLogger.ts';
import type { Metrics } from './createMetrics.ts';

const requestIdHeader = 'x-request-id';

/** The part of a path that names the kind of request, without anything that identifies a person or a map. */
export function routeOf(url: string): string {
  const [, first = ''] = /^\/([^/?#]*)/.exec(url) ?? [];
  return ['graphql', 'api', 'sync', 'healthz', 'readyz', 'metrics', '_next'].includes(first) ? first : 'page';
}

/** Gives the request an id, and when it is over counts and logs it: kind, status and time, never its content. */
export function observeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
  metrics: Metrics,
): void {
  const startedAt = performance.now();
  const id = randomUUID();
  const route = routeOf(request.url ?? '/');
  request.headers[requestIdHeader] = id;
  response.setHeader(requestIdHeader, id);
  response.once('close', () => {
    const ms = performance.now() - startedAt;
    const status = response.writableFinished ? response.statusCode : 499;
    metrics.requestSeconds.observe({ route, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
    const entry = { requestId: id, method: request.method, route, status, ms: Math.round(ms) };
    if (status >= 500) log.warn(entry, 'request failed');
    else log.debug(entry, 'request');
  });
}
