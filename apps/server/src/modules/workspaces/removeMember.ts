import { mayAssign } from '@jejak/access';
import { CloseCode } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { roleAtChange } from './roleAtChange.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

interface Removal {
  readonly workspaceId: string;
  readonly userId: string;
}

function isLeaving(actor: Actor, { userId }: Removal): boolean {
  return actor.kind === 'member' && actor.userId === userId;
}

/** Whether somebody may take a member out of a workspace; throws otherwise. */
export function permitRemoval(actor: Actor, removal: Removal): ReturnType<typeof permit> {
  const { workspaceId } = removal;
  return permit(actor, isLeaving(actor, removal) ? 'membership:change' : 'members:manage', { workspaceId });
}

/** Takes a member out of a workspace, or leaves it oneself. The last owner stays [WORK3]. */
export async function removeMember(ports: WorkspacePorts, actor: Actor, input: Removal): Promise<void> {
  const { workspaceId, userId } = input;
  const leaving = isLeaving(actor, input);
  const who = permitRemoval(actor, input);
  const byUserId = who.userId;
  await ports.workspaces.change({ workspaceId, userId, byUserId, role: null }, ({ by, member, owners }) => {
    const byRole = roleAtChange(who, workspaceId, by);
    if (member === null) throw new DomainError('NOT_FOUND', { field: 'userId' });
    if (!leaving && !mayAssign(byRole, member.role, null)) {
      throw new DomainError('FORBIDDEN', { field: 'userId' });
    }
    if (member.role === 'owner' && owners <= 1) throw new DomainError('LAST_OWNER', { field: 'userId' });
  });
  await ports.endAccess({ userId, workspaceId }, CloseCode.Forbidden);
}
