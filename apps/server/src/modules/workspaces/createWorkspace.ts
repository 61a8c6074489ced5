import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { nameSchema, teamSchema } from '../../auth/accountInput.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

/** How many workspaces one person may be in. */
export const workspacesPerPersonMax = 50;

const inputSchema = z.object({ name: nameSchema, team: teamSchema });

/** Begins a workspace; whoever does is its owner. Resolves with its id. */
export async function createWorkspace(
  ports: WorkspacePorts,
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<string> {
  const { userId } = permit(actor, 'workspace:create', 'self');
  const { name, team } = parseInput(inputSchema, input);
  if ((await ports.workspaces.countOf(userId)) >= workspacesPerPersonMax) {
    throw new DomainError('LIMIT', { messageKey: 'errors.tooManyWorkspaces' });
  }
  const id = ports.newWorkspaceId();
  await ports.workspaces.create({ id, name, ownerId: userId, team });
  ports.forgetActors();
  return id;
}
