import { decide } from '@jejak/access';
import { permit } from '../../auth/permit.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { identityPorts } from './services.ts';
import type { Member } from './WorkspaceRepository.ts';

/** The members of workspaces, for those who may know them; read once in a request, whoever asks. */
export const memberBatch: Batch<string, readonly Member[]> = async (ids, context) => {
  for (const workspaceId of ids) permit(context.actor, 'members:read', { workspaceId });
  const members = await identityPorts(context).workspaces.membersOf(ids);
  return ids.map((id) => members.filter(({ workspaceId }) => workspaceId === id));
};

/** The name of a member; null for who has left, and for those who may not know who is in the workspace. */
export async function memberName(
  workspaceId: string,
  userId: string,
  context: GraphqlContext,
): Promise<string | null> {
  if (!decide(context.actor, 'members:read', { workspaceId }).allowed) return null;
  const members = await context.loaders.get(memberBatch).load(workspaceId);
  return members?.find((member) => member.userId === userId)?.name ?? null;
}
