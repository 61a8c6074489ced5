import type { Role } from '@jejak/access';
import type { Team } from '@jejak/journey-model';
import type { PipelineStage } from 'mongoose';
import type { IdentityModels, MemberChange, MemberRecord, UserRecord } from '../../auth/identityModels.ts';
import { isDuplicateKey } from '../../auth/isDuplicateKey.ts';
import { newRecordId } from '../../auth/secretToken.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type {
  Member,
  MembersAtChange,
  Membership,
  PageQuery,
  Place,
  Workspace,
  WorkspaceRepository,
} from './WorkspaceRepository.ts';

/** Changes of one workspace at the same moment; each try lets one of them through. */
const changeTriesMax = 64;

/** Workspaces as organisations of the sign-in library. */
export class MongoWorkspaceRepository implements WorkspaceRepository {
  readonly #models: IdentityModels;
  readonly #now: () => Date;

  constructor(models: IdentityModels, now: () => Date) {
    this.#models = models;
    this.#now = now;
  }

  async findMany(ids: readonly string[]): Promise<readonly Workspace[]> {
    const found = await this.#models.Organization.find({ _id: { $in: [...ids] } }).lean();
    return found.map(({ _id, name, createdAt }) => ({ id: _id, name, createdAt }));
  }

  async create(workspace: { id: string; name: string; ownerId: string; team: Team }): Promise<void> {
    const { id, name, ownerId, team } = workspace;
    const { Organization } = this.#models;
    const createdAt = this.#now();
    try {
      await Organization.create({
        _id: id,
        name,
        slug: id,
        createdAt,
        memberRevision: 0,
        memberChange: null,
      });
    } catch (error) {
      // Half made by a node that ended.
      if (!isDuplicateKey(error)) throw error;
    }
    await this.add({ workspaceId: id, userId: ownerId, role: 'owner', team });
  }

  async discard(workspaceId: string): Promise<void> {
    await this.#models.Member.deleteMany({ organizationId: workspaceId });
    await this.#models.Organization.deleteOne({ _id: workspaceId });
  }

  async membership(workspaceId: string, userId: string): Promise<Membership | null> {
    const record = await this.#models.Member.findOne({ organizationId: workspaceId, userId }).lean();
    return record === null ? null : membershipOf(record);
  }

  async members(workspaceId: string, { after, limit }: PageQuery): Promise<readonly Member[]> {
    const behind =
      after === null
        ? {}
        : { $or: [{ createdAt: { $gt: after.at } }, { createdAt: after.at, _id: { $gt: after.id } }] };
    return this.#read([
      { $match: { organizationId: workspaceId, ...behind } },
      { $sort: { createdAt: 1, _id: 1 } },
      { $limit: limit },
    ]);
  }

  async countMembers(workspaceId: string): Promise<number> {
    return this.#models.Member.countDocuments({ organizationId: workspaceId });
  }

  async findMembers(places: readonly Place[]): Promise<readonly Member[]> {
    const people = new Map<string, Set<string>>();
    for (const { workspaceId, userId } of places)
      people.set(workspaceId, (people.get(workspaceId) ?? new Set()).add(userId));
    const wanted = [...people].map(([organizationId, userIds]) => ({
      organizationId,
      userId: { $in: [...userIds] },
    }));
    return wanted.length === 0 ? [] : this.#read([{ $match: { $or: wanted } }]);
  }

  async findMembersById(ids: readonly string[]): Promise<readonly Member[]> {
    return this.#read([{ $match: { _id: { $in: [...ids] } } }]);
  }

  /** Members with their names, in one question. */
  async #read(stages: readonly PipelineStage[]): Promise<readonly Member[]> {
    const { Member, User } = this.#models;
    const found = await Member.aggregate<MemberRecord & { readonly user: UserRecord }>([
      ...stages,
      { $lookup: { from: User.collection.name, localField: 'userId', foreignField: '_id', as: 'user' } },
      { $unwind: '$user' },
    ]);
    return found.map(({ user, ...record }) => ({
      ...membershipOf(record),
      name: user.name,
      email: user.email,
    }));
  }

  async countOf(userId: string): Promise<number> {
    return this.#models.Member.countDocuments({ userId });
  }

  async add(membership: { workspaceId: string; userId: string; role: Role; team: Team }): Promise<boolean> {
    const { workspaceId, userId, role, team } = membership;
    try {
      await this.#models.Member.create({
        _id: newRecordId('mem'),
        organizationId: workspaceId,
        userId,
        role,
        team,
        createdAt: this.#now(),
        revision: 0,
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async setTeam(workspaceId: string, userId: string, team: Team): Promise<boolean> {
    const { matchedCount } = await this.#models.Member.updateOne(
      { organizationId: workspaceId, userId },
      { $set: { team } },
    );
    return matchedCount === 1;
  }

  /**
   * Members are documents of their own, so the workspace's document decides the order of changes [WORK3]: a
   * change is judged, written there as the next revision (only if no other got in between), then carried out.
   * A change that was written but not carried out, because its process died, is carried out by the next one, or by `settle`.
   */
  async change(
    change: { workspaceId: string; userId: string; byUserId: string; role: Role | null },
    judge: (members: MembersAtChange) => void,
  ): Promise<void> {
    const { workspaceId, userId, byUserId, role } = change;
    const { Organization } = this.#models;
    for (let tries = 0; tries < changeTriesMax; tries += 1) {
      const workspace = await Organization.findById(workspaceId).lean();
      if (workspace === null) throw new DomainError('NOT_FOUND');
      if (workspace.memberChange !== null) {
        await this.#carryOut(workspaceId, workspace.memberChange);
        continue;
      }
      const [by, member, owners] = await Promise.all([
        this.membership(workspaceId, byUserId),
        this.membership(workspaceId, userId),
        this.#models.Member.countDocuments({ organizationId: workspaceId, role: 'owner' }),
      ]);
      judge({ by, member, owners });
      if (member === null) throw new DomainError('NOT_FOUND', { field: 'userId' });
      const revision = workspace.memberRevision + 1;
      const memberChange: MemberChange = { memberId: member.id, role, revision };
      const { modifiedCount } = await Organization.updateOne(
        { _id: workspaceId, memberRevision: workspace.memberRevision, memberChange: null },
        { $set: { memberChange, memberRevision: revision } },
      );
      if (modifiedCount === 1) {
        await this.#carryOut(workspaceId, memberChange);
        return;
      }
    }
    throw new DomainError('CONFLICT');
  }

  async settle(workspaceId: string): Promise<void> {
    const workspace = await this.#models.Organization.findById(workspaceId).lean();
    if (workspace?.memberChange) await this.#carryOut(workspaceId, workspace.memberChange);
  }

  /** Doing it twice, or late, changes nothing: the record remembers the last revision it has seen. */
  async #carryOut(workspaceId: string, { memberId, role, revision }: MemberChange): Promise<void> {
    const { Member, Organization } = this.#models;
    const earlier = { _id: memberId, revision: { $lt: revision } };
    if (role === null) await Member.deleteOne(earlier);
    else await Member.updateOne(earlier, { $set: { role, revision } });
    await Organization.updateOne(
      { _id: workspaceId, 'memberChange.revision': revision },
      { $set: { memberChange: null } },
    );
  }
}

function membershipOf(record: MemberRecord): Membership {
  return {
    id: record._id,
    workspaceId: record.organizationId,
    userId: record.userId,
    role: record.role,
    team: record.team,
    joinedAt: record.createdAt,
  };
}
