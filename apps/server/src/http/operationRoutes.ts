import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Express } from 'express';
import type { Config } from '../config/Config.ts';
import { isLoopback } from '../config/reachableHost.ts';
import type { Metrics } from '../observability/createMetrics.ts';
import type { Client } from './clientOf.ts';
import type { Health } from './Health.ts';

/** Adds /healthz (the process lives), /readyz (it can take work) and /metrics (loopback or token only). */
export function addOperationRoutes(
  app: Express,
  options: {
    readonly config: Config;
    readonly health: Health;
    readonly metrics: Metrics;
    readonly clientOf: (request: IncomingMessage) => Client;
  },
): void {
  const { config, health, metrics, clientOf } = options;
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const status = health.draining() ? 'draining' : ((await health.problem()) ?? 'ready');
    response.status(status === 'ready' ? 200 : 503).json({ status });
  });
  app.get('/metrics', async (request, response) => {
    const client = clientOf(request);
    // Behind a proxy that is not on our list everybody looks like loopback.
    const local = isLoopback(client.address) && !client.forwardedByStranger;
    if (!local && !hasToken(request.headers.authorization, config.metricsToken)) {
      response.status(404).json({ error: 'not found' });
      return;
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** Compares digests, so that neither the length nor the first wrong letter shows in the time it takes. */
function hasToken(header: string | undefined, token: string | null): boolean {
  if (token === null || header === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}
