import type { Role } from '@jejak/access';
import { type Connection, type Model, Schema } from 'mongoose';
import type { PageQuery } from '../workspaces/WorkspaceRepository.ts';
import type { Invitation, InvitationRepository } from './InvitationRepository.ts';

interface InvitationRecord {
  _id: string;
  tokenHash: string;
  workspaceId: string;
  role: Role;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  usesMax: number;
  uses: number;
  revokedAt: Date | null;
}

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const count = { type: Number, required: true } as const;
const invitationSchema = new Schema<InvitationRecord>(
  {
    _id: text,
    tokenHash: text,
    workspaceId: text,
    role: text,
    createdBy: text,
    createdAt: date,
    expiresAt: date,
    usesMax: count,
    uses: count,
    revokedAt: { type: Date, default: null },
  },
  // The sign-in library has a collection named `invitation` for invitations by e-mail; ours are links.
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'invitationLinks' },
);
invitationSchema.index({ tokenHash: 1 }, { unique: true });
invitationSchema.index({ workspaceId: 1, createdAt: -1, _id: 1 });

/** Invitations in MongoDB; a use is counted by one conditional update, so that two cannot share the last [INVITE4]. */
export class MongoInvitationRepository implements InvitationRepository {
  readonly #model: Model<InvitationRecord>;
  readonly #now: () => Date;

  constructor(connection: Connection, now: () => Date) {
    this.#model =
      connection.models.InvitationLink ??
      connection.model<InvitationRecord>('InvitationLink', invitationSchema);
    this.#now = now;
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  async create({ id, ...invitation }: Invitation, tokenHash: string): Promise<void> {
    await this.#model.create({ _id: id, tokenHash, revokedAt: null, ...invitation });
  }

  async usableOf(workspaceId: string, { after, limit }: PageQuery): Promise<readonly Invitation[]> {
    const behind =
      after === null
        ? {}
        : { $or: [{ createdAt: { $lt: after.at } }, { createdAt: after.at, _id: { $gt: after.id } }] };
    const records = await this.#model
      .find({ workspaceId, ...behind, ...this.#usable() })
      .sort({ createdAt: -1, _id: 1 })
      .limit(limit)
      .lean();
    return records.map(invitationOf);
  }

  async countUsable(workspaceId: string): Promise<number> {
    return this.#model.countDocuments({ workspaceId, ...this.#usable() });
  }

  async usableById(ids: readonly string[]): Promise<readonly Invitation[]> {
    const records = await this.#model.find({ _id: { $in: [...ids] }, ...this.#usable() }).lean();
    return records.map(invitationOf);
  }

  async findUsable(tokenHash: string): Promise<Invitation | null> {
    const record = await this.#model.findOne({ tokenHash, ...this.#usable() }).lean();
    return record === null ? null : invitationOf(record);
  }

  async takeUse(tokenHash: string): Promise<Invitation | null> {
    const record = await this.#model
      .findOneAndUpdate({ tokenHash, ...this.#usable() }, { $inc: { uses: 1 } }, { returnDocument: 'after' })
      .lean();
    return record === null ? null : invitationOf(record);
  }

  async giveBack(id: string): Promise<void> {
    await this.#model.updateOne({ _id: id, uses: { $gt: 0 } }, { $inc: { uses: -1 } });
  }

  async revoke(workspaceId: string, id: string): Promise<boolean> {
    const { modifiedCount } = await this.#model.updateOne(
      { _id: id, workspaceId, ...this.#usable() },
      { $set: { revokedAt: this.#now() } },
    );
    return modifiedCount === 1;
  }

  #usable() {
    return {
      revokedAt: null,
      expiresAt: { $gt: this.#now() },
      $expr: { $lt: ['$uses', '$usesMax'] },
    };
  }
}

function invitationOf(record: InvitationRecord): Invitation {
  const { _id: id, workspaceId, role, createdBy, createdAt, expiresAt, usesMax, uses } = record;
  return { id, workspaceId, role, createdBy, createdAt, expiresAt, usesMax, uses };
}
