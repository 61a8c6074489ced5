import { type Connection, type Model, Schema } from 'mongoose';
import type { IdentityModels } from '../../auth/identityModels.ts';
import { isDuplicateKey } from '../../auth/isDuplicateKey.ts';
import { newSecretToken } from '../../auth/secretToken.ts';
import type { CodeTries, SetupAttempt, SetupClaim, SetupRepository } from './SetupRepository.ts';

/** How long a try may take before another may take it for dead. */
const attemptMsMax = 60_000;

interface SetupRecord {
  _id: string;
  state: 'claimed' | 'done';
  attempt: SetupAttempt;
  claimedAt: Date;
}

const setupSchema = new Schema<SetupRecord>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true },
    attempt: { type: Schema.Types.Mixed, required: true },
    claimedAt: { type: Date, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'setup' },
);

interface CodeRecord {
  _id: string;
  salt: string;
  tries: number;
}

const codeSchema = new Schema<CodeRecord>(
  {
    _id: { type: String, required: true },
    salt: { type: String, required: true },
    tries: { type: Number, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'setupCode' },
);

/** There is one marker and one code; their ids are unique by themselves. */
const markerId = 'first-run';
const codeId = 'code';

/** The set-up as one marker document: inserting it is the race that exactly one wins [SETUP2]. */
export class MongoSetupRepository implements SetupRepository {
  readonly #model: Model<SetupRecord>;
  readonly #codes: Model<CodeRecord>;
  readonly #models: IdentityModels;
  readonly #now: () => Date;

  constructor(connection: Connection, models: IdentityModels, now: () => Date) {
    this.#model = connection.models.Setup ?? connection.model<SetupRecord>('Setup', setupSchema);
    this.#codes = connection.models.SetupCode ?? connection.model<CodeRecord>('SetupCode', codeSchema);
    this.#models = models;
    this.#now = now;
  }

  async isDone(): Promise<boolean> {
    const marker = await this.#model.findById(markerId).lean();
    if (marker !== null) return marker.state === 'done';
    // A database that has people was set up before, whatever became of the marker.
    return (await this.#models.User.exists({})) !== null;
  }

  async claim(attempt: SetupAttempt): Promise<SetupClaim> {
    if (await this.isDone()) return { won: false };
    const claimedAt = this.#now();
    try {
      await this.#model.create({ _id: markerId, state: 'claimed', attempt, claimedAt });
      return { won: true, abandoned: null };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const deadSince = new Date(claimedAt.getTime() - attemptMsMax);
    const before = await this.#model
      .findOneAndUpdate(
        { _id: markerId, state: 'claimed', claimedAt: { $lte: deadSince } },
        { $set: { attempt, claimedAt } },
        { returnDocument: 'before' },
      )
      .lean();
    return before === null ? { won: false } : { won: true, abandoned: before.attempt };
  }

  async finish(attemptId: string): Promise<void> {
    const { matchedCount } = await this.#model.updateOne(
      { _id: markerId, state: 'claimed', 'attempt.id': attemptId },
      { $set: { state: 'done' } },
    );
    if (matchedCount !== 1) throw new Error('The set-up was taken over by another try.');
  }

  async release(attemptId: string): Promise<void> {
    await this.#model.deleteOne({ _id: markerId, state: 'claimed', 'attempt.id': attemptId });
  }

  async codeTries(): Promise<CodeTries> {
    return this.#addTries(0);
  }

  async takeCodeTry(): Promise<CodeTries> {
    return this.#addTries(1);
  }

  async giveBackCodeTry(): Promise<void> {
    await this.#codes.updateOne({ _id: codeId, tries: { $gt: 0 } }, { $inc: { tries: -1 } });
  }

  async #addTries(count: number, again = true): Promise<CodeTries> {
    try {
      const record = await this.#codes
        .findOneAndUpdate(
          { _id: codeId },
          { $inc: { tries: count }, $setOnInsert: { salt: newSecretToken() } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      if (record === null) throw new Error('An upsert returned no record.');
      return { salt: record.salt, tries: record.tries - count };
    } catch (error) {
      // Two nodes may start at the same moment; the second finds the record of the first.
      if (again && isDuplicateKey(error)) return this.#addTries(count, false);
      throw error;
    }
  }
}
