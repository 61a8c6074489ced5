import { type Role, roles } from '@jejak/access';

/** A role as the server names it; an unknown one counts as the weakest. */
export function parseRole(value: string): Role {
  return roles.find((role) => role === value.toLowerCase()) ?? 'viewer';
}
