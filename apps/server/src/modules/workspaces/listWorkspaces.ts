import { decide, type Role } from '@jejak/access';
import type { Team } from '@jejak/journey-model';
import type { Actor } from '../../auth/Actor.ts';
import { permitSignedIn } from '../../auth/permit.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';
import type { Workspace } from './WorkspaceRepository.ts';

/** A workspace with the place that the one who asks has in it. */
export interface OwnWorkspace extends Workspace {
  readonly role: Role;
  readonly team: Team;
}

/** The workspaces of whoever asks, in the order they joined them. */
export async function listWorkspaces(
  ports: Pick<WorkspacePorts, 'workspaces'>,
  actor: Actor,
): Promise<readonly OwnWorkspace[]> {
  const { memberships } = permitSignedIn(actor);
  const readable = memberships.filter(
    ({ workspaceId }) => decide(actor, 'workspace:read', { workspaceId }).allowed,
  );
  const found = await ports.workspaces.findMany(readable.map(({ workspaceId }) => workspaceId));
  const byId = new Map(found.map((workspace) => [workspace.id, workspace]));
  return readable.flatMap(({ workspaceId, role, team }) => {
    const workspace = byId.get(workspaceId);
    return workspace ? [{ ...workspace, role, team }] : [];
  });
}
