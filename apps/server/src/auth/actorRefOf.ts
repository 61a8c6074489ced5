import type { ActorRef } from '@jejak/access';
import type { Actor } from './Actor.ts';

/** What is kept of a person, or of the program that asks with a token. */
export function actorRef(userId: string, tokenId: string | null): ActorRef {
  return { kind: tokenId === null ? 'USER' : 'API', userId, tokenId };
}

/** What is kept of somebody with what they do; null for nobody. */
export function actorRefOf(actor: Actor): ActorRef | null {
  return actor.kind === 'nobody' ? null : actorRef(actor.userId, actor.token?.tokenId ?? null);
}
