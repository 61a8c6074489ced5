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

/**
 * Takes a member out of a workspace, or leaves it oneself. The last owner stays [WORK3]. `isDone` where an earlier run
 * wrote it and came no further.
 */
export async function removeMember(
  ports: WorkspacePorts,
  actor: Actor,
  removal: Removal,
  isDone = false,
): Promise<void> {
  const { workspaceId, userId } = removal;
  if (!isDone) await writeRemoval(ports, actor, removal);
  await ports.endAccess({ userId, workspaceId }, CloseCode.Forbidden);
}

async function writeRemoval(ports: WorkspacePorts, actor: Actor, removal: Removal): Promise<void> {
  const { workspaceId, userId } = removal;
  const leaving = isLeaving(actor, removal);
  const who = permitRemoval(actor, removal);
  const byUserId = who.userId;
  await ports.workspaces.change({ workspaceId, userId, byUserId, role: null }, ({ by, member, owners }) => {
    const byRole = roleAtChange(who, workspaceId, by);
    if (member === null) throw new DomainError('NOT_FOUND', { field: 'userId' });
    if (!leaving && !mayAssign(byRole, member.role, null)) {
      throw new DomainError('FORBIDDEN', { field: 'userId' });
    }
    if (member.role === 'owner' && owners <= 1) throw new DomainError('LAST_OWNER', { field: 'userId' });
  });
}
