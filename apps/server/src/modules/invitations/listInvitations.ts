import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { InvitationPorts } from './InvitationPorts.ts';
import type { Invitation } from './InvitationRepository.ts';

/** The usable invitations of a workspace, newest first, without their secrets. */
export async function listInvitations(
  ports: Pick<InvitationPorts, 'invitations'>,
  actor: Actor,
  workspaceId: string,
): Promise<readonly Invitation[]> {
  permit(actor, 'invitation:create', { workspaceId });
  return ports.invitations.usableOf(workspaceId);
}
