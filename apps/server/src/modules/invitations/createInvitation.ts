import { mayInvite, type Role, roles } from '@jejak/access';
import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { InvitationPorts } from './InvitationPorts.ts';
import type { Invitation } from './InvitationRepository.ts';

/** Usable invitations that one workspace may have at a time. */
export const invitationsPerWorkspaceMax = 100;

const dayMs = 24 * 60 * 60_000;

const inputSchema = z.object({
  workspaceId: z.string(),
  role: z.enum(roles),
  expiresInDays: z.int().min(1, 'errors.expiryOutOfRange').max(30, 'errors.expiryOutOfRange').default(7),
  usesMax: z.int().min(1, 'errors.usesOutOfRange').max(500, 'errors.usesOutOfRange').default(25),
});

/** A new invitation and the secret of its link, told this once. */
export interface CreatedInvitation {
  readonly invitation: Invitation;
  readonly token: string;
}

/** Makes a link that gives a role in a workspace [INVITE1]. */
export async function createInvitation(
  ports: InvitationPorts,
  actor: Actor,
  input: {
    readonly workspaceId: string;
    readonly role: Role;
    readonly expiresInDays?: number | undefined;
    readonly usesMax?: number | undefined;
  },
): Promise<CreatedInvitation> {
  const { workspaceId } = input;
  const { userId } = permit(actor, 'invitation:create', { workspaceId });
  const { role, expiresInDays, usesMax } = parseInput(inputSchema, input);
  const maker = await ports.workspaces.membership(workspaceId, userId);
  if (maker === null) throw new DomainError('NOT_FOUND');
  if (!mayInvite(maker.role, role)) throw new DomainError('FORBIDDEN', { field: 'role' });
  if ((await ports.invitations.countUsable(workspaceId)) >= invitationsPerWorkspaceMax) {
    throw new DomainError('LIMIT', { messageKey: 'errors.tooManyInvitations' });
  }
  const createdAt = ports.now();
  const invitation: Invitation = {
    id: ports.newInvitationId(),
    workspaceId,
    role,
    createdBy: userId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + expiresInDays * dayMs),
    usesMax,
    uses: 0,
  };
  const token = ports.newToken();
  await ports.invitations.create(invitation, ports.hashToken(token));
  return { invitation, token };
}
