import type { Role } from '@jejak/access';
import type { Team } from '@jejak/journey-model';

/** A workspace, without the people in it. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A person's place in a workspace. */
export interface Membership {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: Role;
  readonly team: Team;
  readonly joinedAt: Date;
}

/** A member as shown to the others. */
export interface Member extends Membership {
  readonly name: string;
  readonly email: string;
}

/** Part of a list that is sorted by a moment: what comes behind a place, at most so many. */
export interface PageQuery {
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** A person in a workspace, who need not be there. */
export interface Place {
  readonly workspaceId: string;
  readonly userId: string;
}

/** How the members stood when a change of one of them was judged. */
export interface MembersAtChange {
  /** Who asks; null when they are no longer a member. */
  readonly by: Membership | null;
  readonly member: Membership | null;
  readonly owners: number;
}

/** Keeps workspaces and who is in them. */
export interface WorkspaceRepository {
  findMany(ids: readonly string[]): Promise<readonly Workspace[]>;
  /** Makes a workspace with its first owner, or the rest of one that is half made. */
  create(workspace: {
    readonly id: string;
    readonly name: string;
    readonly ownerId: string;
    readonly team: Team;
  }): Promise<void>;
  /** Removes a workspace that was just made, with its members. */
  discard(workspaceId: string): Promise<void>;
  membership(workspaceId: string, userId: string): Promise<Membership | null>;
  /** Members in the order they joined. */
  members(workspaceId: string, page: PageQuery): Promise<readonly Member[]>;
  countMembers(workspaceId: string): Promise<number>;
  /** Those who are members, in no order. */
  findMembers(places: readonly Place[]): Promise<readonly Member[]>;
  /** Members by the ids of their memberships, in no order. */
  findMembersById(ids: readonly string[]): Promise<readonly Member[]>;
  countOf(userId: string): Promise<number>;
  /** Adds a person; false when they are a member already. */
  add(membership: {
    readonly workspaceId: string;
    readonly userId: string;
    readonly role: Role;
    readonly team: Team;
  }): Promise<boolean>;
  setTeam(workspaceId: string, userId: string, team: Team): Promise<boolean>;
  /**
   * Changes a member's role, or removes the member (null). `judge` sees the members as they are at the very
   * moment of the change, also when several changes race; what it throws stops the change.
   */
  change(
    change: {
      readonly workspaceId: string;
      readonly userId: string;
      readonly byUserId: string;
      readonly role: Role | null;
    },
    judge: (members: MembersAtChange) => void,
  ): Promise<void>;
  /** Carries out a change that was decided, but not carried out because its process died. */
  settle(workspaceId: string): Promise<void>;
}
