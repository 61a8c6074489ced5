import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { InvitationPorts } from './InvitationPorts.ts';

/** Ends a link at once. People who joined by it stay. */
export async function revokeInvitation(
  ports: Pick<InvitationPorts, 'invitations'>,
  actor: Actor,
  input: { readonly workspaceId: string; readonly invitationId: string },
): Promise<void> {
  const { workspaceId, invitationId } = input;
  permit(actor, 'invitation:revoke', { workspaceId });
  if (!(await ports.invitations.revoke(workspaceId, invitationId))) {
    throw new DomainError('NOT_FOUND', { field: 'invitationId' });
  }
}
