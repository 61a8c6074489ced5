import { isTokenScope, type Role, type TokenScope } from '@jejak/access';
import type { TokenFieldsFragment } from '../../generated/graphql.ts';
import { parseRole } from '../../lib/parseRole.ts';

/** A token as a list shows it. */
export interface ListedToken extends Omit<TokenFieldsFragment, 'role' | 'scopes'> {
  /** null for a personal one. */
  readonly role: Role | null;
  readonly scopes: readonly TokenScope[];
}

/** A token as the page wants it; scopes of a newer server are left out. */
export function readToken({ role, scopes, ...token }: TokenFieldsFragment): ListedToken {
  return { ...token, role: role == null ? null : parseRole(role), scopes: scopes.filter(isTokenScope) };
}
