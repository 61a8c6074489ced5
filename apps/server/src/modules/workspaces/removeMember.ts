import { mayAssign } from '@jejak/access';
import { CloseCode } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { roleAtChange } from './roleAtChange.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

/** Takes a member out of a workspace, or leaves it oneself. The last owner stays [WORK3]. */
export async function removeMember(
  ports: WorkspacePorts,
  actor: Actor,
  input: { readonly workspaceId: string; readonly userId: string },
): Promise<void> {
  const { workspaceId, userId } = input;
  const leaving = actor.kind === 'member' && actor.userId === userId;
  const who = permit(actor, leaving ? 'membership:change' : 'members:manage', { workspaceId });
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
