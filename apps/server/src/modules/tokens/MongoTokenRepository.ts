import type { Connection, Model } from 'mongoose';
import { type TokenRecord, tokenModel } from '../../auth/TokenRecord.ts';
import type { TokenFingerprint } from '../../auth/tokenSecret.ts';
import type { ApiToken, TokenOwner, TokenRepository } from './TokenRepository.ts';

const listedMax = 100;
/** How long a token that ran out is listed, so that whoever wonders why a program stopped finds it. */
const listedAfterEndMs = 30 * 24 * 60 * 60_000;

/** Tokens in MongoDB, in the collection that sign-in reads. */
export class MongoTokenRepository implements TokenRepository {
  readonly #model: Model<TokenRecord>;
  readonly #now: () => Date;

  constructor(connection: Connection, now: () => Date) {
    this.#model = tokenModel(connection);
    this.#now = now;
  }

  async create({ id, scopes, mapIds, ...token }: ApiToken, print: TokenFingerprint): Promise<void> {
    await this.#model.create({
      _id: id,
      ...token,
      scopes: [...scopes],
      mapIds: mapIds === null ? null : [...mapIds],
      ...print,
      revokedAt: null,
    });
  }

  async listOf(owner: TokenOwner): Promise<readonly ApiToken[]> {
    const since = new Date(this.#now().getTime() - listedAfterEndMs);
    const records = await this.#model
      .find({ ...filterOf(owner), revokedAt: null, expiresAt: { $gt: since } })
      .sort({ expiresAt: -1, _id: 1 })
      .limit(listedMax)
      .lean();
    return records.map(tokenOf);
  }

  async countUsable(owner: TokenOwner): Promise<number> {
    const usable = { ...filterOf(owner), revokedAt: null, expiresAt: { $gt: this.#now() } };
    return this.#model.countDocuments(usable);
  }

  async find(id: string): Promise<ApiToken | null> {
    const record = await this.#model.findOne({ _id: id, revokedAt: null }).lean();
    return record === null ? null : tokenOf(record);
  }

  async discard(id: string): Promise<void> {
    await this.#model.deleteOne({ _id: id });
  }

  async rename(id: string, name: string): Promise<boolean> {
    const { matchedCount } = await this.#model.updateOne({ _id: id, revokedAt: null }, { $set: { name } });
    return matchedCount === 1;
  }

  async revoke(id: string): Promise<void> {
    await this.#model.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: this.#now() } });
  }
}

function filterOf(owner: TokenOwner) {
  return 'userId' in owner
    ? { userId: owner.userId }
    : { kind: 'WORKSPACE' as const, workspaceId: owner.workspaceId };
}

function tokenOf(record: TokenRecord): ApiToken {
  const { _id: id, lookup: _lookup, hash: _hash, revokedAt: _revokedAt, ...token } = record;
  return { id, ...token };
}
