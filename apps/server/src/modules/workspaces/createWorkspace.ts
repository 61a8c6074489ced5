import { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { nameSchema, teamSchema } from '../../auth/accountInput.ts';
import { permit } from '../../auth/permit.ts';
import { recordIdOf } from '../../auth/secretToken.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { Run } from '../mutations/runOnce.ts';
import type { WorkspacePorts } from './WorkspacePorts.ts';

/** How many workspaces one person may be in. */
export const workspacesPerPersonMax = 50;

const inputSchema = z.object({ name: nameSchema, team: teamSchema });

/** Begins a workspace; whoever does is its owner. Resolves with its id. */
export async function createWorkspace(
  ports: WorkspacePorts,
  actor: Actor,
  input: z.input<typeof inputSchema>,
  run: Pick<Run, 'seed' | 'again'> | null = null,
): Promise<string> {
  const { userId } = permit(actor, 'workspace:create', 'self');
  const { name, team } = parseInput(inputSchema, input);
  // Whoever goes on for somebody who ended makes the same.
  const id = run === null ? ports.newWorkspaceId() : recordIdOf('wsp', run.seed);
  const isMade = run?.again != null && (await ports.workspaces.membership(id, userId)) !== null;
  if (isMade) return id;
  if ((await ports.workspaces.countOf(userId)) >= workspacesPerPersonMax) {
    throw new DomainError('LIMIT', { messageKey: 'errors.tooManyWorkspaces' });
  }
  await ports.workspaces.create({ id, name, ownerId: userId, team });
  ports.forgetActors();
  return id;
}
