import { Counter, Histogram } from 'prom-client';
import type { WebhookMetrics } from '../outbound/WebhookMetrics.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics how webhooks arrive. */
export function webhookMetrics({ registry }: Metrics): WebhookMetrics {
  const registers = [registry];
  const enqueued = new Counter({
    name: 'jejak_webhooks_enqueued_total',
    help: 'Deliveries of webhooks that are to be sent',
    registers,
  });
  const attempts = new Histogram({
    name: 'jejak_webhooks_attempt_duration_seconds',
    help: 'Time a receiver took for an attempt, by outcome',
    labelNames: ['outcome'],
    buckets: [0.05, 0.2, 1, 5],
    registers,
  });
  attempts.zero({ outcome: 'OK' });
  const gaveUp = new Counter({
    name: 'jejak_webhooks_gave_up_total',
    help: 'Deliveries that were given up after a day',
    registers,
  });
  const paused = new Counter({
    name: 'jejak_webhooks_paused_total',
    help: 'Webhooks that paused themselves because everything failed for long',
    registers,
  });
  return {
    enqueued: (count) => enqueued.inc(count),
    attempted: (outcome, ms) => attempts.observe({ outcome }, ms / 1_000),
    gaveUp: () => gaveUp.inc(),
    paused: () => paused.inc(),
  };
}
