import { type Binary, MongoBulkWriteError } from 'mongodb';
import type { Logger } from 'pino';
import { answered } from '../answered.ts';
import { encodeRun } from '../authorRuns.ts';
import { type AppendResult, entryBytes, type LogEntry } from '../UpdateLog.ts';
import type { LogModels, LogRecord } from './logModels.ts';
import { OneTrip } from './OneTrip.ts';

interface Waiting {
  readonly record: LogRecord;
  readonly bytes: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

interface GroupCommitOptions {
  readonly models: LogModels;
  readonly logger: Logger;
  readonly writer: string;
  readonly now: () => number;
  /** After this long without an answer a write is tried again, with twice the patience; the first may still land. */
  readonly writeMsMax?: number;
}

const flushBytesMax = 12 * 1024 * 1024;
const flushCountMax = 1_000;
const writeMsMaxDefault = 5_000;
/** The longest wait for an answer, in times of the first: a disk that is only slow must be heard in the end. */
const patienceMax = 8;
const retryMsMax = 1_000;
const duplicateKey = 11_000;
/** Above so many conflicts in a flush, on average, a trip that ends at the first of them is none saved. */
const conflictsMax = 0.5;
/** Entries that come within this time of a busy flush share the next one. */
const gatherMs = 1;

/**
 * Appends the entries of all rooms together: one write at a time, everything that came meanwhile goes into the next.
 * Each entry learns its own fate. Whatever a failed write left open is tried again: the unique number and the
 * writer's mark tell whether it had landed.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #oneTrip: OneTrip;
  /** Sent without an answer: may be in the log. */
  readonly #sent = new WeakSet<Waiting>();
  /** How many of a flush met somebody else's entry, averaged over the last ones. */
  #conflicts = 0;
  #waiting: Waiting[] = [];
  #running = false;
  #closing = false;
  #closed = false;
  #written = 0;
  #idle: (() => void)[] = [];

  constructor(options: GroupCommitOptions) {
    this.#options = options;
    this.#oneTrip = new OneTrip(options.models);
  }

