export type { ActorRef } from './ActorRef.ts';
export { accountLimits } from './accountLimits.ts';
export {
  type Action,
  actions,
  type SelfAction,
  selfActions,
  type WorkspaceAction,
  workspaceActions,
} from './actions.ts';
export {
  type AccessActor,
  type Decision,
  type DenialReason,
  decide,
  type Resource,
  roleIn,
} from './decide.ts';
export { can } from './grants.ts';
export { mayAssign, mayInvite } from './mayAssign.ts';
export { isAtLeast, isRole, type Role, roles } from './roles.ts';
export { allowedActions, type ViewerCan, viewerCan } from './viewerCan.ts';
