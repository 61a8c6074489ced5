import type { LoggedEntry, MapPart } from '@jejak/journey-events';
import { authorsOf } from '../persistence/authorRuns.ts';
import type { LogEntry } from '../persistence/UpdateLog.ts';

const nobodyKnowsWhen = new Date(0);

/** Entries of one document as they are told; what lies behind a hole is left out. */
export function loggedEntries(
  part: MapPart,
  after: number,
  entries: readonly LogEntry[],
): readonly LoggedEntry[] {
  return entries
    .filter(({ seq }, index) => seq === after + 1 + index)
    .map(({ seq, updates, authors, epoch, migrates, at }) => ({
      part,
      seq,
      at: at ?? nobodyKnowsWhen,
      updates,
      authors: authorsOf(updates.length, authors),
      begins: epoch !== undefined,
      migrates: migrates === true,
    }));
}

const batchMax = { updates: 1_000, bytes: 2 * 1024 * 1024 } as const;

/** Entries in order, cut into what one batch of events may tell; an entry is never cut. */
export function batchesOf(entries: readonly LoggedEntry[]): readonly (readonly LoggedEntry[])[] {
  const batches: LoggedEntry[][] = [];
  let [updates, bytes] = [0, 0];
  for (const entry of entries) {
    updates += entry.updates.length;
    bytes += bytesOf(entry.updates);
    const batch = batches.at(-1);
    if (batch !== undefined && updates <= batchMax.updates && bytes <= batchMax.bytes) batch.push(entry);
    else {
      batches.push([entry]);
      [updates, bytes] = [entry.updates.length, bytesOf(entry.updates)];
    }
  }
  return batches;
}

/** Bytes of several updates. */
export function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
