export { type Action, actions } from './actions.ts';
export { type Role, roles } from './roles.ts';
