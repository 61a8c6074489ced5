import type { Connection, Model } from 'mongoose';
import { secretsMatch } from './secretToken.ts';
import { type TokenRecord, tokenModel } from './TokenRecord.ts';
import type { TokenFingerprint } from './tokenSecret.ts';

/** How exactly the last use of a token is told. */
const useNotedEveryMs = 60_000;

/** Finds usable tokens: neither revoked nor run out by the time of the database. */
export class TokenSource {
  readonly #model: Model<TokenRecord>;
  readonly #now: () => Date;
  readonly #report: (error: unknown) => void;
  readonly #noting = new Set<Promise<void>>();

  constructor(parts: {
    readonly connection: Connection;
    readonly now: () => Date;
    /** Told when a use could not be noted; nobody is refused for that. */
    readonly report: (error: unknown) => void;
  }) {
    this.#model = tokenModel(parts.connection);
    this.#now = parts.now;
    this.#report = parts.report;
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  /** The token of a secret, and notes that it is used. The whole hash is compared in constant time [TOKEN2]. */
  async use({ lookup, hash }: TokenFingerprint): Promise<TokenRecord | null> {
    const record = await this.#model.findOne({ lookup, ...this.#usable() }).lean();
    if (record === null || !secretsMatch(record.hash, hash)) return null;
    this.#noteUse(record);
    return record;
  }

  /** Tokens by their ids. */
  async findMany(ids: readonly string[]): Promise<readonly TokenRecord[]> {
    if (ids.length === 0) return [];
    return this.#model.find({ _id: { $in: [...ids] }, ...this.#usable() }).lean();
  }

  /** Resolves once no use is being noted any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#noting);
  }

  #usable() {
    return { revokedAt: null, expiresAt: { $gt: this.#now() } };
  }

  /** At most once a minute, and nobody waits for it. */
  #noteUse({ _id, lastUsedAt }: TokenRecord): void {
    const now = this.#now();
    const before = new Date(now.getTime() - useNotedEveryMs);
    if (lastUsedAt !== null && lastUsedAt > before) return;
    const due = { _id, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lte: before } }] };
    const noting = this.#model
      .updateOne(due, { $set: { lastUsedAt: now } })
      .then(() => {}, this.#report)
      .finally(() => this.#noting.delete(noting));
    this.#noting.add(noting);
  }
}
