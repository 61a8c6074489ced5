import { mayAssign, type Role } from '@jejak/access';
import { CloseCode } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { roleAtChange } from './roleAtChange.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';
import type { Membership } from './WorkspaceRepository.ts';

interface NewRole {
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: Role;
}

/**
 * Gives a member another role. A workspace never loses its last owner, also when two step down at once [WORK3]. `isDone`
 * where an earlier run wrote it and came no further.
 */
export async function setMemberRole(
  ports: WorkspacePorts,
  actor: Actor,
  input: NewRole,
  isDone = false,
): Promise<Membership> {
  const { workspaceId, userId } = input;
  if (!isDone) await writeRole(ports, actor, input);
  await ports.endAccess({ userId, workspaceId }, CloseCode.AccessChanged);
  const changed = await ports.workspaces.membership(workspaceId, userId);
  if (changed === null) throw new DomainError('NOT_FOUND', { field: 'userId' });
  return changed;
}

async function writeRole(ports: WorkspacePorts, actor: Actor, input: NewRole): Promise<void> {
  const { workspaceId, userId, role } = input;
  const who = permit(actor, 'members:manage', { workspaceId });
  const byUserId = who.userId;
  await ports.workspaces.change({ workspaceId, userId, byUserId, role }, ({ by, member, owners }) => {
    const byRole = roleAtChange(who, workspaceId, by);
    if (member === null) throw new DomainError('NOT_FOUND', { field: 'userId' });
    if (!mayAssign(byRole, member.role, role)) throw new DomainError('FORBIDDEN', { field: 'role' });
    if (member.role === 'owner' && role !== 'owner' && owners <= 1) {
      throw new DomainError('LAST_OWNER', { field: 'role' });
    }
  });
}
