import { type WorkspaceAction, workspaceActions } from './actions.ts';
import { type AccessActor, decide } from './decide.ts';

/** What the one who asks may do, told by the server so that a client never infers it from a role. */
export type ViewerCan = Readonly<Record<WorkspaceAction, boolean>>;

/** The answers of `decide` for every action in a workspace, or on a map of it. */
export function viewerCan(
  actor: AccessActor,
  workspaceId: string | null,
  mapId: string | null = null,
): ViewerCan {
  const answer = (action: WorkspaceAction) => decide(actor, action, { workspaceId, mapId }).allowed;
  return {
    'workspace:read': answer('workspace:read'),
    'workspace:update': answer('workspace:update'),
    'workspace:delete': answer('workspace:delete'),
    'membership:change': answer('membership:change'),
    'members:read': answer('members:read'),
    'members:manage': answer('members:manage'),
    'invitation:create': answer('invitation:create'),
    'invitation:revoke': answer('invitation:revoke'),
    'tokens:manage': answer('tokens:manage'),
    'webhooks:manage': answer('webhooks:manage'),
    'map:list': answer('map:list'),
    'map:create': answer('map:create'),
    'map:read': answer('map:read'),
    'map:follow': answer('map:follow'),
    'map:editStructure': answer('map:editStructure'),
    'map:editContent': answer('map:editContent'),
    'map:delete': answer('map:delete'),
    'audit:read': answer('audit:read'),
  };
}

/** The actions of a `ViewerCan` that are allowed, in the order of the table. */
export function allowedActions(permissions: ViewerCan): readonly WorkspaceAction[] {
  return workspaceActions.filter((action) => permissions[action]);
}
