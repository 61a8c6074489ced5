import { Gauge } from 'prom-client';
import type { Rooms } from '../rooms/createRooms.ts';
import type { Metrics } from './createMetrics.ts';

/** Shows at /metrics what the rooms hold at the moment somebody looks. */
export function observeRooms(
  { registry }: Metrics,
  rooms: Pick<Rooms, 'registry' | 'directory' | 'heavy'>,
  now: () => number,
): void {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const backlogs = () => rooms.registry.rooms.map(({ backlog }) => backlog);
  gauge('jejak_documents_open', 'Documents open on this node', () => rooms.registry.rooms.length);
  gauge('jejak_log_waiting_updates', 'Updates that wait for the log', () =>
    sum(backlogs().map(({ length }) => length)),
  );
  gauge('jejak_log_waiting_bytes', 'Bytes of the updates that wait for the log', () =>
    sum(backlogs().map(({ bytes }) => bytes)),
  );
  gauge(
    'jejak_log_slowest_append_seconds',
    'How long the slowest append that is under way takes already',
    () => slowestAppendMs(rooms.registry, now()) / 1000,
  );
  gauge('jejak_heavy_waiting', 'Large updates that wait for their thread', () => rooms.heavy.waiting);
  gauge('jejak_sync_unsent_bytes', 'Bytes that wait to be sent to sync sockets', () =>
    sum(rooms.directory.all().map(({ unsentBytes }) => unsentBytes)),
  );
}

/** How long the slowest append that is under way takes already, in milliseconds. */
export function slowestAppendMs({ rooms }: Pick<Rooms['registry'], 'rooms'>, now: number): number {
  return rooms.reduce((slowest, { backlog: { appendingSince } }) => {
    return appendingSince === null ? slowest : Math.max(slowest, now - appendingSince);
  }, 0);
}
