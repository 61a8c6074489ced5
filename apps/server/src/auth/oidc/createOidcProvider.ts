import {
  authorizationCodeRequest,
  createAuthorizationURL,
  type OAuth2UserInfo,
  type OAuthProvider,
} from '@better-auth/core/oauth2';
import { accountLimits } from '@jejak/access';
import { APIError } from 'better-auth/api';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { OidcConfig } from '../../config/OidcConfig.ts';
import { secretsMatch } from '../secretToken.ts';
import { fetchProviderJson } from './fetchProviderJson.ts';
import { OidcDiscovery } from './OidcDiscovery.ts';

/** What the sign-in library and our addresses call the provider. */
export const oidcProviderId = 'oidc';

const scopes = ['openid', 'email', 'profile'];
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string(),
  azp: z.string().optional(),
  aud: z.string().or(z.array(z.string())),
});
const profileSchema = z.object({
  sub: z.string(),
  email: z.email().max(accountLimits.emailLengthMax).optional().catch(undefined),
  // Some providers write a text.
  email_verified: z.literal([true, 'true']).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});
const tokensSchema = z.object({ id_token: z.string(), access_token: z.string().optional() });

/** Who a provider says somebody is. */
interface OidcProfile {
  readonly issuer: string;
  readonly subject: string;
}

/** What a provider needs of ours. */
export interface OidcProviderParts {
  readonly config: Pick<OidcConfig, 'issuer' | 'clientId' | 'clientSecret' | 'name'>;
  /** Told the e-mail address of somebody the provider vouches for, before their account is looked for. */
  readonly onVerified: (email: string) => Promise<void>;
  /** Told why the provider, or what it said, could not be used; never about whom. */
  readonly report: (problem: string) => void;
}

/** The configured provider, as the sign-in library asks for one: code, PKCE, nonce, and every id token checked [OIDC2]. */
export function createOidcProvider(parts: OidcProviderParts): OAuthProvider<OidcProfile> {
  const { config, onVerified } = parts;
  const { issuer, clientId, clientSecret, name } = config;
  const discovery = new OidcDiscovery(config);
  const options = { clientId, clientSecret };

  const report = (what: string, error: unknown) => {
    parts.report(`${what}: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown error'}`);
  };

  async function profileOf(idToken: string, accessToken: string | undefined, expectedNonce: string) {
    const { keys, algorithms, userInfo } = await discovery.endpoints();
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience: clientId,
      algorithms: [...algorithms],
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
      clockTolerance: 30,
    });
    const { sub, nonce, azp, aud } = claimsSchema.parse(payload);
    if (!secretsMatch(nonce, expectedNonce)) throw new Error('The nonce is another.');
    if (azp === undefined ? [aud].flat().length > 1 : azp !== clientId)
      throw new Error('For another client.');
    const told = profileSchema.parse(payload);
    if (told.email !== undefined || userInfo === null || accessToken === undefined) return told;
    const asked = profileSchema.parse(
      await fetchProviderJson(userInfo, { headers: { authorization: `Bearer ${accessToken}` } }),
    );
    if (asked.sub !== sub) throw new Error('The provider tells of somebody else.');
    return asked;
  }

  return {
    id: oidcProviderId,
    name,
    issuer,
    requiresIdTokenNonce: true,
    // Subjects are unique within an issuer: another issuer's people must never be taken for these.
    accountSubject: ({ profile }) => `${profile.issuer} ${profile.subject}`,
    async createAuthorizationURL({ state, codeVerifier, redirectURI, idTokenNonce }) {
      const { authorization } = await discovery.endpoints().catch((error: unknown) => {
        report('The sign-in provider cannot be used', error);
        throw new APIError('SERVICE_UNAVAILABLE');
      });
      return createAuthorizationURL({
        id: oidcProviderId,
        options,
        authorizationEndpoint: authorization,
        state,
        codeVerifier,
        nonce: idTokenNonce,
        scopes,
        redirectURI,
      });
    },
    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      try {
        const { token, clientAuthentication } = await discovery.endpoints();
        const { body, headers } = await authorizationCodeRequest({
          code,
          codeVerifier,
          redirectURI,
          options,
          tokenEndpoint: token,
          authentication: clientAuthentication,
        });
        const tokens = tokensSchema.parse(await fetchProviderJson(token, { method: 'POST', headers, body }));
        return { idToken: tokens.id_token, accessToken: tokens.access_token };
      } catch (error) {
        report('The sign-in provider exchanged no code', error);
        return null;
      }
    },
    async getUserInfo({ idToken, accessToken, expectedIdTokenNonce }) {
      if (idToken === undefined || expectedIdTokenNonce === undefined) return null;
      const told = await profileOf(idToken, accessToken, expectedIdTokenNonce).catch((error: unknown) => {
        report('An id token of the sign-in provider was refused', error);
        return null;
      });
      if (told === null) return null;
      // An address nobody vouches for is none [OIDC3].
      const email = told.email_verified === undefined ? null : (told.email?.toLowerCase() ?? null);
      if (email !== null) await onVerified(email);
      const user: OAuth2UserInfo = {
        name: shownName(told.name, email),
        email,
        emailVerified: email !== null,
      };
      return { user, data: { issuer, subject: told.sub } };
    },
  };
}

/** A name that may be shown to others; the part before the @ where there is none. */
function shownName(told: string | undefined, email: string | null): string {
  const name = (told ?? '').replaceAll(/\p{Cc}/gu, ' ').trim() || (email?.split('@')[0] ?? '');
  return [...name].slice(0, accountLimits.nameLengthMax).join('').trim();
}
