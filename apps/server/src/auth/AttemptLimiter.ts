import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { hashSecret } from './secretToken.ts';

/** Whether an attempt may be made, and else when to come back. */
export type AttemptVerdict =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

/** Counts failed attempts per key over a window; shared by all nodes. */
export interface AttemptLimiter {
  /** Counts one attempt if there is room for it. A refused attempt is not counted. */
  admit(key: string): Promise<AttemptVerdict>;
  /** Takes an attempt back that turned out to be right. */
  forgive(key: string): Promise<void>;
}

interface AttemptRecord {
  _id: string;
  count: number;
  admitted: boolean;
  resetAt: Date;
}

const attemptSchema = new Schema<AttemptRecord>(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    admitted: { type: Boolean, required: true },
    resetAt: { type: Date, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'attempts' },
);
attemptSchema.index({ resetAt: 1 }, { expireAfterSeconds: 0 });

/** How many attempts fit into how long a window. */
export interface AttemptAllowance {
  readonly attemptsMax: number;
  readonly windowMs: number;
}

/** Attempts counted in MongoDB by single atomic updates, so that parallel guesses on several nodes all count [AUTH7]. */
export class MongoAttemptLimiter implements AttemptLimiter {
  readonly #model: Model<AttemptRecord>;
  readonly #allowance: AttemptAllowance;
  readonly #now: () => Date;

  constructor(connection: Connection, allowance: AttemptAllowance, now: () => Date) {
    this.#model = connection.models.Attempt ?? connection.model<AttemptRecord>('Attempt', attemptSchema);
    this.#allowance = allowance;
    this.#now = now;
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  async admit(key: string): Promise<AttemptVerdict> {
    const record = await this.#count(hashSecret(key));
    if (record.admitted) return { admitted: true };
    const waitMs = record.resetAt.getTime() - this.#now().getTime();
    return { admitted: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
  }

  async forgive(key: string): Promise<void> {
    await this.#model.updateOne(
      { _id: hashSecret(key), resetAt: { $gt: this.#now() }, count: { $gt: 0 } },
      { $inc: { count: -1 } },
    );
  }

  async #count(id: string, again = true): Promise<AttemptRecord> {
    const now = this.#now();
    const { attemptsMax, windowMs } = this.#allowance;
    const running = { $gt: ['$resetAt', now] };
    try {
      const record = await this.#model
        .findOneAndUpdate(
          { _id: id },
          [
            {
              $set: {
                count: { $cond: [running, '$count', 0] },
                resetAt: { $cond: [running, '$resetAt', new Date(now.getTime() + windowMs)] },
              },
            },
            { $set: { admitted: { $lt: ['$count', attemptsMax] } } },
            { $set: { count: { $add: ['$count', { $cond: ['$admitted', 1, 0] }] } } },
          ],
          { upsert: true, returnDocument: 'after', updatePipeline: true },
        )
        .lean();
      if (record === null) throw new Error('An upsert returned no record.');
      return record;
    } catch (error) {
      // Two upserts of a new key may race; the second finds the record of the first.
      if (again && isDuplicateKey(error)) return this.#count(id, false);
      throw error;
    }
  }
}
