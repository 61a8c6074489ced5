import { syncLimits } from '@jejak/protocol';
import type { Logger } from 'pino';
import type { Snapshot } from '../persistence/SnapshotStore.ts';
import { type AppendResult, entryBytes, type LogEntry } from '../persistence/UpdateLog.ts';
import type { MergeTurn } from './MergeTurn.ts';
import type { RoomMetrics } from './RoomMetrics.ts';
import { type SnapshotStores, saveSnapshot } from './saveSnapshot.ts';

/** A document as a snapshot keeps it. */
export type WholeDocument = Required<Pick<Snapshot, 'state' | 'stateVector'>>;

interface CompactorOptions extends SnapshotStores {
  readonly docId: string;
  readonly epoch: number;
  readonly logger: Logger;
  readonly now: () => number;
  readonly metrics: RoomMetrics;
  readonly mergeTurn: MergeTurn;
}

/** Encoding a large document takes tens of milliseconds: a storm may neither begin with it nor make it constant. */
const gatherMsMin = 5_000;
/**
 * How long a log of so many times the usual size lets the others rest, in times of the last merge: telling and merging
 * take a quarter of a thread at most, then half of it, then all of it.
 */
const turns = [
  { sizes: 1, restTimes: 3 },
  { sizes: 8, restTimes: 1 },
  { sizes: 32, restTimes: 0 },
] as const;
/** What one read of the database brings in time, over a poor network too: a log of so many bytes waits for nobody. */
const waitingBytesMax = 8 * 1024 * 1024;

const alreadyThere: Promise<AppendResult> = Promise.resolve('appended');

/** Decides when a document's log has grown enough, writes the snapshot, then deletes exactly what the one before holds. */
export class Compactor {
  readonly #options: CompactorOptions;
  #updates = 0;
  #bytes = 0;
  /** Since when entries gather: the first of them, or the merge before it. */
  #gathersSince = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;

  constructor(options: CompactorOptions) {
    this.#options = options;
  }

  /** An entry lies in the log and in no snapshot. */
  count(entry: Pick<LogEntry, 'updates'>): void {
    if (this.#updates === 0) this.#gathersSince = Math.max(this.#gathersSince, this.#options.now());
    this.#updates += entry.updates.length;
    this.#bytes += entryBytes({ docId: '', seq: 0, updates: entry.updates });
  }

  /** Whether it has something to merge: of an idle document anything, else as much as makes it due. */
  wants(isIdle: boolean): boolean {
    return isIdle ? this.#running === null && this.#updates > 0 : this.#due;
  }

  /**
   * Merges a log that is due. The document must be exactly what the log holds up to `seq`, whose entry is on its way:
   * nothing is merged unless it lands. The turn is taken at once, or all whose entries travel together found it free.
   */
  runIfDue(seq: number, live: { readonly merged: WholeDocument }, appending: Promise<AppendResult>): void {
    if (this.#due) void this.run(seq, live.merged, appending);
  }

  /** The document must be exactly what the log holds up to `seq`. Never rejects: a failure only costs space. */
  run(seq: number, document: WholeDocument, appending = alreadyThere): Promise<void> {
    if (this.#running !== null) return this.#running;
    const done = this.#options.mergeTurn.take();
    const merging = appending.then(async (result) => {
      if (result === 'appended') await this.#merge(seq, document);
    });
    this.#running = merging
      // An append that never came is the room's affair.
      .catch(() => {})
      .finally(() => {
        done();
        this.#running = null;
      });
    return this.#running;
  }

  /** Resolves when no compaction is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Whether it has gathered long enough, and is so large that it is its turn. */
  get #due(): boolean {
    if (this.#running !== null) return false;
    if (this.#options.now() - this.#gathersSince < gatherMsMin) return false;
    if (this.#bytes >= waitingBytesMax) return true;
    const { mergeTurn } = this.#options;
    return turns.some(({ sizes, restTimes }) => this.#holds(sizes) && mergeTurn.isFree(restTimes));
  }

  /** Whether as much waits as makes a log due, so many times over. */
  #holds(times: number): boolean {
    const { compactAfterUpdates, compactAfterBytes } = syncLimits;
    return this.#updates >= times * compactAfterUpdates || this.#bytes >= times * compactAfterBytes;
  }

  /** Never rejects. */
  async #merge(seq: number, document: WholeDocument): Promise<void> {
    const { docId, epoch, logger, metrics, now } = this.#options;
    const startedAt = now();
    this.#gathersSince = startedAt;
    const before = { updates: this.#updates, bytes: this.#bytes };
    this.#updates = 0;
    this.#bytes = 0;
    try {
      const outcome = await saveSnapshot(docId, { epoch, seq, ...document }, this.#options);
      metrics.compacted(outcome, now() - startedAt);
    } catch (error) {
      this.#updates += before.updates;
      this.#bytes += before.bytes;
      metrics.compacted('failed', now() - startedAt);
      logger.warn({ err: error, docId, seq }, 'compaction failed');
    }
  }
}
