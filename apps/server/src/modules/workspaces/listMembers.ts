import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';
import type { Member, PageQuery } from './WorkspaceRepository.ts';

type Ports = Pick<WorkspacePorts, 'workspaces'>;

/** Members of a workspace, in the order they joined. */
export async function listMembers(
  { workspaces }: Ports,
  actor: Actor,
  workspaceId: string,
  page: PageQuery,
): Promise<readonly Member[]> {
  permit(actor, 'members:read', { workspaceId });
  return workspaces.members(workspaceId, page);
}

/** How many members a workspace has. */
export async function countMembers(
  { workspaces }: Ports,
  actor: Actor,
  workspaceId: string,
): Promise<number> {
  permit(actor, 'members:read', { workspaceId });
  return workspaces.countMembers(workspaceId);
}
