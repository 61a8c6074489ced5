import { Counter, Gauge, Histogram } from 'prom-client';
import type { OperationObserver } from '../graphql/engine/OperationObserver.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics what GraphQL does. */
export function graphqlMetrics({ registry }: Metrics, openSockets: () => number): OperationObserver {
  const registers = [registry];
  new Gauge({
    name: 'jejak_graphql_connections',
    help: 'Open GraphQL sockets',
    registers,
    collect() {
      this.set(openSockets());
    },
  });
  const operations = new Counter({
    name: 'jejak_graphql_operations_total',
    help: 'GraphQL operations that ran, by kind, root field and outcome',
    labelNames: ['operation', 'field', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'jejak_graphql_operation_duration_seconds',
    help: 'Time to run a GraphQL operation, by kind',
    labelNames: ['operation'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const refused = new Counter({
    name: 'jejak_graphql_refused_total',
    help: 'GraphQL documents refused before they ran, by code',
    labelNames: ['code'],
    registers,
  });
  const recalled = new Counter({
    name: 'jejak_graphql_answers_recalled_total',
    help: 'GraphQL operations answered with what was kept of the same version',
    registers,
  });
  return {
    recalled: () => recalled.inc(),
    ran(operation, field, outcome, ms) {
      operations.inc({ operation, field, outcome });
      durations.observe({ operation }, ms / 1000);
    },
    refused: (code) => refused.inc({ code }),
  };
}
