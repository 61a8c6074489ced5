import { type WorkspaceAction, workspaceActions } from './actions.ts';
import type { Role } from './roles.ts';

const reading: readonly WorkspaceAction[] = [
  'workspace:read',
  'membership:change',
  'members:read',
  'map:list',
  'map:read',
  'map:follow',
];

const editing: readonly WorkspaceAction[] = [
  ...reading,
  'map:create',
  'map:editStructure',
  'map:editContent',
];

const administering: readonly WorkspaceAction[] = [
  ...editing,
  'workspace:update',
  'members:manage',
  'invitation:create',
  'invitation:revoke',
  'tokens:manage',
  'webhooks:manage',
  'map:delete',
  'audit:read',
];

/** The table: what each role may do. What is not listed is denied [ACCESS1]. */
const grants: Readonly<Record<Role, ReadonlySet<WorkspaceAction>>> = {
  owner: new Set(workspaceActions),
  admin: new Set(administering),
  editor: new Set(editing),
  commenter: new Set(reading),
  viewer: new Set(reading),
};

/** Whether a role may do something in its workspace; reads the table and nothing else. */
export function can(role: Role, action: WorkspaceAction): boolean {
  return grants[role].has(action);
}
