import { Counter, Gauge, Histogram } from 'prom-client';
import type { RoomMetrics } from '../rooms/RoomMetrics.ts';
import { boundedLabel } from './boundedLabel.ts';
import type { Metrics } from './createMetrics.ts';

const journalSeconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5];
const reasonsMax = 64;

/** Shows at /metrics what rooms and sockets count. */
export function roomMetrics({ registry }: Metrics): RoomMetrics {
  const registers = [registry];
  const openMaps = new Gauge({ name: 'jejak_maps_open', help: 'Maps open on this node', registers });
  const connections = new Gauge({ name: 'jejak_sync_connections', help: 'Open sync sockets', registers });
  const updates = new Counter({ name: 'jejak_log_updates_total', help: 'Updates journaled', registers });
  const appended = new Histogram({
    name: 'jejak_log_append_duration_seconds',
    help: 'Time from handing an entry of the log to the database until it is journaled',
    buckets: journalSeconds,
    registers,
  });
  const acknowledged = new Histogram({
    name: 'jejak_sync_acknowledge_duration_seconds',
    help: 'Time from the arrival of an edit, the first of those in one read, until its sender is told that it is saved',
    buckets: journalSeconds,
    registers,
  });
  const refused = new Counter({
    name: 'jejak_sync_refused_total',
    help: 'Messages of clients that were refused, by reason',
    labelNames: ['reason'],
    registers,
  });
  const closed = new Counter({
    name: 'jejak_sync_closed_total',
    help: 'Sync sockets closed by this node, by close code',
    labelNames: ['code'],
    registers,
  });
  const rebuilt = new Counter({
    name: 'jejak_documents_rebuilt_total',
    help: 'Documents rebuilt from the log after an update that was refused half-way',
    registers,
  });
  const compacted = new Histogram({
    name: 'jejak_compaction_duration_seconds',
    help: 'Time to merge the log of a document into a snapshot, by outcome',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers,
  });
  const renewed = new Counter({
    name: 'jejak_documents_renewed_total',
    help: 'Attempts to begin a document anew that had collected too much past, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  // Rare: shown before there is any, so that the first failure is seen as a rise.
  for (const outcome of ['renewed', 'missed', 'failed']) renewed.inc({ outcome }, 0);
  const damaged = new Counter({
    name: 'jejak_snapshots_damaged_total',
    help: 'Snapshots that were found damaged when a document was loaded',
    registers,
  });
  const caughtUp = new Counter({
    name: 'jejak_catch_up_entries_total',
    help: 'Entries of other nodes read from the log',
    registers,
  });
  const hintsMissed = new Counter({
    name: 'jejak_bus_hints_missed_total',
    help: 'Times the log had moved and no message of the bus had said so',
    registers,
  });
  const reasonOf = boundedLabel(reasonsMax);
  return {
    openMaps: (count) => openMaps.set(count),
    connections: (count) => connections.set(count),
    appended(count, ms) {
      updates.inc(count);
      appended.observe(ms / 1000);
    },
    acknowledged: (ms) => acknowledged.observe(ms / 1000),
    refused: (reason) => refused.inc({ reason: reasonOf(reason) }),
    closed: (code) => closed.inc({ code: String(code) }),
    rebuilt: () => rebuilt.inc(),
    compacted: (outcome, ms) => compacted.observe({ outcome }, ms / 1000),
    renewed: (outcome) => renewed.inc({ outcome }),
    snapshotDamaged: () => damaged.inc(),
    caughtUp: () => caughtUp.inc(),
    hintMissed: () => hintsMissed.inc(),
  };
}
