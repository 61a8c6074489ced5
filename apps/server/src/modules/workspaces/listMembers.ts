import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';
import type { Member } from './WorkspaceRepository.ts';

/** The members of a workspace, in the order they joined. */
export async function listMembers(
  ports: Pick<WorkspacePorts, 'workspaces'>,
  actor: Actor,
  workspaceId: string,
): Promise<readonly Member[]> {
  permit(actor, 'members:read', { workspaceId });
  return ports.workspaces.membersOf([workspaceId]);
}
