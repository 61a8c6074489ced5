import { Gauge } from 'prom-client';
import type { Health } from '../http/Health.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics what /readyz would answer. */
export function observeReadiness({ registry }: Metrics, health: Health): void {
  new Gauge({
    name: 'jejak_ready',
    help: '1 while this node can take work: its database takes writes and it is not ending',
    registers: [registry],
    async collect() {
      this.set(!health.draining() && (await health.problem()) === null ? 1 : 0);
    },
  });
}
