import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { InvitationPorts } from './InvitationPorts.ts';

type Ports = Pick<InvitationPorts, 'invitations'>;

interface Revocation {
  readonly workspaceId: string;
  readonly invitationId: string;
}

/** Whether a link still lets somebody in. */
export async function isUsable(
  { invitations }: Ports,
  { workspaceId, invitationId }: Revocation,
): Promise<boolean> {
  return (await invitations.usableById([invitationId])).some((found) => found.workspaceId === workspaceId);
}

/** Whether somebody may end a link that is there; throws otherwise. */
export async function permitRevocation(ports: Ports, actor: Actor, input: Revocation): Promise<void> {
  permit(actor, 'invitation:revoke', { workspaceId: input.workspaceId });
  if (!(await isUsable(ports, input))) throw new DomainError('NOT_FOUND', { field: 'invitationId' });
}

/** Ends a link at once. People who joined by it stay. */
export async function revokeInvitation(ports: Ports, actor: Actor, input: Revocation): Promise<void> {
  const { workspaceId, invitationId } = input;
  permit(actor, 'invitation:revoke', { workspaceId });
  if (!(await ports.invitations.revoke(workspaceId, invitationId))) {
    throw new DomainError('NOT_FOUND', { field: 'invitationId' });
  }
}
