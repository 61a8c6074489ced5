import { type FakePerson, type FakeProvider, type Fraud, startFakeProvider } from '@jejak/testbed';
import { identityModels } from '../../src/auth/identityModels.ts';
import type { OidcConfig } from '../../src/config/OidcConfig.ts';
import { cookieOf, startTestApi, type TestApi, textsOf } from '../startTestApi.ts';

/** The workspace that people of `listed.test` join. */
export const listedWorkspaceId = 'wsp_listed';

/** Headers of a request by a page of ours. */
export const fromOurPage = { origin: 'http://localhost:3999', 'sec-fetch-site': 'same-origin' } as const;

/** A server with a provider, and browsers that sign in through it; each test begins with `next`. */
export class OidcSite {
  readonly provider: FakeProvider;
  readonly api: TestApi;
  #count = 0;

  private constructor(provider: FakeProvider, api: TestApi) {
    this.provider = provider;
    this.api = api;
  }

  static async start(settings: Partial<OidcConfig> = {}): Promise<OidcSite> {
    const provider = await startFakeProvider();
    const newcomers = {
      domains: ['listed.test'],
      workspaceId: listedWorkspaceId,
      role: 'commenter',
    } as const;
    const oidc = configOf(provider, { newcomers, ...settings });
    const site = new OidcSite(provider, await startTestApi({ oidc }));
    await site.models.Organization.create({
      _id: listedWorkspaceId,
      name: 'Listed',
      slug: listedWorkspaceId,
      createdAt: new Date(),
      memberRevision: 0,
      memberChange: null,
    });
    return site;
  }

  get models() {
    return identityModels(this.api.connection);
  }

  /** Goes on to somebody else, at another address. */
  next(): void {
    this.#count += 1;
    this.provider.userInfo = null;
  }

  somebody(domain = 'listed.test'): FakePerson {
    return {
      sub: `subject-${this.#count}`,
      email: `Person-${this.#count}@${domain}`,
      email_verified: true,
      name: 'Sri Rahayu',
    };
  }

  /** Presses the button. */
  async begin(body: object = {}, headers: Record<string, string> = {}, path = 'sign-in/social') {
    const response = await this.api.post(
      `/api/auth/${path}`,
      { locale: 'en', ...body },
      { ...fromOurPage, ...this.#address(), ...headers },
    );
    const { url = '' } = await textsOf(response.clone());
    return { response, url, cookie: cookieOf(response) };
  }

  /** Comes back from the provider. */
  async finish(back: URL, cookie: string) {
    const response = await fetch(`${this.api.url}${back.pathname}${back.search}`, {
      headers: { cookie, ...this.#address() },
      redirect: 'manual',
    });
    const target = new URL(response.headers.get('location') ?? 'about:blank');
    const headers = new Headers({ cookie: cookieOf(response) });
    const actor = await this.api.identity.auth.resolveActorFresh(headers);
    return { response, target, actor, error: target.searchParams.get('error') };
  }

  async signIn(person: FakePerson, fraud: Fraud = {}, body: object = {}) {
    const begun = await this.begin(body);
    return this.finish(this.provider.approve(begun.url, person, fraud), begun.cookie);
  }

  /** Makes an account by password; the cookie of its browser. */
  async account(email: string): Promise<string> {
    const password = 'correct horse battery';
    const account = { name: 'Sri', email, password, locale: 'en' } as const;
    await this.api.identity.auth.accounts.create(account, '127.0.0.1');
    const response = await this.api.post('/api/auth/sign-in/email', { email, password }, this.#address());
    return cookieOf(response);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.provider.close();
  }

  #address(): Record<string, string> {
    return { 'x-forwarded-for': `203.0.113.${this.#count}` };
  }
}

/** The settings that lead to a provider. */
export function configOf({ client }: FakeProvider, settings: Partial<OidcConfig> = {}): OidcConfig {
  return {
    ...client,
    name: 'Example Login',
    passwords: true,
    sessionHours: 12,
    newcomers: null,
    ...settings,
  };
}

/** The address of somebody as it is stored. */
export function emailOf(person: FakePerson): string {
  return String(person.email).toLowerCase();
}
