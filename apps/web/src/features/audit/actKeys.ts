/** Acts that have words of their own, by the name they are written down with, in the order they are offered. */
export const actKeys = [
  'setUp',
  'signUp',
  'joinWorkspace',
  'createWorkspace',
  'setMemberRole',
  'removeMember',
  'setViewerTeam',
  'setViewerLocale',
  'createInvitation',
  'revokeInvitation',
  'createMap',
  'importMermaid',
  'deleteMap',
  'createPersonalToken',
  'createWorkspaceToken',
  'renameToken',
  'revokeToken',
  'createWebhook',
  'updateWebhook',
  'deleteWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'redeliverWebhookDelivery',
  'exportAudit',
] as const;

/** An act with words of its own. */
export type ActKey = (typeof actKeys)[number];

/** Whether there are words for an act; a newer server may know others. */
export function isActKey(act: string): act is ActKey {
  return actKeys.some((known) => known === act);
}

/** Reasons of refusals that have words of their own. */
export const reasonKeys = ['FORBIDDEN', 'NOT_FOUND', 'LAST_OWNER'] as const;

/** Whether there are words for why something was refused. */
export function isReasonKey(code: string): code is (typeof reasonKeys)[number] {
  return reasonKeys.some((known) => known === code);
}
