import { type FakePerson, type FakeProvider, startFakeProvider } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Language, Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

const words = {
  en: {
    go: 'Continue with Example Login',
    title: 'Sign in',
    account: /^Your account/,
    signOut: 'Sign out',
    refused: /you went back, or Example Login does not let you in/,
    elsewhere: /begun in another browser or too long ago/,
    failed: /Signing in with Example Login did not work/,
    notInvited: /You have no account here yet/,
    away: /The sign-in service cannot be reached/,
    password: 'Password',
  },
  id: {
    go: 'Lanjutkan dengan Example Login',
    title: 'Masuk',
    account: /^Akun Anda/,
    signOut: 'Keluar',
    refused: /Anda kembali, atau Example Login tidak mengizinkan Anda/,
    elsewhere: /dimulai di peramban lain atau terlalu lama/,
    failed: /Masuk dengan Example Login tidak berhasil/,
    notInvited: /Anda belum punya akun di sini/,
    away: /Layanan masuk sedang tidak dapat dihubungi/,
    password: 'Kata sandi',
  },
} as const;

/** Settings that lead a server of this machine to a provider of this machine. */
const leadTo = ({ client }: FakeProvider) => ({
  // A provider of this machine has no certificate.
  NODE_ENV: 'test',
  OIDC_ISSUER: client.issuer,
  OIDC_CLIENT_ID: client.clientId,
  OIDC_CLIENT_SECRET: client.clientSecret,
  OIDC_NAME: 'Example Login',
});

