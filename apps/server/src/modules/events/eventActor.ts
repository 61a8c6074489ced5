import type { ActorRef } from '@jejak/access';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { mapBatch } from '../maps/mapContent.ts';
import { memberName } from '../workspaces/memberBatch.ts';

/** Who did something, and on which map. */
export interface EventActor extends ActorRef {
  readonly mapId: string;
}

/** The name of an actor, for those who may know who is in the workspace; null for who has left it. */
export async function nameOf({ mapId, userId }: EventActor, context: GraphqlContext): Promise<string | null> {
  const map = await context.loaders.get(mapBatch).load(mapId);
  return map === null ? null : memberName(map.record.workspaceId, userId, context);
}
