import type { ActorRef } from '@jejak/access';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { isDuplicateKey } from '../../auth/isDuplicateKey.ts';
import { KeyedQueue } from '../../auth/KeyedQueue.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { answered, readMsMax } from '../../persistence/answered.ts';
import { type AuditAct, type AuditEntry, type AuditFact, nextEntry } from './AuditEntry.ts';
import type { AuditFilter, AuditLog } from './AuditLog.ts';

interface AuditRecord {
  /** `<chain>:<n>`: the index of ids is what keeps two writers from the same place. */
  _id: string;
  chain: string;
  workspaceId: string | null;
  n: number;
  at: Date;
  actor: ActorRef | null;
  act: string;
  refusedAs: string | null;
  targetId: string | null;
  facts: Record<string, AuditFact>;
  previousHash: string;
  hash: string;
  /** What keeps a repeated call from being written down again; no part of what the entry says. */
  deed: string | null;
}

const text = { type: String, required: true } as const;
const textOrNull = { type: String, default: null } as const;
const auditSchema = new Schema<AuditRecord>(
  {
    _id: text,
    chain: text,
    workspaceId: textOrNull,
    n: { type: Number, required: true },
    at: { type: Date, required: true },
    actor: { type: Schema.Types.Mixed, default: null },
    act: text,
    refusedAs: textOrNull,
    targetId: textOrNull,
    facts: { type: Schema.Types.Mixed, required: true },
    previousHash: text,
    hash: text,
    deed: textOrNull,
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'auditLog', minimize: false },
);
auditSchema.index({ chain: 1, n: -1 }, { unique: true });
auditSchema.index({ chain: 1, at: -1 });
auditSchema.index({ deed: 1 }, { unique: true, partialFilterExpression: { deed: { $type: 'string' } } });
// Whoever writes code that changes or removes an entry hears of it in the first test [AUDIT10].
auditSchema.pre(
  ['updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'],
  refuseChange,
);
auditSchema.pre(['deleteOne', 'deleteMany'], refuseChange);

function refuseChange(): never {
  throw new Error('Entries of the audit log are only ever inserted.');
}

/** The chain of what belongs to no workspace. */
const installationChain = 'installation';
/** Writers on other nodes that may be faster, each once, before something else must be wrong. */
const attemptsMax = 200;
/** Acts of one chain that may wait on this node for the one being written. */
const waitingMax = 1_000;

/** The audit log in MongoDB: entries are only ever inserted. */
export class MongoAuditLog implements AuditLog {
  readonly #model: Model<AuditRecord>;
  readonly #now: () => Date;
  /** One after the other on this node, so that only other nodes are met at the end of a chain. */
  readonly #queue = new KeyedQueue(waitingMax);

  constructor(connection: Connection, now: () => Date) {
    this.#model = connection.models.AuditEntry ?? connection.model<AuditRecord>('AuditEntry', auditSchema);
    this.#now = now;
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  async append(act: AuditAct, deed: string | null = null): Promise<AuditEntry> {
    const chain = chainOf(act.workspaceId);
    const entry = await this.#queue.run(chain, () => this.#appendTo(chain, act, deed));
    if (entry === null) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2 });
    return entry;
  }

  async newest(
    workspaceId: string | null,
    filter: AuditFilter,
    before: number | null,
    limit: number,
  ): Promise<readonly AuditEntry[]> {
    const found = this.#model
      .find({ ...queryOf(workspaceId, filter), ...(before === null ? {} : { n: { $lt: before } }) })
      .sort({ n: -1 })
      .limit(limit)
      .maxTimeMS(readMsMax)
      .lean();
    const records = await answered(found.exec());
    return records.map(entryOf);
  }

  count(workspaceId: string | null, filter: AuditFilter): Promise<number> {
    return answered(this.#model.countDocuments(queryOf(workspaceId, filter)).maxTimeMS(readMsMax).exec());
  }

  async chains(): Promise<readonly (string | null)[]> {
    const chains = await answered(this.#model.distinct('chain').maxTimeMS(readMsMax).exec());
    return chains.sort().map((chain) => (chain === installationChain ? null : chain));
  }

  async *oldestFirst(workspaceId: string | null, filter: AuditFilter = {}): AsyncIterable<AuditEntry> {
    const records = this.#model.find(queryOf(workspaceId, filter)).sort({ n: 1 }).lean().cursor();
    try {
      for await (const record of records) yield entryOf(record);
    } finally {
      await records.close();
    }
  }

  async #appendTo(chain: string, act: AuditAct, deed: string | null): Promise<AuditEntry> {
    for (let attempt = 1; ; attempt++) {
      const newest = this.#model
        .findOne({ chain }, { n: 1, hash: 1 })
        .sort({ n: -1 })
        .maxTimeMS(readMsMax)
        .lean();
      const entry = nextEntry(await answered(newest.exec()), act, this.#now());
      try {
        await answered(this.#model.create({ _id: `${chain}:${entry.n}`, chain, deed, ...entry }));
        return entry;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const before = deed === null ? null : await this.#ofDeed(deed);
        if (before !== null) return before;
        if (attempt >= attemptsMax) throw error;
      }
    }
  }

  async #ofDeed(deed: string): Promise<AuditEntry | null> {
    const record = await answered(this.#model.findOne({ deed }).maxTimeMS(readMsMax).lean().exec());
    return record === null ? null : entryOf(record);
  }
}

function chainOf(workspaceId: string | null): string {
  return workspaceId ?? installationChain;
}

function queryOf(workspaceId: string | null, filter: AuditFilter): QueryFilter<AuditRecord> {
  const { acts, userId, refused, from, until } = filter;
  const at = {
    ...(from === undefined ? {} : { $gte: from }),
    ...(until === undefined ? {} : { $lte: until }),
  };
  return {
    chain: chainOf(workspaceId),
    ...(acts === undefined ? {} : { act: { $in: [...acts] } }),
    ...(userId === undefined ? {} : { 'actor.userId': userId }),
    ...(refused === undefined ? {} : { refusedAs: refused ? { $ne: null } : null }),
    ...(Object.keys(at).length === 0 ? {} : { at }),
  };
}

function entryOf({ _id, chain, deed, ...entry }: AuditRecord): AuditEntry {
  return entry;
}
