import { type ActorRef, decide } from '@jejak/access';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { mapBatch } from '../maps/mapContent.ts';
import { identityPorts } from '../workspaces/services.ts';

/** Who did something, and on which map. */
export interface EventActor extends ActorRef {
  readonly mapId: string;
}

const namesBatch: Batch<string, ReadonlyMap<string, string>> = async (workspaceIds, context) => {
  const members = await identityPorts(context).workspaces.membersOf(workspaceIds);
  return workspaceIds.map(
    (id) =>
      new Map(
        members.filter(({ workspaceId }) => workspaceId === id).map(({ userId, name }) => [userId, name]),
      ),
  );
};

/** The name of an actor, for those who may know who is in the workspace; null for who has left it. */
export async function nameOf({ mapId, userId }: EventActor, context: GraphqlContext): Promise<string | null> {
  const map = await context.loaders.get(mapBatch).load(mapId);
  if (map === null) return null;
  const { workspaceId } = map.record;
  if (!decide(context.actor, 'members:read', { workspaceId }).allowed) return null;
  const names = await context.loaders.get(namesBatch).load(workspaceId);
  return names?.get(userId) ?? null;
}
