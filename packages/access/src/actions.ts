/** Everything that can be asked of `decide`. A new feature adds its actions here first. */
export const actions = [
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
export type Action = (typeof actions)[number];
