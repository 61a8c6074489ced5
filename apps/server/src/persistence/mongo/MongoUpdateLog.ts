import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { answered, readMsMax } from '../answered.ts';
import {
  type AppendResult,
  entryBytes,
  type LogEntry,
  logEntryBytesMax,
  type UpdateLog,
} from '../UpdateLog.ts';
import { GroupCommit } from './GroupCommit.ts';
import { GroupRead } from './GroupRead.ts';
import { type LogModels, logModels } from './logModels.ts';

interface MongoUpdateLogOptions {
  /** Its write concern must be journaled. */
  readonly connection: Connection;
  readonly logger: Logger;
  readonly now?: () => number;
  readonly writeMsMax?: number;
}

const closeMsMax = 5_000;

/** The log in MongoDB. */
export class MongoUpdateLog implements UpdateLog {
  readonly #models: LogModels;
  readonly #commit: GroupCommit;
  readonly #reads: GroupRead;
  readonly #now: () => number;

  constructor(options: MongoUpdateLogOptions) {
    this.#models = logModels(options.connection);
    this.#reads = new GroupRead(this.#models);
    this.#now = options.now ?? Date.now;
    this.#commit = new GroupCommit({
      models: this.#models,
      logger: options.logger,
      writer: randomBytes(9).toString('base64url'),
      now: this.#now,
      ...(options.writeMsMax === undefined ? {} : { writeMsMax: options.writeMsMax }),
    });
  }

  /** Must have run before the first append: without the unique index numbers could be taken twice. */
  async ensureIndexes(): Promise<void> {
    await this.#models.entries.createIndexes();
    await this.#models.quarantine.createIndexes();
  }

  async append(entry: LogEntry): Promise<AppendResult> {
    if (entryBytes(entry) > logEntryBytesMax) return 'tooLarge';
    return this.#commit.append(entry);
  }

  readAfter(docId: string, seq: number): Promise<readonly LogEntry[]> {
    return this.#reads.readAfter(docId, seq);
  }

  async tails(docIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const ids = [...docIds];
    const { entries, trims } = this.#models;
    const reading = Promise.all([
      entries
        .aggregate<{ _id: string; seq: number }>([
          { $match: { docId: { $in: ids } } },
          { $group: { _id: '$docId', seq: { $max: '$seq' } } },
        ])
        .option({ maxTimeMS: readMsMax })
        .exec(),
      trims
        .find({ _id: { $in: ids } })
        .maxTimeMS(readMsMax)
        .lean()
        .exec(),
    ]);
    const [reached, merged] = await answered(reading);
    const tails = new Map<string, number>();
    for (const { _id, seq } of [...merged, ...reached]) tails.set(_id, Math.max(seq, tails.get(_id) ?? 0));
    return tails;
  }

  async deleteThrough(docId: string, seq: number): Promise<void> {
    // The mark comes first: from then on a late append at or below it is noticed.
    await this.#models.trims.updateOne({ _id: docId }, { $max: { seq } }, { upsert: true });
    await this.#models.entries.deleteMany({ docId, seq: { $lte: seq } });
  }

  async quarantine(entry: LogEntry, reason: string): Promise<void> {
    const updates = entry.updates.map((update) => Buffer.from(update));
    const { docId, seq } = entry;
    await this.#models.quarantine.updateOne(
      { docId, seq },
      { $setOnInsert: { updates, reason, at: new Date(this.#now()) } },
      { upsert: true },
    );
  }

  async remove(docId: string): Promise<void> {
    await this.deleteThrough(docId, Number.MAX_SAFE_INTEGER);
  }

  async close(): Promise<void> {
    await this.#commit.close(closeMsMax);
  }
}
