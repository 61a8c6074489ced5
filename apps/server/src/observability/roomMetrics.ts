import { Counter, Gauge, Histogram } from 'prom-client';
import type { RoomMetrics } from '../rooms/RoomMetrics.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics what rooms and sockets count. */
export function roomMetrics({ registry }: Metrics): RoomMetrics {
  const registers = [registry];
  const openMaps = new Gauge({ name: 'jejak_rooms_open', help: 'Maps held live on this node', registers });
  const connections = new Gauge({ name: 'jejak_sync_connections', help: 'Open sync sockets', registers });
  const updates = new Counter({ name: 'jejak_log_updates_total', help: 'Updates made durable', registers });
  const appendSeconds = new Histogram({
    name: 'jejak_log_append_seconds',
    help: 'Time to journal one append',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const closed = new Counter({
    name: 'jejak_sync_closed_total',
    help: 'Sync sockets closed by this node, by close code',
    labelNames: ['code'],
    registers,
  });
  const rebuilt = new Counter({
    name: 'jejak_rooms_rebuilt_total',
    help: 'Rooms rebuilt from the log after an update that was refused',
    registers,
  });
  return {
    openMaps: (count) => openMaps.set(count),
    connections: (count) => connections.set(count),
    appended(count, ms) {
      updates.inc(count);
      appendSeconds.observe(ms / 1000);
    },
    closed: (code) => closed.inc({ code: String(code) }),
    rebuilt: () => rebuilt.inc(),
  };
}
