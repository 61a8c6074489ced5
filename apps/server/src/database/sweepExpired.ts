import type { Connection } from 'mongoose';
import { leaseCollection } from './NodeLease.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/**
 * Where records that run out lie, the field that says when, and how long they are kept then: a node whose clock is ahead
 * may not delete what still counts elsewhere, and of a token one may want to know afterwards whose it was.
 */
const expiring = [
  { collection: 'session', field: 'expiresAt', keptForMs: dayMs },
  { collection: 'tickets', field: 'expiresAt', keptForMs: dayMs },
  { collection: 'attempts', field: 'resetAt', keptForMs: dayMs },
  { collection: 'apiTokens', field: 'expiresAt', keptForMs: 90 * dayMs },
  { collection: 'mutations', field: 'expiresAt', keptForMs: hourMs },
  { collection: leaseCollection, field: 'at', keptForMs: dayMs },
] as const;

/**
 * Deletes sessions, tickets and counted attempts that ran out a day ago, tokens that ran out 90 days ago, and what nodes
 * left that crashed. The embedded engine does not do so by itself, as MongoDB does by its indexes. Nobody is admitted by
 * a record that ran out, swept or not: this only saves space.
 */
export async function sweepExpired(connection: Connection, now: Date): Promise<void> {
  for (const { collection, field, keptForMs } of expiring) {
    const before = new Date(now.getTime() - keptForMs);
    await connection.collection(collection).deleteMany({ [field]: { $lt: before } });
  }
}
