import { decide } from '@jejak/access';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { identityPorts } from './services.ts';
import type { Member } from './WorkspaceRepository.ts';

function mayKnow({ actor }: GraphqlContext, workspaceId: string): boolean {
  return decide(actor, 'members:read', { workspaceId }).allowed;
}

/** Members by the ids of their memberships; null for absent ones and for those whom one may not know. */
export const memberBatch: Batch<string, Member> = async (ids, context) => {
  const found = await identityPorts(context).workspaces.findMembersById(ids);
  const byId = new Map(found.map((member) => [member.id, member]));
  return ids.map((id) => {
    const member = byId.get(id);
    return member !== undefined && mayKnow(context, member.workspaceId) ? member : null;
  });
};

/** Names of people in workspaces, by both ids with a space between; read once in a request, whoever asks. */
const nameBatch: Batch<string, string> = async (keys, context) => {
  const places = keys.map((key) => {
    const [workspaceId = '', userId = ''] = key.split(' ');
    return { workspaceId, userId };
  });
  const found = await identityPorts(context).workspaces.findMembers(places);
  const names = new Map(found.map(({ workspaceId, userId, name }) => [`${workspaceId} ${userId}`, name]));
  return keys.map((key) => names.get(key) ?? null);
};

/** The name of a member; null for who has left, and for those who may not know who is in the workspace. */
export async function memberName(
  workspaceId: string,
  userId: string,
  context: GraphqlContext,
): Promise<string | null> {
  if (!mayKnow(context, workspaceId)) return null;
  return context.loaders.get(nameBatch).load(`${workspaceId} ${userId}`);
}
