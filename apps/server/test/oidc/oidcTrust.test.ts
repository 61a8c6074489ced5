import { type FakeProvider, startFakeProvider } from '@jejak/testbed';
import { describe, expect, it } from 'vitest';
import { startTestApi, textsOf } from '../startTestApi.ts';
import { configOf, fromOurPage } from './OidcSite.ts';

describe('a provider that is not to be trusted, or not there', () => {
  async function statusWith(change: (provider: FakeProvider) => void): Promise<readonly unknown[]> {
    const provider = await startFakeProvider();
    const api = await startTestApi({ oidc: configOf(provider) });
    try {
      change(provider);
      const ask = async () => {
        const response = await api.post('/api/auth/sign-in/social', { locale: 'en' }, fromOurPage);
        return [response.status, (await textsOf(response)).messageKey];
      };
      const first = await ask();
      Object.assign(provider.description, { issuer: provider.client.issuer });
      return [...first, (await ask())[0]];
    } finally {
      await api.close();
      await provider.close();
    }
  }

  it('[OIDC2] another issuer is not believed, and asked again once it is right', async () => {
    const seen = await statusWith(({ description }) =>
      Object.assign(description, { issuer: 'https://evil.example' }),
    );
    expect(seen).toEqual([503, 'errors.providerUnreachable', 200]);
  });

  it.each([
    { token_endpoint: 'http://provider.example/token' },
    { jwks_uri: 'http://provider.example/keys' },
    { authorization_endpoint: 'javascript:alert(1)' },
    { id_token_signing_alg_values_supported: ['none', 'HS256'] },
  ])('[OIDC2] %j is not accepted', async (change) => {
    const seen = await statusWith(({ description }) => Object.assign(description, change));
    expect(seen).toEqual([503, 'errors.providerUnreachable', 503]);
  });

  it('[OIDC1] where none is configured its endpoints are not found', async () => {
    const api = await startTestApi();
    try {
      expect(await (await api.get('/api/sign-in-methods')).json()).toEqual({
        provider: null,
        passwords: true,
      });
      for (const path of ['sign-in/social', 'link-social']) {
        expect((await api.post(`/api/auth/${path}`, { locale: 'en' })).status).toBe(404);
      }
      expect((await api.get('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
    } finally {
      await api.close();
    }
  });
});
