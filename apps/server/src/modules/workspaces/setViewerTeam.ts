import type { Team } from '@jejak/journey-model';
import { CloseCode } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { teamSchema } from '../../auth/accountInput.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

/** Says which team one belongs to in a workspace. Others see it with one's name, so sockets come back with the new one. */
export async function setViewerTeam(
  ports: WorkspacePorts,
  actor: Actor,
  input: { readonly workspaceId: string; readonly team: Team },
): Promise<void> {
  const { workspaceId } = input;
  const { userId } = permit(actor, 'membership:change', { workspaceId });
  const team = parseInput(teamSchema, input.team);
  if (!(await ports.workspaces.setTeam(workspaceId, userId, team))) throw new DomainError('NOT_FOUND');
  await ports.endAccess({ userId, workspaceId }, CloseCode.AccessChanged);
}
