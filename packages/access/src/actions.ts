/** Everything that can be asked of `decide` about a workspace and what is in it. A new feature adds its actions here first. */
export const workspaceActions = [
  'workspace:read',
  'workspace:update',
  'workspace:delete',
  'membership:change',
  'members:read',
  'members:manage',
  'invitation:create',
  'invitation:revoke',
  'tokens:manage',
  'webhooks:manage',
  'map:list',
  'map:create',
  'map:read',
  'map:follow',
  'map:editStructure',
  'map:editContent',
  'map:delete',
  'audit:read',
] as const;
export type WorkspaceAction = (typeof workspaceActions)[number];

/** Those that are about one map. */
export const mapActions = [
  'map:read',
  'map:follow',
  'map:editStructure',
  'map:editContent',
  'map:delete',
] as const satisfies readonly WorkspaceAction[];

/** What somebody signed in does for themselves, outside any workspace. */
export const selfActions = [
  'workspace:create',
  'workspace:join',
  'account:read',
  'account:update',
  'account:tokens',
] as const;
export type SelfAction = (typeof selfActions)[number];

/** Every action there is. */
export const actions = [...workspaceActions, ...selfActions] as const;
export type Action = WorkspaceAction | SelfAction;
