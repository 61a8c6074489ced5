import {
  type Action,
  type SelfAction,
  selfActions,
  type WorkspaceAction,
  workspaceActions,
} from './actions.ts';
import { can } from './grants.ts';
import { isAtLeast, type Role } from './roles.ts';
import { lackOf, reaches, type TokenGrant, type TokenLack } from './TokenGrant.ts';

/** Who asks, as far as a decision needs to know. */
export type AccessActor =
  | {
      readonly kind: 'member';
      readonly memberships: readonly { readonly workspaceId: string; readonly role: Role }[];
      /** What a program's token narrows that to; null: they signed in themselves. */
      readonly token: TokenGrant | null;
    }
  | { readonly kind: 'nobody' };

/**
 * What it is about: the workspace that a record belongs to (`null` where there is no such record), with the map where
 * the action is about one, or the person's own account.
 */
export type Resource = { readonly workspaceId: string | null; readonly mapId?: string | null } | 'self';

/** Why something is refused. A foreign and an absent record get the same `NOT_FOUND` [ACCESS3]. */
export type DenialReason = 'UNAUTHENTICATED' | 'NOT_FOUND' | 'FORBIDDEN';

/** A no. */
export interface Denial {
  readonly allowed: false;
  readonly reason: DenialReason;
  /** What the token lacks; absent where its person may not do it either. */
  readonly lacks?: TokenLack;
}

/** The answer of `decide`. */
export type Decision = { readonly allowed: true } | Denial;

const allowed: Decision = { allowed: true };
const denied = (reason: DenialReason): Denial => ({ allowed: false, reason });
const lacking = (lacks: TokenLack): Denial => ({ allowed: false, reason: 'FORBIDDEN', lacks });

function isSelfAction(action: Action): action is SelfAction {
  return selfActions.some((known) => known === action);
}

function isWorkspaceAction(action: Action): action is WorkspaceAction {
  return workspaceActions.some((known) => known === action);
}

/** The role an actor has in a workspace; `null` where they have none, or their token is not for it. */
export function roleIn(actor: AccessActor, workspaceId: string | null): Role | null {
  if (actor.kind === 'nobody' || workspaceId === null) return null;
  const { token } = actor;
  if (token !== null && token.workspaceId !== null && token.workspaceId !== workspaceId) return null;
  return actor.memberships.find((membership) => membership.workspaceId === workspaceId)?.role ?? null;
}

/** The role in which somebody manages members: a token never acts as an owner, so it never touches one [ACCESS12]. */
export function roleAmongMembers(actor: AccessActor, role: Role): Role {
  const byToken = actor.kind === 'member' && actor.token !== null;
  return byToken && isAtLeast(role, 'admin') ? 'admin' : role;
}

/**
 * Decides whether an actor may do something. The one gate for GraphQL, sockets and commands alike; denies by default.
 * A token may what its person may at this moment, and of that what its scopes and limits leave [ACCESS10].
 */
export function decide(actor: AccessActor, action: Action, resource: Resource): Decision {
  if (actor.kind === 'nobody') return denied('UNAUTHENTICATED');
  const { token } = actor;
  if (resource === 'self') {
    if (!isSelfAction(action)) return denied('NOT_FOUND');
  } else {
    const role = roleIn(actor, resource.workspaceId);
    if (role === null || (token !== null && !reaches(token, action, resource))) return denied('NOT_FOUND');
    if (!isWorkspaceAction(action) || !can(role, action)) return denied('FORBIDDEN');
  }
  const lack = token === null ? null : lackOf(token, action, resource);
  return lack === null ? allowed : lacking(lack);
}
