import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { isSafeAddress, type OidcConfig } from '../../config/OidcConfig.ts';
import { fetchProviderJson } from './fetchProviderJson.ts';

/** How long what a provider says of itself is believed. */
const believedMs = 60 * 60_000;
/** Signatures that only the provider can make; never `none`, never one by a shared secret. */
const algorithmsAllowed = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];

const endpoint = z.url().refine(isSafeAddress);
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

/** A provider as it describes itself, checked. */
export interface OidcEndpoints {
  readonly authorization: string;
  readonly token: string;
  readonly userInfo: string | null;
  readonly clientAuthentication: 'basic' | 'post';
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/** Finds out where a provider's endpoints are, and remembers it for an hour; a failure is not remembered. */
export class OidcDiscovery {
  readonly #config: Pick<OidcConfig, 'issuer'>;
  #known: { readonly endpoints: Promise<OidcEndpoints>; readonly until: number } | null = null;

  constructor(config: Pick<OidcConfig, 'issuer'>) {
    this.#config = config;
  }

  /** The endpoints; throws when the provider does not answer, or with something that is not to be trusted [OIDC2]. */
  async endpoints(): Promise<OidcEndpoints> {
    const now = performance.now();
    if (this.#known !== null && this.#known.until > now) return this.#known.endpoints;
    const known = { endpoints: this.#discover(), until: now + believedMs };
    this.#known = known;
    try {
      return await known.endpoints;
    } catch (error) {
      if (this.#known === known) this.#known = null;
      throw error;
    }
  }

  async #discover(): Promise<OidcEndpoints> {
    const { issuer } = this.#config;
    const document = documentSchema.parse(
      await fetchProviderJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
    );
    if (document.issuer !== issuer) throw new Error('The provider names another issuer than OIDC_ISSUER.');
    const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint = issuer } = document;
    const addresses = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint];
    // A program of this machine may answer for a provider of this machine alone.
    if (issuer.startsWith('https:') && !addresses.every((address) => address.startsWith('https:'))) {
      throw new Error('The provider has addresses that are not https.');
    }
    const algorithms = document.id_token_signing_alg_values_supported.filter((name) =>
      algorithmsAllowed.includes(name),
    );
    if (algorithms.length === 0) throw new Error('The provider signs in no way that is accepted.');
    const methods = document.token_endpoint_auth_methods_supported;
    return {
      authorization: document.authorization_endpoint,
      token: document.token_endpoint,
      userInfo: document.userinfo_endpoint ?? null,
      clientAuthentication: methods.includes('client_secret_basic') ? 'basic' : 'post',
      algorithms,
      keys: createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: 5_000 }),
    };
  }
}
