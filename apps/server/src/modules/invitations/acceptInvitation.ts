import { z } from 'zod';
import type { CreatedAccount } from '../../auth/Accounts.ts';
import type { Actor } from '../../auth/Actor.ts';
import { accountInputSchema, teamSchema } from '../../auth/accountInput.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import { workspacesPerPersonMax } from '../workspaces/createWorkspace.ts';
import type { InvitationPorts } from './InvitationPorts.ts';
import type { Invitation } from './InvitationRepository.ts';
import { openInvitation } from './openInvitation.ts';

/** Where an invitation led. */
export interface Joined {
  readonly workspaceId: string;
}

const joinSchema = z.object({ team: teamSchema.default('OTHER') });

/** Where an invitation led somebody who has an account; `isNew` unless they were there already. */
export interface JoinedAsMember extends Joined {
  readonly isNew: boolean;
}

/** Joins with the account that is signed in. Who is a member already stays as they are, and uses nothing up [INVITE5]. */
export async function joinByInvitation(
  ports: InvitationPorts,
  actor: Actor,
  token: string,
  input: unknown,
): Promise<JoinedAsMember> {
  const { userId } = permit(actor, 'workspace:join', 'self');
  const { team } = parseInput(joinSchema, input);
  const { invitation, tokenHash } = await openInvitation(ports, token);
  const { workspaceId, role } = invitation;
  if ((await ports.workspaces.membership(workspaceId, userId)) !== null) return { workspaceId, isNew: false };
  if ((await ports.workspaces.countOf(userId)) >= workspacesPerPersonMax) {
    throw new DomainError('LIMIT', { messageKey: 'errors.tooManyWorkspaces' });
  }
  const isNew = await withOneUse(ports, tokenHash, async () => {
    const added = await ports.workspaces.add({ workspaceId, userId, role, team });
    return { keep: added, value: added };
  });
  ports.forgetActors();
  return { workspaceId, isNew };
}

/** Makes an account by invitation, signs it in and joins [INVITE6]. */
export async function signUpByInvitation(
  ports: InvitationPorts,
  token: string,
  input: unknown,
  address: string,
): Promise<Joined & CreatedAccount> {
  const { invitation, tokenHash } = await openInvitation(ports, token);
  const { team, ...account } = parseInput(accountInputSchema, input);
  const { workspaceId, role } = invitation;
  return withOneUse(ports, tokenHash, async () => {
    const created = await ports.accounts.create(account, address);
    await ports.workspaces.add({ workspaceId, userId: created.userId, role, team });
    return { keep: true, value: { workspaceId, ...created } };
  });
}

/** Counts the use before it is made use of, so that the last one is never given twice, and gives it back if nothing came of it. */
async function withOneUse<T>(
  ports: InvitationPorts,
  tokenHash: string,
  use: (invitation: Invitation) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  const taken = await ports.invitations.takeUse(tokenHash);
  if (taken === null) throw new DomainError('INVITATION_NOT_FOUND');
  let kept = false;
  try {
    const { keep, value } = await use(taken);
    kept = keep;
    return value;
  } finally {
    if (!kept) await ports.invitations.giveBack(taken.id);
  }
}
