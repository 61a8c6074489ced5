import { type Connection, type Model, Schema } from 'mongoose';
import { isDuplicateKey } from '../../auth/isDuplicateKey.ts';
import type { LedgerRecord, MutationLedger } from './MutationLedger.ts';

type Stored = Omit<LedgerRecord, 'id'> & { readonly _id: string };

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const schema = new Schema<Stored>(
  {
    _id: text,
    who: text,
    fingerprint: text,
    seed: text,
    since: { type: String, default: null },
    attempt: { type: Number, required: true },
    owner: text,
    leaseUntil: date,
    result: { type: String, default: null },
    expiresAt: date,
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'mutations', id: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const databaseMsMax = 3_000;

/** The ledger in MongoDB; its key is the primary one, so of two who begin one call one wins on all nodes. */
export class MongoMutationLedger implements MutationLedger {
  readonly #model: Model<Stored>;

  constructor(connection: Connection) {
    this.#model = connection.models.Mutation ?? connection.model<Stored>('Mutation', schema);
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  async begin({ id, ...rest }: LedgerRecord, now: Date): Promise<LedgerRecord | null> {
    for (;;) {
      try {
        await this.#model.create([{ _id: id, ...rest }]);
        return null;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const known = await this.find(id);
      if (known !== null && known.expiresAt > now) return known;
      // It ran out and is not swept yet.
      await this.#model.deleteOne({ _id: id, expiresAt: { $lte: now } });
    }
  }

  async find(id: string): Promise<LedgerRecord | null> {
    const found = await this.#model.findById(id).maxTimeMS(databaseMsMax).lean();
    if (found === null) return null;
    const { _id, ...rest } = found;
    return { id: _id, ...rest };
  }

  async takeOver({ id, owner, attempt }: LedgerRecord, next: string, leaseUntil: Date): Promise<boolean> {
    const { matchedCount } = await this.#model.updateOne(
      { _id: id, owner, attempt, result: null },
      { $set: { owner: next, leaseUntil, attempt: attempt + 1 } },
    );
    return matchedCount === 1;
  }

  async finish({ id, owner }: LedgerRecord, result: string | null, now: Date): Promise<void> {
    await this.#model.updateOne({ _id: id, owner }, { $set: { result, leaseUntil: now } });
  }

  async forget({ id, owner }: LedgerRecord): Promise<void> {
    await this.#model.deleteOne({ _id: id, owner, result: null });
  }
}
