/** What a token can be allowed, in the form `things:read` or `things:write`. A new one comes with what uses it. */
export const tokenScopes = [
  'maps:read',
  'maps:write',
  'events:read',
  'members:read',
  'members:write',
  'webhooks:write',
  'account:read',
  'audit:read',
] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Scopes that a token of a workspace can have: it belongs to nobody, so there is no account to read. */
export const workspaceTokenScopes: readonly TokenScope[] = tokenScopes.filter(
  (scope) => scope !== 'account:read',
);

/** Whoever writes is answered with what they wrote to, so writing includes reading. */
const includes: Partial<Record<TokenScope, TokenScope>> = {
  'maps:write': 'maps:read',
  'members:write': 'members:read',
};

/** Whether a stored or received text is one of our scopes. */
export function isTokenScope(value: unknown): value is TokenScope {
  return tokenScopes.some((scope) => scope === value);
}

/** Whether what a token was given holds a scope, by itself or in another one. */
export function holdsScope(given: readonly TokenScope[], wanted: TokenScope): boolean {
  return given.some((scope) => scope === wanted || includes[scope] === wanted);
}
