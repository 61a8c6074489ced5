/** Everything that can be asked of `decide` about a workspace and what is in it. A new feature adds its actions here first. */
export const workspaceActions = [
  'workspace:read',
  'workspace:update',
  'workspace:delete',
  'members:read',
  'members:manage',
  'invitation:create',
  'invitation:revoke',
  'map:list',
  'map:create',
  'map:read',
  'map:editStructure',
  'map:editContent',
  'map:delete',
] as const;
export type WorkspaceAction = (typeof workspaceActions)[number];

/** What somebody signed in does for themselves, outside any workspace. */
export const selfActions = ['workspace:create', 'account:read', 'account:update'] as const;
export type SelfAction = (typeof selfActions)[number];

/** Every action there is. */
export const actions = [...workspaceActions, ...selfActions] as const;
export type Action = WorkspaceAction | SelfAction;
