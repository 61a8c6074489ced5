import type { Connection } from 'mongoose';
import { leaseCollection } from './NodeLease.ts';

/** A node whose clock is ahead may not delete what still counts elsewhere. */
const keptForMs = 24 * 60 * 60_000;

/** Where records that run out lie, and the field that says when. */
const expiring = [
  { collection: 'session', field: 'expiresAt' },
  { collection: 'tickets', field: 'expiresAt' },
  { collection: 'attempts', field: 'resetAt' },
  { collection: leaseCollection, field: 'at' },
] as const;

/**
 * Deletes sessions, tickets and counted attempts that ran out a day ago, and what nodes left that crashed. The embedded
 * engine does not do so by itself, as MongoDB does by its indexes. Nobody is admitted by a record that ran out, swept or
 * not: this only saves space.
 */
export async function sweepExpired(connection: Connection, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptForMs);
  for (const { collection, field } of expiring)
    await connection.collection(collection).deleteMany({ [field]: { $lt: before } });
}
