import type { Fraud } from '@jejak/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oidcAllowance } from '../../src/auth/oidc/oidcDoor.ts';
import { cookieOf } from '../startTestApi.ts';
import { emailOf, fromOurPage, OidcSite } from './OidcSite.ts';

describe('sign-in through a provider', () => {
  let site: OidcSite;
  beforeAll(async () => {
    site = await OidcSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.next());

  it('[OIDC2] asks with code, PKCE, state and nonce, for who somebody is and nothing else', async () => {
    const { response, url } = await site.begin({ returnPath: '/en/maps/1?layer=2' });
    expect(response.status).toBe(200);
    const { origin, searchParams } = new URL(url);
    expect(origin).toBe(site.provider.client.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'jejak',
      scope: 'openid email profile',
      redirect_uri: 'http://localhost:3999/api/auth/callback/oidc',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{32,}$/),
      nonce: expect.stringMatching(/^[\w-]{32,}$/),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  it('[OIDC7] such a session ends by signing out, and its sockets with it', async () => {
    const { response, actor } = await site.signIn(site.somebody());
    if (actor.kind !== 'member') throw new Error('Nobody.');
    const cookie = cookieOf(response);
    await site.api.post('/api/auth/sign-out', {}, { ...fromOurPage, cookie });
    expect(await site.api.identity.auth.resolveActor(new Headers({ cookie }))).toEqual({ kind: 'nobody' });
    expect(site.api.disconnected.at(-1)).toEqual({ subject: { sessionId: actor.sessionId }, code: 4401 });
  });

  it.each<[string, Fraud]>([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['another audience', { claims: { aud: 'another' } }],
    ['several audiences and none of them the asking one', { claims: { aud: ['jejak', 'another'] } }],
    ['another authorized party', { claims: { azp: 'another' } }],
    ['a time that has passed', { claims: { exp: 1 } }],
    ['no end', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a foreign signature', { foreignKey: true }],
    ['a signature by the shared secret', { algorithm: 'HS256' }],
    ['no signature', { algorithm: 'none' }],
  ])('[OIDC2] an id token with %s signs nobody in', async (_name, fraud) => {
    const person = site.somebody();
    const { error, actor } = await site.signIn(person, fraud);
    expect([error, actor.kind]).toEqual(['unable_to_get_user_info', 'nobody']);
    expect(await site.models.User.exists({ email: emailOf(person) })).toBeNull();
  });

  it.each([false, 'false', undefined, 1, 'yes', null])(
    '[OIDC3] an address whose verification is told as %s is none',
    async (email_verified) => {
      const person = { ...site.somebody(), email_verified };
      const { error, actor } = await site.signIn(person);
      expect([error, actor.kind]).toEqual(['email_not_found', 'nobody']);
      expect(await site.models.User.exists({ email: emailOf(person) })).toBeNull();
    },
  );

  it('[OIDC3] an address that is no longer verified signs in nobody, also with an account', async () => {
    const person = site.somebody();
    expect((await site.signIn(person)).actor.kind).toBe('member');
    expect((await site.signIn({ ...person, email_verified: false })).error).toBe('email_not_found');
  });

  it('[OIDC2] an address is asked for where the id token has none, and only believed of the same person', async () => {
    const { sub, ...rest } = site.somebody();
    site.provider.userInfo = { ...rest, sub: 'another' };
    expect((await site.signIn({ sub })).error).toBe('unable_to_get_user_info');
    site.provider.userInfo = { ...rest, sub };
    expect((await site.signIn({ sub })).actor).toMatchObject({ email: emailOf({ sub, ...rest }) });
  });

  it('[OIDC4] a return with another state, without one, or to another browser signs nobody in', async () => {
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, site.somebody());
    const other = new URL(back);
    other.searchParams.set('state', 'a'.repeat(32));
    const none = new URL(back);
    none.searchParams.delete('state');
    const victim = await site.begin();
    for (const [url, cookie] of [
      [other, begun.cookie],
      [none, begun.cookie],
      [back, victim.cookie],
    ] as const) {
      const { actor, target, error } = await site.finish(url, cookie);
      expect([actor.kind, target.pathname.endsWith('/sign-in')]).toEqual(['nobody', true]);
      expect(error).toMatch(/^state_/);
    }
    expect(site.provider.exchanged).not.toContain(back.searchParams.get('code'));
  });

  it('[OIDC4] a return counts once, also for the browser it belongs to and when both arrive at once', async () => {
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, site.somebody());
    const results = await Promise.all([site.finish(back, begun.cookie), site.finish(back, begun.cookie)]);
    expect(results.map(({ actor }) => actor.kind).sort()).toEqual(['member', 'nobody']);
    expect((await site.finish(back, begun.cookie)).error).toBe('state_mismatch');
  });

  it('[OIDC4] a used code signs nobody in, whoever brings it', async () => {
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, site.somebody());
    expect((await site.finish(back, begun.cookie)).actor.kind).toBe('member');
    const again = await site.begin();
    back.searchParams.set('state', new URL(again.url).searchParams.get('state') ?? '');
    expect((await site.finish(back, again.cookie)).error).toBe('invalid_code');
  });

  it('[OIDC4] a return from another issuer, and one of somebody who said no, lead to the sign-in page', async () => {
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, site.somebody());
    back.searchParams.set('iss', 'https://evil.example');
    expect((await site.finish(back, begun.cookie)).error).toBe('issuer_mismatch');
    const refused = await site.begin({ returnPath: '/en/maps/1' });
    const state = new URL(refused.url).searchParams.get('state') ?? '';
    const no = new URL('http://localhost:3999/api/auth/callback/oidc?error=access_denied');
    no.searchParams.set('error_description', 'Call 0800 to go on');
    no.searchParams.set('state', state);
    const { target } = await site.finish(no, refused.cookie);
    expect(target.href).toBe('http://localhost:3999/en/sign-in?return=%2Fen%2Fmaps%2F1&error=access_denied');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'evil.example',
    'http://localhost:3999@evil.example/',
    `/${'a'.repeat(500)}`,
  ])('[OIDC4] %j is no way back', async (returnPath) => {
    const { response } = await site.begin({ returnPath });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'INVALID', field: 'returnPath' },
    ]);
  });

  it('[OIDC4] what else the library takes does not reach it', async () => {
    const evil = 'https://evil.example';
    const { url, cookie } = await site.begin({
      callbackURL: evil,
      errorCallbackURL: evil,
      newUserCallbackURL: evil,
      provider: 'google',
      scopes: ['offline_access'],
      additionalParams: { prompt: 'none' },
      idToken: { token: 'x' },
    });
    expect(new URL(url).searchParams.get('scope')).toBe('openid email profile');
    expect(new URL(url).searchParams.has('prompt')).toBe(false);
    expect((await site.finish(site.provider.approve(url, site.somebody()), cookie)).target.href).toBe(
      'http://localhost:3999/en',
    );
  });

  it('[OIDC4] only our own pages begin a sign-in', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await site.begin({}, headers)).response.status).toBe(403);
      expect((await site.begin({}, headers, 'link-social')).response.status).toBe(403);
    }
  });

  it('[OIDC4] the hundred-and-first failed return of an address is not looked at', async () => {
    const back = new URL('http://localhost:3999/api/auth/callback/oidc?code=x');
    for (let attempt = 0; attempt < oidcAllowance.attemptsMax; attempt += 1) {
      back.searchParams.set('state', `made-up-${attempt}`);
      expect((await site.finish(back, '')).error).toMatch(/^state_/);
    }
    expect((await site.finish(back, '')).error).toBe('too_many_attempts');
  });

  it('[OIDC7] pages are told what the button says, and logs nothing about people', async () => {
    const told = await site.api.get('/api/sign-in-methods');
    expect(await told.json()).toEqual({ provider: 'Example Login', passwords: true });
    const person = site.somebody('foreign.test');
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, person);
    await site.finish(back, begun.cookie);
    const text = site.api.logged.join('\n');
    for (const secret of [emailOf(person), back.searchParams.get('code') ?? '', begun.cookie]) {
      expect(text).not.toContain(secret);
    }
  });
});
