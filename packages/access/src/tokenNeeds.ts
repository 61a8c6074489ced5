import type { Action } from './actions.ts';
import type { TokenScope } from './tokenScopes.ts';

/**
 * What an action needs of a token: a scope, nothing but being one (`token`), or that there is no token at all
 * (`session`): acts on tokens, invitations, workspaces and one's own place are for people alone.
 */
export type TokenNeed = TokenScope | 'token' | 'session';

/** The table: what each action needs of a token, besides its person's right [ACCESS10]. */
export const tokenNeeds: Readonly<Record<Action, TokenNeed>> = {
  'workspace:read': 'token',
  'workspace:update': 'session',
  'workspace:delete': 'session',
  'membership:change': 'session',
  'members:read': 'members:read',
  'members:manage': 'members:write',
  'invitation:create': 'session',
  'invitation:revoke': 'session',
  'tokens:manage': 'session',
  'webhooks:manage': 'webhooks:write',
  'map:list': 'maps:read',
  'map:create': 'maps:write',
  'map:read': 'maps:read',
  'map:follow': 'events:read',
  'map:editStructure': 'maps:write',
  'map:editContent': 'maps:write',
  'map:delete': 'maps:write',
  'audit:read': 'audit:read',
  'workspace:create': 'session',
  'workspace:join': 'session',
  'account:read': 'account:read',
  'account:update': 'session',
  'account:tokens': 'session',
};
