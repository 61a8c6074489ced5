import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MongoAuditLog } from '../../src/modules/audit/MongoAuditLog.ts';
import { cookieOf } from '../startTestApi.ts';
import { emailOf, fromOurPage, OidcSite } from './OidcSite.ts';

const hourMs = 60 * 60_000;

describe('how long a session through a provider lasts', () => {
  let site: OidcSite;
  beforeAll(async () => {
    site = await OidcSite.start({ sessionHours: 3 });
  });
  afterAll(() => site.close());
  beforeEach(() => site.next());

  const actorOf = (cookie: string) => site.api.identity.auth.resolveActorFresh(new Headers({ cookie }));
  const endOf = async (userId: string) => {
    const [session] = await site.models.Session.find({ userId }).lean();
    return session?.expiresAt.getTime() ?? 0;
  };

  it('[OIDC9] it ends after the hours of the setting, however much it is used', async () => {
    const begun = site.api.clock.now.getTime();
    const { response, actor } = await site.signIn(site.somebody());
    if (actor.kind !== 'member') throw new Error('Nobody.');
    const cookie = cookieOf(response);
    const until = await endOf(actor.userId);
    expect(Math.abs(until - begun - 3 * hourMs)).toBeLessThan(60_000);
    const asked = await site.api.get('/api/auth/get-session', { ...fromOurPage, cookie });
    expect(asked.status).toBe(200);
    expect(await endOf(actor.userId)).toBe(until);
    const { now } = site.api.clock;
    try {
      site.api.clock.now = new Date(until - 1_000);
      expect((await actorOf(cookie)).kind).toBe('member');
      site.api.clock.now = new Date(until + 1_000);
      expect((await actorOf(cookie)).kind).toBe('nobody');
    } finally {
      site.api.clock.now = now;
    }
  });

  it('[OIDC9] a session by password is not made longer by use either, and lasts as before', async () => {
    const cookie = await site.account(emailOf(site.somebody()));
    const actor = await actorOf(cookie);
    if (actor.kind !== 'member') throw new Error('Nobody.');
    const until = await endOf(actor.userId);
    expect(until - Date.now()).toBeGreaterThan(29 * 24 * hourMs);
    await site.models.Session.updateOne(
      { userId: actor.userId },
      { expiresAt: new Date(Date.now() + hourMs) },
    );
    const shortened = await endOf(actor.userId);
    await site.api.get('/api/auth/get-session', { ...fromOurPage, cookie });
    expect(await endOf(actor.userId)).toBe(shortened);
  });

  it('[OIDC10] connecting an account is written down, by whom and nothing else', async () => {
    const audit = new MongoAuditLog(site.api.connection, () => site.api.clock.now);
    const person = site.somebody();
    const cookie = await site.account(emailOf(person));
    const before = await audit.count(null, { acts: ['connectProvider'] });
    const begun = await site.begin({}, { cookie }, 'link-social');
    expect(await audit.count(null, { acts: ['connectProvider'] })).toBe(before);
    await site.finish(site.provider.approve(begun.url, person), `${cookie}; ${begun.cookie}`);
    const actor = await actorOf(cookie);
    if (actor.kind !== 'member') throw new Error('Nobody.');
    const [connected] = await audit.newest(null, { acts: ['connectProvider'] }, null, 1);
    expect(connected).toMatchObject({ actor: { userId: actor.userId }, refusedAs: null, facts: {} });
    expect(await audit.count(null, { acts: ['connectProvider'] })).toBe(before + 1);
    await site.signIn(person);
    expect(await audit.count(null, { acts: ['connectProvider'] })).toBe(before + 1);
    const [signIn] = await audit.newest(null, { acts: ['signIn'] }, null, 1);
    expect(signIn).toMatchObject({ facts: { by: 'provider' } });
  });
});

describe('with passwords switched off', () => {
  let site: OidcSite;
  beforeAll(async () => {
    site = await OidcSite.start({ passwords: false });
  });
  afterAll(() => site.close());
  beforeEach(() => site.next());

  it('[OIDC11] a right password signs nobody in, pages are told, and the provider does', async () => {
    const email = 'ani@listed.test';
    const password = 'correct horse battery';
    const account = { name: 'Ani', email, password, locale: 'en' } as const;
    await site.api.identity.auth.accounts.create(account, '127.0.0.1');
    const tried = await site.api.post('/api/auth/sign-in/email', { email, password });
    expect([tried.status, await tried.json()]).toMatchObject([403, { messageKey: 'errors.passwordsOff' }]);
    expect(tried.headers.getSetCookie()).toEqual([]);
    const audit = new MongoAuditLog(site.api.connection, () => site.api.clock.now);
    const [refused] = await audit.newest(null, {}, null, 1);
    expect(refused).toMatchObject({ act: 'signIn', refusedAs: 'FORBIDDEN', actor: null });
    const told = await site.api.get('/api/sign-in-methods');
    expect(await told.json()).toEqual({ provider: 'Example Login', passwords: false });
    expect((await site.signIn(site.somebody())).actor.kind).toBe('member');
  });

  it('[OIDC11] an invitation makes no account by password', async () => {
    const account = { name: 'Ani', email: 'b@listed.test', password: 'correct horse battery', locale: 'en' };
    const made = await site.api.post('/api/invitations/any/sign-up', { ...account, team: 'SALES' });
    expect([made.status, await made.json()]).toMatchObject([403, { messageKey: 'errors.passwordsOff' }]);
    expect(await site.models.User.exists({ email: 'b@listed.test' })).toBeNull();
  });
});
