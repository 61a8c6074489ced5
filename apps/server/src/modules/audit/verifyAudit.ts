import { type AuditEntry, firstPreviousHash, hashOfEntry } from './AuditEntry.ts';

/** What following a chain from its beginning found. */
export interface AuditVerdict {
  /** Entries that follow from each other, counted from the first. */
  readonly intact: number;
  /** The hash of the last of them: noted elsewhere, it proves later that nothing was cut off the end. */
  readonly head: string;
  /** The number of the first entry that was changed, or stands where another was removed; null when all is well. */
  readonly brokenAt: number | null;
}

/** Follows a chain of entries in order and says where it stops being what was written. */
export async function verifyAudit(entries: AsyncIterable<AuditEntry>): Promise<AuditVerdict> {
  let intact = 0;
  let head = firstPreviousHash;
  for await (const { hash, ...entry } of entries) {
    const follows = entry.n === intact + 1 && entry.previousHash === head && hashOfEntry(entry) === hash;
    if (!follows) return { intact, head, brokenAt: intact + 1 };
    intact = entry.n;
    head = hash;
  }
  return { intact, head, brokenAt: null };
}
