import type { Role } from '@jejak/access';
import type { PageQuery } from '../workspaces/WorkspaceRepository.ts';

/** A link into a workspace. The secret in the link is kept nowhere, only its hash. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usesMax: number;
  readonly uses: number;
}

/** Keeps invitations. "Usable" means: not revoked, not expired, not used up. */
export interface InvitationRepository {
  create(invitation: Invitation, tokenHash: string): Promise<void>;
  /** The usable ones of a workspace, newest first. */
  usableOf(workspaceId: string, page: PageQuery): Promise<readonly Invitation[]>;
  countUsable(workspaceId: string): Promise<number>;
  /** The usable ones of these, in no order. */
  usableById(ids: readonly string[]): Promise<readonly Invitation[]>;
  findUsable(tokenHash: string): Promise<Invitation | null>;
  /** Counts one use if the invitation is still usable, in one atomic step; null when it is not. */
  takeUse(tokenHash: string): Promise<Invitation | null>;
  /** Gives a use back that led to nothing. */
  giveBack(id: string): Promise<void>;
  /** False when the workspace has no such usable invitation. */
  revoke(workspaceId: string, id: string): Promise<boolean>;
}
