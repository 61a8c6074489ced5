import { type Role, roleAmongMembers, roleIn } from '@jejak/access';
import type { SignedIn } from '../../auth/permit.ts';
import { deniedError } from '../../errors/DomainError.ts';
import type { Membership } from './WorkspaceRepository.ts';

/**
 * The role by which a change of members is judged: that of the person at that moment; a token of the workspace, which
 * is no member, has its own. `NOT_FOUND` for a person who is no longer a member.
 */
export function roleAtChange(actor: SignedIn, workspaceId: string, by: Membership | null): Role {
  const role = actor.token?.kind === 'WORKSPACE' ? roleIn(actor, workspaceId) : by?.role;
  if (role === null || role === undefined) throw deniedError('NOT_FOUND');
  return roleAmongMembers(actor, role);
}
