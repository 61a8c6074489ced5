/** Roles a person has in a workspace, strongest first. */
export const roles = ['owner', 'admin', 'editor', 'commenter', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Whether a stored or received text is one of our roles. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** Whether `role` stands as high as `other`, or higher. */
export function isAtLeast(role: Role, other: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(other);
}
