import type { Role as AccessRole } from '@jejak/access';
import type { Role } from '../generated/graphql.ts';

const names = {
  owner: 'OWNER',
  admin: 'ADMIN',
  editor: 'EDITOR',
  commenter: 'COMMENTER',
  viewer: 'VIEWER',
} as const satisfies Record<AccessRole, Role>;

/** A role as the GraphQL schema writes it. */
export function graphqlRole(role: AccessRole): Role {
  return names[role];
}
