import type { ActorRef } from '@jejak/access';
import type { Actor } from './Actor.ts';

/** What is kept of somebody with what they do; null for nobody. */
export function actorRefOf(actor: Actor): ActorRef | null {
  return actor.kind === 'nobody' ? null : { kind: 'USER', userId: actor.userId, tokenId: null };
}