describe('signing in through a provider', () => {
  let provider: FakeProvider;
  let world: World;

  beforeAll(async () => {
    provider = await startFakeProvider();
    world = await World.begin(leadTo(provider));
    // Only now is it known which workspace newcomers join.
    await world.server.terminate();
    await world.server.startAgain({
      OIDC_DOMAINS: 'listed.test',
      OIDC_WORKSPACE: world.workspace.id,
      OIDC_ROLE: 'editor',
    });
  });
  afterAll(async () => {
    await world.end();
    await provider.close();
  });

  const sri = (language: Language): FakePerson => ({
    sub: `sri-${language}`,
    email: `sri.${language}@listed.test`,
    email_verified: true,
    name: 'Sri Rahayu',
  });
  const toProvider = async ({ page }: Person, language: Language) => {
    await page.getByRole('button', { name: words[language].go }).press('Enter');
    await page.getByRole('heading', { name: 'Example Login' }).waitFor();
  };
  const onSignIn = async (person: Person, language: Language, text: RegExp) => {
    const { page } = person;
    await page.getByRole('alert').filter({ hasText: text }).waitFor();
    await page.getByRole('heading', { level: 1, name: words[language].title }).waitFor();
    expect(await page.getByText('Text of the provider').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    // The way on is still there.
    await page.getByRole('button', { name: words[language].go }).waitFor();
  };

  describe.each(['en', 'id'] as const)('in %s', (language) => {
    const text = words[language];
    let person: Person;
    beforeAll(async () => {
      person = await world.stranger('Sri', language, world.server.publicUrl);
    });

    it('[OIDC12] Sri comes in by the button, is a member of the workspace, signs out and comes back', async () => {
      const { page } = person;
      provider.visitor = sri(language);
      provider.visitorFraud = {};
      await person.visit('/people');
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      expect(await page.getByLabel(text.password, { exact: true }).count()).toBe(1);
      expect(await seriousFindings(page)).toEqual([]);
      await toProvider(person, language);
      await page.getByRole('link', { name: 'Continue' }).click();
      // Where they wanted to go, in the workspace that the settings name.
      await page.waitForURL(`**/${language}/people`);
      await page.getByText('Sri Rahayu').first().waitFor();
      await page.getByText(cast.ayu.name, { exact: true }).first().waitFor();
      await page.getByRole('button', { name: text.account }).click();
      await page.getByRole('menuitem', { name: text.signOut }).click();
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      await person.visit('/people');
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      await toProvider(person, language);
      await page.getByRole('link', { name: 'Continue' }).click();
      await page.waitForURL(`**/${language}/people`);
      await person.context.clearCookies();
    });

    it('[OIDC12] who goes back, or is locked there, is told so and shown no text of the provider', async () => {
      provider.visitor = null;
      await person.visit('/sign-in');
      await toProvider(person, language);
      expect(await person.page.getByRole('link', { name: 'Continue' }).count()).toBe(0);
      await person.page.getByRole('link', { name: 'Back' }).click();
      await onSignIn(person, language, text.refused);
    });

    it('[OIDC12] a wrong nonce signs nobody in and says so', async () => {
      provider.visitor = sri(language);
      provider.visitorFraud = { claims: { nonce: 'another' } };
      await person.visit('/sign-in');
      await toProvider(person, language);
      await person.page.getByRole('link', { name: 'Continue' }).click();
      await onSignIn(person, language, text.failed);
      provider.visitorFraud = {};
    });

    it('[OIDC12] a return that this browser did not begin, or made twice, is told as that', async () => {
      const { page } = person;
      await person.visit('/sign-in');
      await toProvider(person, language);
      const back = await page.getByRole('link', { name: 'Continue' }).getAttribute('href');
      const state = new URL(back ?? '').searchParams.get('state') ?? '';
      await page.goto((back ?? '').replace(state, 'made-up'));
      await onSignIn(person, language, text.elsewhere);
    });

    it('[OIDC12] who is not invited and not listed is told whom to ask', async () => {
      provider.visitor = { ...sri(language), sub: 'stranger', email: 'stranger@foreign.test' };
      await person.visit('/sign-in');
      await toProvider(person, language);
      await person.page.getByRole('link', { name: 'Continue' }).click();
      await onSignIn(person, language, text.notInvited);
    });
  });

  it('[OIDC12] while the provider is away the page says so, and passwords go on', async () => {
    const { port } = new URL(provider.client.issuer);
    await provider.close();
    // Nodes believe for an hour what a provider said of itself; one that starts asks anew.
    await world.server.terminate();
    await world.server.startAgain();
    for (const language of ['en', 'id'] as const) {
      const person = await world.stranger('Sri', language, world.server.publicUrl);
      await person.visit('/sign-in');
      await person.page.getByRole('button', { name: words[language].go }).click();
      await person.page.getByText(words[language].away).waitFor();
      await person.page.getByLabel(words[language].password, { exact: true }).waitFor();
    }
    provider = await startFakeProvider(Number(port));
    provider.visitor = sri('en');
    const person = await world.stranger('Sri', 'en', world.server.publicUrl);
    await person.visit('/sign-in');
    await toProvider(person, 'en');
    await person.page.getByRole('link', { name: 'Continue' }).click();
    await person.page.waitForURL(/\/en$/);
  });
});

describe('with passwords switched off', () => {
  let provider: FakeProvider;
  let world: World;
  beforeAll(async () => {
    provider = await startFakeProvider();
    world = await World.begin({ ...leadTo(provider), PASSWORDS: 'false' });
  });
  afterAll(async () => {
    await world.end();
    await provider.close();
  });

  it.each(['en', 'id'] as const)(
    '[OIDC13] sign-in and an invitation offer the provider alone (%s)',
    async (language) => {
      const { page } = await world.stranger('Sri', language, world.server.publicUrl);
      const link = await world.workspace.invite('editor');
      for (const address of [`/${language}/sign-in`, `/${language}${new URL(link).pathname}`]) {
        await page.goto(`${world.server.publicUrl}${address}`);
        await page.getByRole('button', { name: words[language].go }).waitFor();
        expect(await page.locator('input').count()).toBe(0);
        expect(await seriousFindings(page)).toEqual([]);
      }
      provider.visitor = {
        sub: `invited-${language}`,
        email: `invited.${language}@elsewhere.test`,
        email_verified: true,
        name: 'Invited',
      };
      await page.getByRole('button', { name: words[language].go }).press('Enter');
      await page.getByRole('link', { name: 'Continue' }).click();
      await page.getByRole('button', { name: /Apotek Sehat/ }).click();
      await page.waitForURL(new RegExp(`/${language}(/|$)(?!invite)`));
    },
  );
});
