export type { ActorRef } from './ActorRef.ts';
export { accountLimits } from './accountLimits.ts';
export {
  type Action,
  actions,
  mapActions,
  type SelfAction,
  selfActions,
  type WorkspaceAction,
  workspaceActions,
} from './actions.ts';
export {
  type AccessActor,
  type Decision,
  type Denial,
  type DenialReason,
  decide,
  type Resource,
  roleAmongMembers,
  roleIn,
} from './decide.ts';
export { can } from './grants.ts';
export { mayAssign, mayInvite, mayMakeToken } from './mayAssign.ts';
export { isAtLeast, isRole, type Role, roles } from './roles.ts';
export type { TokenGrant, TokenLack } from './TokenGrant.ts';
export { tokenLimits } from './tokenLimits.ts';
export { type TokenNeed, tokenNeeds } from './tokenNeeds.ts';
export { isTokenScope, type TokenScope, tokenScopes, workspaceTokenScopes } from './tokenScopes.ts';
export { allowedActions, type ViewerCan, viewerCan } from './viewerCan.ts';
