import { type Action, decide, type Resource } from '@jejak/access';
import { deniedError } from '../errors/DomainError.ts';
import type { Actor } from './Actor.ts';

/** Somebody who is signed in. */
export type SignedIn = Extract<Actor, { kind: 'member' }>;

/** Lets somebody pass whom `decide` allows this, and throws its reason for everybody else. */
export function permit(actor: Actor, action: Action, resource: Resource): SignedIn {
  const decision = decide(actor, action, resource);
  if (!decision.allowed) throw deniedError(decision);
  if (actor.kind === 'nobody') throw deniedError('UNAUTHENTICATED');
  return actor;
}

/** Lets everybody pass who is signed in, by session or token. */
export function permitSignedIn(actor: Actor): SignedIn {
  if (actor.kind === 'nobody') throw deniedError('UNAUTHENTICATED');
  return actor;
}
