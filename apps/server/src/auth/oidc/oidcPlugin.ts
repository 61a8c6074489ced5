import type { OAuthProvider } from '@better-auth/core/oauth2';
import type { BetterAuthPlugin } from 'better-auth';

/** Adds a provider to the sign-in library. */
export function oidcPlugin(provider: OAuthProvider): BetterAuthPlugin {
  return {
    id: 'jejak-oidc',
    init: (context) => ({ context: { socialProviders: [...context.socialProviders, provider] } }),
  };
}
