import {
  type AppendResult,
  entryBytes,
  type LogEntry,
  logEntryBytesMax,
  type UpdateLog,
} from '../UpdateLog.ts';

/** An `UpdateLog` for tests; it lives as long as the object. */
export class MemoryUpdateLog implements UpdateLog {
  readonly quarantined: { readonly entry: LogEntry; readonly reason: string }[] = [];
  readonly #entries = new Map<string, Map<number, LogEntry>>();
  readonly #trimmedThrough = new Map<string, number>();
  readonly #now: () => number;
  #closed = false;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async append(entry: LogEntry): Promise<AppendResult> {
    if (this.#closed) throw new Error('the log is closed');
    if (entryBytes(entry) > logEntryBytesMax) return 'tooLarge';
    // A turn of the event loop passes, as with a real database, so that races show in tests.
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (entry.seq <= (this.#trimmedThrough.get(entry.docId) ?? 0)) return 'conflict';
    const entries = this.#of(entry.docId);
    if (entries.has(entry.seq)) return 'conflict';
    const updates = entry.updates.map((update) => update.slice());
    entries.set(entry.seq, { ...entry, updates, at: new Date(this.#now()) });
    return 'appended';
  }

  async readAfter(docId: string, seq: number): Promise<readonly LogEntry[]> {
    return [...this.#of(docId).values()].filter((e) => e.seq > seq).sort((a, b) => a.seq - b.seq);
  }

  async tails(docIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const tails = new Map<string, number>();
    for (const docId of docIds) {
      const tail = Math.max(this.#trimmedThrough.get(docId) ?? 0, ...this.#of(docId).keys());
      if (tail > 0) tails.set(docId, tail);
    }
    return tails;
  }

  async deleteThrough(docId: string, seq: number): Promise<void> {
    this.#trimmedThrough.set(docId, Math.max(seq, this.#trimmedThrough.get(docId) ?? 0));
    const entries = this.#of(docId);
    for (const key of [...entries.keys()]) if (key <= seq) entries.delete(key);
  }

  async quarantine(entry: LogEntry, reason: string): Promise<void> {
    this.quarantined.push({ entry, reason });
  }

  async remove(docId: string): Promise<void> {
    await this.deleteThrough(docId, Number.MAX_SAFE_INTEGER);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #of(docId: string): Map<number, LogEntry> {
    let entries = this.#entries.get(docId);
    if (entries === undefined) {
      entries = new Map();
      this.#entries.set(docId, entries);
    }
    return entries;
  }
}
