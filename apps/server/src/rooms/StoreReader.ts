import type { LogEntry } from '../persistence/UpdateLog.ts';
import { type LoadResult, type LoadStores, loadDocument } from './loadDocument.ts';
import { persistently } from './retry.ts';

/** Reads what is stored of one document, again and again while the database is away; null once the room is over. */
export class StoreReader {
  readonly #docId: string;
  readonly #stores: LoadStores;
  readonly #over: () => boolean;

  constructor(docId: string, stores: LoadStores, over: () => boolean) {
    this.#docId = docId;
    this.#stores = stores;
    this.#over = over;
  }

  load(): Promise<LoadResult | null> {
    return this.read(() => loadDocument(this.#docId, this.#stores));
  }

  /**
   * Entries after the last one that is known. `hole`: some of them are merged and gone, for we slept through a compaction;
   * begin from the snapshot.
   */
  async newerThan(seq: number): Promise<readonly LogEntry[] | 'hole' | 'gone' | null> {
    const { log, snapshots } = this.#stores;
    const read = await this.read(() => log.readAfter(this.#docId, seq - 1));
    if (read === null) return null;
    // Entries are deleted in their order: where the last known one is there, none behind it is gone.
    const isThere = read[0]?.seq === seq;
    const entries = isThere ? read.slice(1) : read;
    if (entries[0]?.seq === seq + 1 || (isThere && entries.length === 0)) return entries;
    const head = await this.read(async () => (await snapshots.head(this.#docId)) ?? 'gone');
    if (head === null || head === 'gone') return head;
    // A hint may be wrong: only what a snapshot holds, or an entry beyond a hole, is worth beginning anew for.
    return head.snapshotSeq <= seq && entries.length === 0 ? entries : 'hole';
  }

  /** Reads something else of this document. */
  read<T>(read: (docId: string) => Promise<T>): Promise<T | null> {
    const { logger } = this.#stores;
    return persistently(
      () => read(this.#docId),
      this.#over,
      (error) => logger.warn({ err: error, docId: this.#docId }, 'reading a document failed'),
    );
  }
}
