import {
  type Action,
  type SelfAction,
  selfActions,
  type WorkspaceAction,
  workspaceActions,
} from './actions.ts';
import { can } from './grants.ts';
import type { Role } from './roles.ts';

/** Who asks, as far as a decision needs to know. */
export type AccessActor =
  | {
      readonly kind: 'member';
      readonly memberships: readonly { readonly workspaceId: string; readonly role: Role }[];
    }
  | { readonly kind: 'nobody' };

/**
 * What it is about: the workspace that a record belongs to (`null` where there is no such record),
 * or the person's own account.
 */
export type Resource = { readonly workspaceId: string | null } | 'self';

/** Why something is refused. A foreign and an absent record get the same `NOT_FOUND` [ACCESS3]. */
export type DenialReason = 'UNAUTHENTICATED' | 'NOT_FOUND' | 'FORBIDDEN';

/** The answer of `decide`. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: DenialReason };

const allowed: Decision = { allowed: true };
const denied = (reason: DenialReason): Decision => ({ allowed: false, reason });

function isSelfAction(action: Action): action is SelfAction {
  return selfActions.some((known) => known === action);
}

function isWorkspaceAction(action: Action): action is WorkspaceAction {
  return workspaceActions.some((known) => known === action);
}

/** The role an actor has in a workspace; `null` where they have none. */
export function roleIn(actor: AccessActor, workspaceId: string | null): Role | null {
  if (actor.kind === 'nobody' || workspaceId === null) return null;
  return actor.memberships.find((membership) => membership.workspaceId === workspaceId)?.role ?? null;
}

/** Decides whether an actor may do something. The one gate for GraphQL, sockets and commands alike; denies by default. */
export function decide(actor: AccessActor, action: Action, resource: Resource): Decision {
  if (actor.kind === 'nobody') return denied('UNAUTHENTICATED');
  if (resource === 'self') return isSelfAction(action) ? allowed : denied('NOT_FOUND');
  const role = roleIn(actor, resource.workspaceId);
  if (role === null) return denied('NOT_FOUND');
  return isWorkspaceAction(action) && can(role, action) ? allowed : denied('FORBIDDEN');
}
