/** Roles a person has in a workspace, strongest first. */
export const roles = ['owner', 'admin', 'editor', 'commenter', 'viewer'] as const;
export type Role = (typeof roles)[number];
