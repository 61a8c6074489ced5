import type { Connection, Model, QueryFilter } from 'mongoose';
import { answered, readMsMax } from '../answered.ts';
import type { ClaimOwner, ClientClaims } from '../ClientClaims.ts';
import { type ClaimRecord, claimModel } from './claimModels.ts';

const idsPerCommand = 1_000;

/** Claims in MongoDB; the connection's write concern must be journaled. */
export class MongoClientClaims implements ClientClaims {
  readonly #claims: Model<ClaimRecord>;

  constructor(connection: Connection) {
    this.#claims = claimModel(connection);
  }

  /** Must have run before the first claim: without the unique index two people could have one id. */
  async ensureIndexes(): Promise<void> {
    await this.#claims.createIndexes();
  }

  async claim(
    docId: string,
    claims: ReadonlyMap<number, ClaimOwner>,
  ): Promise<ReadonlyMap<number, ClaimOwner>> {
    const { upsertedCount } = await this.#claims.bulkWrite(
      [...claims].map(([clientId, userId]) => ({
        updateOne: { filter: { docId, clientId }, update: { $setOnInsert: { userId } }, upsert: true },
      })),
      { ordered: false },
    );
    return upsertedCount === claims.size ? new Map(claims) : this.ownersOf(docId, [...claims.keys()]);
  }

  async load(docId: string): Promise<ReadonlyMap<number, ClaimOwner>> {
    return this.#ownersIn({ docId });
  }

  async ownersOf(docId: string, clientIds: readonly number[]): Promise<ReadonlyMap<number, ClaimOwner>> {
    return this.#ownersIn({ docId, clientId: { $in: [...clientIds] } });
  }

  async forget(docId: string, clientIds: readonly number[]): Promise<void> {
    for (let at = 0; at < clientIds.length; at += idsPerCommand)
      await this.#claims.deleteMany({ docId, clientId: { $in: clientIds.slice(at, at + idsPerCommand) } });
  }

  async remove(docId: string): Promise<void> {
    await this.#claims.deleteMany({ docId });
  }

  async #ownersIn(filter: QueryFilter<ClaimRecord>): Promise<ReadonlyMap<number, ClaimOwner>> {
    const found = await answered(this.#claims.find(filter).maxTimeMS(readMsMax).lean().exec());
    return new Map(found.map(({ clientId, userId }) => [clientId, userId]));
  }
}
