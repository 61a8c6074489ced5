import { Gauge } from 'prom-client';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics how far the clock of this machine is from the database's. */
export function observeClock({ registry }: Metrics, clock: { readonly skewMs: number }): void {
  new Gauge({
    name: 'jejak_clock_skew_seconds',
    help: "How far this machine's clock is ahead of the database's",
    registers: [registry],
    collect() {
      this.set(clock.skewMs / 1000);
    },
  });
}