  append(entry: LogEntry): Promise<AppendResult> {
    if (this.#closing) return Promise.reject(new Error('the log is closed'));
    this.#written += 1;
    const record: LogRecord = {
      docId: entry.docId,
      seq: entry.seq,
      writer: `${this.#options.writer}:${this.#written}`,
      updates: entry.updates.map((update) =>
        Buffer.from(update.buffer, update.byteOffset, update.byteLength),
      ),
      ...(entry.epoch === undefined ? {} : { epoch: entry.epoch }),
      ...(entry.authors === undefined ? {} : { by: entry.authors.map(encodeRun) }),
      ...(entry.migrates === undefined ? {} : { migrates: entry.migrates }),
      ...(entry.calls === undefined
        ? {}
        : { calls: entry.calls.map(({ id, outcome }) => `${id} ${outcome}`) }),
      at: new Date(this.#options.now()),
    };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, bytes: entryBytes(entry), resolve, reject });
      this.#start();
    });
  }

  /** Waits for what is under way, at most `msMax`; then what is left is rejected. */
  async close(msMax: number): Promise<void> {
    this.#closing = true;
    if (!this.#running && this.#waiting.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
      timer = setTimeout(resolve, msMax);
    });
    clearTimeout(timer);
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error('the log is closed'));
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#closed) {
      const group = this.#take();
      await this.#write(group);
      if (group.length > 1 && this.#waiting.length > 0) await elapsed(gatherMs);
    }
    this.#running = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#waiting) {
      bytes += waiting.bytes;
      if (count > 0 && (bytes > flushBytesMax || count >= flushCountMax)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** Never rejects; returns when each of the group is settled. */
  async #write(group: readonly Waiting[]): Promise<void> {
    let open = group;
    this.#conflicts *= 0.8;
    for (let attempt = 0; open.length > 0; attempt++) {
      if (this.#closed) {
        for (const waiting of open) waiting.reject(new Error('the log is closed'));
        return;
      }
      try {
        open = await this.#tryOnce(open, attempt);
      } catch (error) {
        for (const waiting of open) this.#sent.add(waiting);
        await this.#rest(open, attempt, error);
      }
    }
  }

  /** Says what failed and waits before the next attempt, longer each time. */
  async #rest(open: readonly Waiting[], attempt: number, error: unknown): Promise<void> {
    this.#options.logger.warn(
      { err: error, entries: open.length, attempt },
      'appending failed, trying again',
    );
    await elapsed(Math.min(20 * 2 ** attempt, retryMsMax));
  }

  /** Settles what it can and returns the rest; throws when nothing is known. */
  async #tryOnce(group: readonly Waiting[], attempt: number): Promise<readonly Waiting[]> {
    const { models } = this.#options;
    const patience = Math.min(2 ** attempt, patienceMax);
    if (this.#conflicts <= conflictsMax) {
      const trip = await this.#answered(this.#oneTrip.append(group.map(({ record }) => record)), patience);
      if (trip.kind === 'all') {
        for (const waiting of group) waiting.resolve('appended');
        return [];
      }
      const taken = trip.kind === 'taken' ? group[trip.at] : undefined;
      if (trip.kind === 'taken' && taken !== undefined && !this.#sent.has(taken)) {
        await this.#settle(group.slice(0, trip.at), [taken]);
        return group.slice(trip.at + 1);
      }
      // What did land carries our mark and is recognised below.
      for (const waiting of group) this.#sent.add(waiting);
    }
    const failed = new Map<number, number>();
    let refusal: unknown = null;
    try {
      const records = group.map(({ record }) => ({ ...record }));
      // `ordered: false`: one entry's conflict does not stop those of other rooms.
      await this.#answered(models.entries.collection.insertMany(records, { ordered: false }), patience);
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined)
        throw error;
      refusal = error;
      for (const one of [error.writeErrors].flat()) failed.set(one.index, one.code);
      if (failed.size === 0) throw error;
    }
    const refused = group.filter((_, index) => failed.get(index) === duplicateKey);
    const mine = new Set(await this.#landed(refused.filter((waiting) => this.#sent.has(waiting))));
    const landed = group.filter((waiting, index) => !failed.has(index) || mine.has(waiting));
    const lost = group.filter((waiting, index) => failed.get(index) === duplicateKey && !mine.has(waiting));
    const open = group.filter((_, index) => failed.has(index) && failed.get(index) !== duplicateKey);
    await this.#settle(landed, lost);
    if (open.length > 0) await this.#rest(open, attempt, refusal);
    return open;
  }

  async #settle(landed: readonly Waiting[], lost: readonly Waiting[]): Promise<void> {
    this.#conflicts += 0.2 * lost.length;
    const trimmed = await this.#trimmed(landed);
    for (const waiting of lost) waiting.resolve('conflict');
    for (const waiting of landed) waiting.resolve(trimmed.has(waiting) ? 'conflict' : 'appended');
  }

  /** Which of these taken numbers were taken by ourselves, in a write whose answer was lost. */
  async #landed(group: readonly Waiting[]): Promise<readonly Waiting[]> {
    if (group.length === 0) return [];
    const keys = group.map(({ record }) => ({ docId: record.docId, seq: record.seq }));
    const found = await this.#answered(
      this.#options.models.entries.find({ $or: keys }, { _id: 0, writer: 1 }).lean().exec(),
    );
    const writers = new Set(found.map(({ writer }) => writer));
    return group.filter(({ record }) => writers.has(record.writer));
  }

  /** Which of these landed below what a compaction removed: nobody would ever read them. */
  async #trimmed(group: readonly Waiting[]): Promise<ReadonlySet<Waiting>> {
    if (group.length === 0) return new Set();
    const { models } = this.#options;
    const ids = [...new Set(group.map(({ record }) => record.docId))];
    const trims = await this.#answered(
      models.trims
        .find({ _id: { $in: ids } })
        .lean()
        .exec(),
    );
    const through = new Map(trims.map(({ _id, seq }) => [_id, seq]));
    const late = group.filter(({ record }) => record.seq <= (through.get(record.docId) ?? 0));
    for (const { record } of late) {
      await this.#answered(
        models.entries.deleteOne({ docId: record.docId, seq: record.seq, writer: record.writer }).exec(),
      );
    }
    return new Set(late);
  }

  #answered<T>(asked: Promise<T>, patience = 1): Promise<T> {
    return answered(asked, (this.#options.writeMsMax ?? writeMsMaxDefault) * patience);
  }
}

/** Bytes as the driver or mongoose hands them out. */
export function bytesOf(stored: Binary | Buffer | Uint8Array): Uint8Array {
  return stored instanceof Uint8Array ? stored : stored.buffer.subarray(0, stored.position);
}

function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
