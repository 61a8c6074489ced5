import { answered, readMsMax } from '../answered.ts';
import { decodeRun } from '../authorRuns.ts';
import type { LogEntry, LoggedCall } from '../UpdateLog.ts';
import { bytesOf } from './GroupCommit.ts';
import type { LogModels, LogRecord } from './logModels.ts';

interface Waiting {
  readonly docId: string;
  readonly seq: number;
  readonly resolve: (entries: readonly LogEntry[]) => void;
  readonly reject: (error: unknown) => void;
}

const groupMax = 100;
/** After so many entries others get their turn: an entry of a flood takes a fifth of a millisecond to read. */
const atOnce = 24;

/**
 * Reads of the same turn share a query: when several nodes write many maps at once, each of them looks at the log of
 * all at the same moment.
 */
export class GroupRead {
  readonly #models: LogModels;
  #waiting: Waiting[] = [];

  constructor(models: LogModels) {
    this.#models = models;
  }

  /** Entries of a document with a higher number, ascending. */
  readAfter(docId: string, seq: number): Promise<readonly LogEntry[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ docId, seq, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    const waiting = this.#waiting.splice(0);
    for (let at = 0; at < waiting.length; at += groupMax) void this.#read(waiting.slice(at, at + groupMax));
  }

  /** Never rejects: each reader hears of its own fate. */
  async #read(group: readonly Waiting[]): Promise<void> {
    try {
      const entries = await answered(this.#entriesOf(group));
      for (const { docId, seq, resolve } of group)
        resolve((entries.get(docId) ?? []).filter((entry) => entry.seq > seq));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  async #entriesOf(group: readonly Waiting[]): Promise<ReadonlyMap<string, readonly LogEntry[]>> {
    const entries = new Map<string, LogEntry[]>(group.map(({ docId }) => [docId, []]));
    const records = this.#models.entries.collection.find<LogRecord>(
      { $or: group.map(({ docId, seq }) => ({ docId, seq: { $gt: seq } })) },
      { sort: { docId: 1, seq: 1 }, batchSize: atOnce, maxTimeMS: readMsMax },
    );
    for await (const record of records) entries.get(record.docId)?.push(entryOf(record));
    return entries;
  }
}

function entryOf({ docId, seq, updates, epoch, by, migrates, calls, at }: LogRecord): LogEntry {
  return {
    docId,
    seq,
    updates: updates.map(bytesOf),
    ...(epoch === undefined ? {} : { epoch }),
    ...(by === undefined ? {} : { authors: by.map(decodeRun) }),
    ...(migrates === undefined ? {} : { migrates }),
    ...(calls === undefined ? {} : { calls: calls.map(callOf) }),
    at,
  };
}

function callOf(text: string): LoggedCall {
  const end = text.indexOf(' ');
  return { id: text.slice(0, end), outcome: text.slice(end + 1) };
}
