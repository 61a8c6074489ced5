import { entryBytes, type LogEntry } from '../persistence/UpdateLog.ts';
import type { StoreReader } from './StoreReader.ts';

const limits = { count: 64, bytes: 1024 * 1024 } as const;

/**
 * What other nodes wrote of one document: they tell how far the log came, and small entries whole. What was not told, or
 * does not fit, is read.
 */
export class LogNews {
  readonly #docId: string;
  readonly #stored: StoreReader;
  readonly #told = new Map<number, LogEntry>();
  #bytes = 0;
  #reach = 0;

  constructor(docId: string, stored: StoreReader) {
    this.#docId = docId;
    this.#stored = stored;
  }

  /** Whether the log is said to go beyond `tail`. */
  beyond(tail: number): boolean {
    return this.#reach > tail;
  }

  /** Answers whether what came between was never told. */
  hear(tail: number, seq: number, updates: readonly Uint8Array[] | null): boolean {
    const missed = seq > Math.max(tail, this.#reach) + 1;
    this.#reach = Math.max(this.#reach, seq);
    if (updates !== null) this.#keep({ docId: this.#docId, seq, updates });
    return missed;
  }

  /** What follows `tail`: as it was told, if all of it was, else as the log has it. */
  async next(tail: number): ReturnType<StoreReader['newerThan']> {
    const told = this.#take(tail);
    const whole = told.length > 0 && this.#reach <= tail + told.length;
    // Whatever is told from now on comes next.
    this.#reach = 0;
    return whole ? told : this.#stored.newerThan(tail);
  }

  /** What was told to follow `tail` without a gap; it and what is older is forgotten. */
  #take(tail: number): readonly LogEntry[] {
    const following: LogEntry[] = [];
    for (let next = this.#told.get(tail + 1); next !== undefined; next = this.#told.get(next.seq + 1))
      following.push(next);
    for (const [seq, entry] of this.#told) {
      if (seq > tail + following.length) continue;
      this.#told.delete(seq);
      this.#bytes -= entryBytes(entry);
    }
    return following;
  }

  #keep(entry: LogEntry): void {
    const bytes = entryBytes(entry);
    if (this.#told.has(entry.seq) || this.#told.size >= limits.count) return;
    if (this.#bytes + bytes > limits.bytes) return;
    this.#told.set(entry.seq, entry);
    this.#bytes += bytes;
  }
}
