import { decide } from '@jejak/access';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { PageQuery } from '../workspaces/WorkspaceRepository.ts';
import type { InvitationPorts } from './InvitationPorts.ts';
import type { Invitation } from './InvitationRepository.ts';

type Ports = Pick<InvitationPorts, 'invitations'>;

/** Usable invitations of a workspace, newest first, without their secrets. */
export async function listInvitations(
  { invitations }: Ports,
  actor: Actor,
  workspaceId: string,
  page: PageQuery,
): Promise<readonly Invitation[]> {
  permit(actor, 'invitation:create', { workspaceId });
  return invitations.usableOf(workspaceId, page);
}

/** How many usable invitations a workspace has. */
export async function countInvitations(
  { invitations }: Ports,
  actor: Actor,
  workspaceId: string,
): Promise<number> {
  permit(actor, 'invitation:create', { workspaceId });
  return invitations.countUsable(workspaceId);
}

/** Usable invitations by id, in the order of the ids; null for absent ones and those one may not know. */
export async function findInvitations(
  { invitations }: Ports,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly (Invitation | null)[]> {
  const found = new Map((await invitations.usableById(ids)).map((invitation) => [invitation.id, invitation]));
  return ids.map((id) => {
    const invitation = found.get(id);
    if (invitation === undefined) return null;
    const { workspaceId } = invitation;
    return decide(actor, 'invitation:create', { workspaceId }).allowed ? invitation : null;
  });
}
