import type { ActorRef } from '@jejak/access';

/** Updates that follow one another and are by the same actor; null: by the server itself. */
export interface AuthorRun {
  readonly by: ActorRef | null;
  readonly updates: number;
}

/** A call that may be repeated, as the entries hold it that it wrote: whoever comes after a crash finds what it did. */
export interface LoggedCall {
  /** Without spaces. */
  readonly id: string;
  /** What it came to, in words of whoever made it. */
  readonly outcome: string;
}

/** One journaled step of a document: updates that became durable together, in the order they apply. */
export interface LogEntry {
  readonly docId: string;
  /** 1, 2, 3, … without a hole per document. */
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  /** Only where the document begins anew: its epoch from here on. The updates hold all of it and rest on nothing before. */
  readonly epoch?: number;
  /** Whose the updates are, in their order; absent where nobody has written it down. */
  readonly authors?: readonly AuthorRun[];
  /** Only where the document gets another format: what it says stays the same. */
  readonly migrates?: true;
  /** Whose updates among these came of a call that may be repeated. */
  readonly calls?: readonly LoggedCall[];
  /** When it was appended: the log says so. */
  readonly at?: Date;
}

/**
 * What became of an append. `conflict`: the sequence number is taken by somebody else's entry, or lies at or
 * below what compaction removed; nothing of ours is in the log. `tooLarge` will never fit, retrying is useless.
 */
export type AppendResult = 'appended' | 'conflict' | 'tooLarge';

/** The append-only log of all documents: what is in here is durable, what is not was never said to be. */
export interface UpdateLog {
  /**
   * Resolves once the entry is journaled, or is known never to be. While the database is away it keeps trying;
   * it rejects only when the log is closed.
   */
  append(entry: LogEntry): Promise<AppendResult>;
  /** Entries with a higher sequence number, ascending. */
  readAfter(docId: string, seq: number): Promise<readonly LogEntry[]>;
  /**
   * Highest sequence number each document has reached, also where its entry is merged and gone. A removed document
   * stands beyond every number, so that whoever missed its end finds out.
   */
  tails(docIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Deletes the entries up to and including `seq`. Afterwards no append at or below `seq` succeeds, so a writer
   * that slept through a compaction cannot write into the void.
   */
  deleteThrough(docId: string, seq: number): Promise<void>;
  /** Keeps a copy of an entry that cannot be applied, for people to look at. */
  quarantine(entry: LogEntry, reason: string): Promise<void>;
  /** Deletes all entries of a document for good; later appends conflict. */
  remove(docId: string): Promise<void>;
  /** Waits for what is being appended, a bounded time, then refuses everything. */
  close(): Promise<void>;
}

/** Largest entry the log takes; below the 16 MiB document limit of the database. */
export const logEntryBytesMax = 15 * 1024 * 1024;

/** Bytes of all that an entry holds, near enough. */
export function entryBytes(entry: LogEntry): number {
  let bytes = 0;
  for (const update of entry.updates) bytes += update.byteLength;
  for (const { outcome } of entry.calls ?? []) bytes += outcome.length;
  return bytes;
}
