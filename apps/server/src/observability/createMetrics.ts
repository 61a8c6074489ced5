import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The server's measurements, read at /metrics. */
export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'route' | 'status'>;
  readonly upgrades: Counter<'route' | 'outcome'>;
  readonly openSockets: Gauge;
  close(): void;
}

/** Makes a registry of its own, so that several servers in one process do not share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'jejak_http_request_duration_seconds',
      help: 'Time to answer an HTTP request',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    upgrades: new Counter({
      name: 'jejak_http_upgrades_total',
      help: 'Requests to become a socket',
      labelNames: ['route', 'outcome'],
      registers,
    }),
    openSockets: new Gauge({ name: 'jejak_http_connections', help: 'Open TCP connections', registers }),
    close: () => registry.clear(),
  };
}
