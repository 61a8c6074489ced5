import { can } from './grants.ts';
import { isAtLeast, type Role } from './roles.ts';

/**
 * Whether somebody of role `by` may turn a person of role `from` into `to` (`null`: not a member).
 * Nobody hands out more than they have, and nobody touches a person above them [ACCESS5].
 */
export function mayAssign(by: Role, from: Role | null, to: Role | null): boolean {
  if (!can(by, 'members:manage')) return false;
  const touched = from === null || isAtLeast(by, from);
  const given = to === null || isAtLeast(by, to);
  return touched && given;
}

/** Whether somebody of role `by` may hand out a link that gives `to`. Ownership is never given by link [ACCESS6]. */
export function mayInvite(by: Role, to: Role): boolean {
  return to !== 'owner' && can(by, 'invitation:create') && isAtLeast(by, to);
}

/** Whether somebody of role `by` may make a token of their workspace that acts in role `as`. None is an owner [ACCESS13]. */
export function mayMakeToken(by: Role, as: Role): boolean {
  return as !== 'owner' && can(by, 'tokens:manage') && isAtLeast(by, as);
}
