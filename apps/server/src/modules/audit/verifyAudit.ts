import { type AuditEntry, firstPreviousHash, hashOfEntry } from './AuditEntry.ts';

/** What following a chain from its beginning found. */
export interface AuditVerdict {
  /** Entries that follow from each other, counted from the first. */
  readonly intact: number;
  /** The hash of the last of them: noted elsewhere, it proves later that nothing was cut off the end. */
  readonly head: string;
  /** The number of the first entry that was changed, or stands where another was removed; null when all is well. */
  readonly brokenAt: number | null;
  /** The number of the entry whose hash was noted elsewhere; null where it is not there any more, or none was given. */
  readonly knownAt: number | null;
}

/** Follows a chain of entries in order and says where it stops being what was written, and where `known` stands. */
export async function verifyAudit(
  entries: AsyncIterable<AuditEntry>,
  known: string | null = null,
): Promise<AuditVerdict> {
  let intact = 0;
  let head = firstPreviousHash;
  let knownAt: number | null = null;
  for await (const { hash, ...entry } of entries) {
    const follows = entry.n === intact + 1 && entry.previousHash === head && hashOfEntry(entry) === hash;
    if (!follows) return { intact, head, brokenAt: intact + 1, knownAt };
    intact = entry.n;
    head = hash;
    if (hash === known) knownAt = entry.n;
  }
  return { intact, head, brokenAt: null, knownAt };
}
