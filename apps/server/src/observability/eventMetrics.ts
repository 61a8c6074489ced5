import { Counter, Gauge, Histogram } from 'prom-client';
import type { EventMetrics } from '../events/EventMetrics.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics how what happens on maps is told. */
export function eventMetrics({ registry }: Metrics): EventMetrics {
  const registers = [registry];
  const told = new Histogram({
    name: 'jejak_events_telling_duration_seconds',
    help: 'Time to tell what happened on a map since it was last told, by outcome',
    labelNames: ['outcome'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const events = new Counter({ name: 'jejak_events_told_total', help: 'Events told', registers });
  const streams = new Gauge({
    name: 'jejak_events_streams',
    help: 'Streams of events that are followed on this node',
    registers,
  });
  return {
    told(outcome, count, ms) {
      told.observe({ outcome }, ms / 1_000);
      events.inc(count);
    },
    following: (count) => streams.set(count),
  };
}
