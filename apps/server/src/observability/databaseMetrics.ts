import type { MongoClient } from 'mongodb';
import { Counter, Histogram } from 'prom-client';
import { boundedLabel } from './boundedLabel.ts';
import type { Metrics } from './createMetrics.ts';

const commandsMax = 32;

/** Shows at /metrics how the database answers; the client must monitor its commands. Returns what ends that. */
export function observeDatabase({ registry }: Metrics, client: MongoClient): () => void {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'jejak_database_command_duration_seconds',
    help: 'Time until the database answered a command, by command',
    labelNames: ['command'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5],
    registers,
  });
  const failures = new Counter({
    name: 'jejak_database_command_failures_total',
    help: 'Commands the database refused or did not answer, by command',
    labelNames: ['command'],
    registers,
  });
  const commandOf = boundedLabel(commandsMax);
  const succeeded = (event: { readonly commandName: string; readonly duration: number }): void =>
    seconds.observe({ command: commandOf(event.commandName) }, event.duration / 1000);
  const failed = (event: { readonly commandName: string }): void =>
    failures.inc({ command: commandOf(event.commandName) });
  client.on('commandSucceeded', succeeded);
  client.on('commandFailed', failed);
  return () => {
    client.off('commandSucceeded', succeeded);
    client.off('commandFailed', failed);
  };
}
