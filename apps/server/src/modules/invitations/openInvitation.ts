import { mayInvite, type Role } from '@jejak/access';
import { DomainError } from '../../errors/DomainError.ts';
import type { Member, Workspace } from '../workspaces/WorkspaceRepository.ts';
import type { InvitationPorts } from './InvitationPorts.ts';
import type { Invitation } from './InvitationRepository.ts';

/** Secrets of ours are shorter; longer ones are not even hashed. */
const tokenLengthMax = 128;

/** A usable invitation with what it leads to. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly tokenHash: string;
  readonly workspace: Workspace;
  readonly inviter: Member;
}

/**
 * Finds the invitation of a link. Absent, expired, used-up, revoked, and made by somebody who may no longer
 * invite: all get the same answer [INVITE3].
 */
export async function openInvitation(
  ports: Pick<InvitationPorts, 'invitations' | 'workspaces' | 'hashToken'>,
  token: string,
): Promise<OpenInvitation> {
  const notFound = () => new DomainError('INVITATION_NOT_FOUND');
  if (token.length > tokenLengthMax) throw notFound();
  const tokenHash = ports.hashToken(token);
  const invitation = await ports.invitations.findUsable(tokenHash);
  if (invitation === null) throw notFound();
  const { workspaceId, createdBy } = invitation;
  const [[workspace], [inviter]] = await Promise.all([
    ports.workspaces.findMany([workspaceId]),
    ports.workspaces.findMembers([{ workspaceId, userId: createdBy }]),
  ]);
  if (!workspace || !inviter || !mayInvite(inviter.role, invitation.role)) throw notFound();
  return { invitation, tokenHash, workspace, inviter };
}

/** What whoever holds a link may know before joining. */
export interface InvitationPreview {
  readonly workspaceName: string;
  readonly inviterName: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** Tells what a link leads to. */
export async function previewInvitation(ports: InvitationPorts, token: string): Promise<InvitationPreview> {
  const { invitation, workspace, inviter } = await openInvitation(ports, token);
  const { role, expiresAt } = invitation;
  return { workspaceName: workspace.name, inviterName: inviter.name, role, expiresAt };
}
