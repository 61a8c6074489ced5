import type { RenewalOutcome } from './renewMap.ts';

/** What rooms and sockets count; the adapter decides how it is shown. Times are in milliseconds. */
export interface RoomMetrics {
  openMaps(count: number): void;
  connections(count: number): void;
  /** One append: how many updates it made durable and how long that took. */
  appended(updates: number, ms: number): void;
  /** A client was told that what it sent is saved, this long after it arrived. */
  acknowledged(ms: number): void;
  /** Something a client sent was refused; one of a fixed list of reasons, never words of the client. */
  refused(reason: string): void;
  /** A socket was closed by us for this reason. */
  closed(code: number): void;
  /** An update was refused and its room rebuilt. */
  rebuilt(): void;
  /** A log was merged into a snapshot: by us, by another node before us (`stale`), or not at all. */
  compacted(outcome: 'saved' | 'stale' | 'failed', ms: number): void;
  /** A document that had collected too much past was begun anew, or could not be this time. */
  renewed(outcome: RenewalOutcome): void;
  /** A snapshot was found damaged. */
  snapshotDamaged(): void;
  /** An entry of another node was read from the log. */
  caughtUp(): void;
  /** The log moved and no message of the bus had said so. */
  hintMissed(): void;
}

/** Counts nothing. */
export const noMetrics: RoomMetrics = {
  openMaps() {},
  connections() {},
  appended() {},
  acknowledged() {},
  refused() {},
  closed() {},
  rebuilt() {},
  compacted() {},
  renewed() {},
  snapshotDamaged() {},
  caughtUp() {},
  hintMissed() {},
};
