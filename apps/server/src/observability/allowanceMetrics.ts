import { Counter } from 'prom-client';
import type { AllowanceObserver } from '../graphql/rate/Allowances.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics what GraphQL costs whom, and who came too often. */
export function allowanceMetrics({ registry }: Metrics): AllowanceObserver {
  const registers = [registry];
  const cost = new Counter({
    name: 'jejak_graphql_cost_total',
    help: 'Cost of GraphQL operations and events that ran, by kind of asker',
    labelNames: ['asker'],
    registers,
  });
  const limited = new Counter({
    name: 'jejak_graphql_rate_limited_total',
    help: 'GraphQL operations and events refused because somebody asked too much in a minute',
    labelNames: ['asker', 'quota'],
    registers,
  });
  for (const asker of ['person', 'token', 'address'] as const) {
    for (const quota of ['cost', 'requests'] as const) limited.inc({ asker, quota }, 0);
  }
  return {
    charged: (asker, units) => cost.inc({ asker }, units),
    refused: (asker, quota) => limited.inc({ asker, quota }),
  };
}
