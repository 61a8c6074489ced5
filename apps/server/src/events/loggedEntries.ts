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

/** The first of these entries, as many as one batch may hold; at least one where there is any. */
export function batchOf(entries: readonly LoggedEntry[]): readonly LoggedEntry[] {
  let [updates, bytes, count] = [0, 0, 0];
  for (const entry of entries) {
    updates += entry.updates.length;
    bytes += bytesOf(entry.updates);
    if (count > 0 && (updates > limits.updates || bytes > limits.bytes)) break;
    count += 1;
  }
  return entries.slice(0, count);
}

const limits = { updates: 1_000, bytes: 2 * 1024 * 1024 } as const;

/** Bytes of several updates. */
export function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
