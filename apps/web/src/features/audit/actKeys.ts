/** Acts that have words of their own, by the name they are written down with. */
export const actKeys = [
  'setUp',
  'signUp',
  'joinWorkspace',
  'createWorkspace',
  'setMemberRole',
  'removeMember',
  'setViewerTeam',
  'createInvitation',
  'revokeInvitation',
  'createMap',
  'importMermaid',
  'deleteMap',
  'setCurrentStateMap',
  'createPersonalToken',
  'createWorkspaceToken',
  'renameToken',
  'revokeToken',
  'createWebhook',
  'updateWebhook',
  'rotateWebhookSecret',
  'deleteWebhook',
] as const;

/** An act with words of its own. */
export type ActKey = (typeof actKeys)[number];

/** Whether there are words for an act; a newer server may know others. */
export function isActKey(act: string): act is ActKey {
  return actKeys.some((known) => known === act);
}
