import { isLoopback } from './reachableHost.ts';

/** The roles that a newcomer of a listed domain may be given. */
export type NewcomerRole = 'viewer' | 'commenter' | 'editor';

/** The OpenID Connect provider that people may sign in through. */
export interface OidcConfig {
  /** As the provider names itself, letter for letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** Whether people may sign in by password as well. */
  readonly passwords: boolean;
  /** How long a session lasts that began at the provider. */
  readonly sessionHours: number;
  /** Where people of listed domains come in without an invitation; null: nobody does. */
  readonly newcomers: {
    readonly domains: readonly string[];
    readonly workspaceId: string;
    readonly role: NewcomerRole;
  } | null;
}

/** What was set of it, each checked by itself. */
interface OidcSettings {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly name: string | undefined;
  readonly domains: readonly string[] | undefined;
  readonly workspaceId: string | undefined;
  readonly role: NewcomerRole | undefined;
  readonly sessionHours: number | undefined;
  readonly passwords: boolean | undefined;
}

/** Whether an address is https, or a program of this machine. */
export function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Joins the settings of the provider, and reports those that do not go together [OIDC1]. */
export function oidcConfig(
  given: OidcSettings,
  mode: 'production' | 'development' | 'test',
  report: (problem: string) => void,
): OidcConfig | null {
  const { issuer, clientId, clientSecret, name, domains, workspaceId, role = 'viewer' } = given;
  const { sessionHours = 12, passwords = true } = given;
  if (!issuer && !clientId && !clientSecret) {
    if (!passwords) report('PASSWORDS=false needs a provider: set OIDC_ISSUER, or nobody could sign in.');
    if (domains || workspaceId || given.role || name || given.sessionHours)
      report('OIDC_ISSUER must be set, as other OIDC_ settings are.');
    return null;
  }
  if (!issuer || !clientId || !clientSecret) {
    report('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together, or none of them.');
    return null;
  }
  const safe = mode === 'production' ? issuer.startsWith('https:') : isSafeAddress(issuer);
  if (!safe) report('OIDC_ISSUER must be an https address. Example: OIDC_ISSUER=https://login.example.org');
  if ((domains === undefined) !== (workspaceId === undefined)) {
    report('OIDC_DOMAINS and OIDC_WORKSPACE must be set together, or none of them.');
  }
  const newcomers = domains && workspaceId ? Object.freeze({ domains, workspaceId, role }) : null;
  return Object.freeze({
    issuer,
    clientId,
    clientSecret,
    name: name ?? new URL(issuer).hostname,
    sessionHours,
    passwords,
    newcomers,
  });
}
