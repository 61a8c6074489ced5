import type { FakePerson } from '@jejak/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MongoAuditLog } from '../../src/modules/audit/MongoAuditLog.ts';
import { createInvitation } from '../../src/modules/invitations/createInvitation.ts';
import { cookieOf } from '../startTestApi.ts';
import { emailOf, fromOurPage, listedWorkspaceId, OidcSite } from './OidcSite.ts';

describe('accounts through a provider', () => {
  let site: OidcSite;
  beforeAll(async () => {
    site = await OidcSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.next());

  it('[OIDC6] somebody of a listed domain comes in as a member of the named workspace, once', async () => {
    const person = site.somebody();
    const first = await site.signIn(person, {}, { returnPath: '/id/maps/1?layer=2' });
    expect(first.target.href).toBe('http://localhost:3999/id/maps/1?layer=2');
    expect(first.actor).toMatchObject({
      kind: 'member',
      name: 'Sri Rahayu',
      email: emailOf(person),
      locale: 'id',
      memberships: [{ workspaceId: listedWorkspaceId, role: 'commenter', team: 'OTHER' }],
    });
    if (first.actor.kind !== 'member') throw new Error('Nobody.');
    const { userId } = first.actor;
    await site.models.Member.deleteMany({ userId });
    const second = await site.signIn(person);
    expect(second.actor).toMatchObject({ userId, memberships: [] });
    const [stored] = await site.models.Account.collection.find({ userId }).toArray();
    expect(stored).toMatchObject({
      providerId: 'oidc',
      accountId: `${site.provider.client.issuer} ${person.sub}`,
    });
    expect([stored?.idToken, stored?.accessToken, stored?.refreshToken]).toEqual([null, null, null]);
  });

  it('[OIDC7] who signed in, who was refused and who came into the workspace is written down', async () => {
    const audit = new MongoAuditLog(site.api.connection, () => site.api.clock.now);
    const { actor } = await site.signIn(site.somebody());
    if (actor.kind !== 'member') throw new Error('Nobody.');
    const { userId } = actor;
    const [signIn] = await audit.newest(null, {}, null, 1);
    expect(signIn).toMatchObject({ act: 'signIn', refusedAs: null, targetId: userId });
    const [arrival] = await audit.newest(listedWorkspaceId, {}, null, 1);
    expect(arrival).toMatchObject({ act: 'signUp', targetId: userId });
    const stranger = { ...site.somebody('foreign.test'), sub: 'stranger' };
    expect((await site.signIn(stranger)).error).toBe('not_invited');
    const [refused] = await audit.newest(null, {}, null, 1);
    expect(refused).toMatchObject({ act: 'signIn', refusedAs: 'UNAUTHENTICATED', targetId: null });
  });

  it('[OIDC6] nobody else comes in without an invitation', async () => {
    for (const domain of ['foreign.test', 'sub.listed.test', 'listed.test.foreign.test', 'unlisted.test']) {
      const person = site.somebody(domain);
      const { error, actor, target } = await site.signIn(person, {}, { locale: 'id' });
      expect([error, actor.kind]).toEqual(['not_invited', 'nobody']);
      expect([target.origin, target.pathname]).toEqual(['http://localhost:3999', '/id/sign-in']);
      expect(target.searchParams.has('error_description')).toBe(false);
      expect(await site.models.User.exists({ email: emailOf(person) })).toBeNull();
    }
  });

  it('[OIDC6] with an invitation that works anybody may have an account, and joins on its page', async () => {
    const { identity } = site.api.identity.services;
    const owner = await site.api.seed.person({ workspaceId: listedWorkspaceId, role: 'owner' });
    const { token } = await createInvitation(
      identity,
      await site.api.identity.auth.resolveActorFresh(owner.headers),
      {
        workspaceId: listedWorkspaceId,
        role: 'editor',
        usesMax: 1,
      },
    );
    const person = site.somebody('foreign.test');
    expect((await site.signIn(person, {}, { returnPath: '/en/invite/made-up' })).error).toBe('not_invited');
    const { response, target, actor } = await site.signIn(person, {}, { returnPath: `/en/invite/${token}` });
    expect(target.pathname).toBe(`/en/invite/${token}`);
    expect(actor).toMatchObject({ kind: 'member', memberships: [] });
    const cookie = cookieOf(response);
    const joined = await site.api.post(
      `/api/invitations/${token}/accept`,
      { team: 'SALES' },
      { ...fromOurPage, cookie },
    );
    expect(joined.status).toBe(200);
    expect(await site.api.identity.auth.resolveActorFresh(new Headers({ cookie }))).toMatchObject({
      memberships: [{ workspaceId: listedWorkspaceId, role: 'editor' }],
    });
  });

  it('[OIDC5] an account made by password is not taken over by its address, nor its maker let in', async () => {
    const person = site.somebody();
    await site.account(emailOf(person));
    const { error, actor } = await site.signIn(person);
    expect([error, actor.kind]).toEqual(['account_not_linked', 'nobody']);
    expect(
      await site.models.Account.countDocuments({
        providerId: 'oidc',
        accountId: new RegExp(`${person.sub}$`),
      }),
    ).toBe(0);
  });

  it('[OIDC5] another subject of the same address does not get the account either', async () => {
    const person = site.somebody();
    await site.signIn(person);
    expect((await site.signIn({ ...person, sub: 'successor' })).error).toBe('account_not_linked');
  });

  it('[OIDC5] whoever is signed in connects their account, by the same verified address alone', async () => {
    const person = site.somebody();
    const cookie = await site.account(emailOf(person));
    const connect = async (as: FakePerson) => {
      const begun = await site.begin({ returnPath: '/en/maps/1' }, { cookie }, 'link-social');
      return site.finish(site.provider.approve(begun.url, as), `${cookie}; ${begun.cookie}`);
    };
    const other = await connect({ ...person, email: 'other@listed.test' });
    expect([other.error, other.target.pathname]).toEqual(['email_does_not_match', '/en/sign-in/connect']);
    expect((await connect({ ...person, email_verified: false })).error).toBe('unable_to_link_account');
    const right = await connect(person);
    expect([right.error, right.target.pathname]).toEqual([null, '/en/maps/1']);
    const { actor } = await site.signIn(person);
    expect(actor).toMatchObject({ kind: 'member', email: emailOf(person) });
    const [stored] = await site.models.Account.collection
      .find({ accountId: `${site.provider.client.issuer} ${person.sub}` })
      .toArray();
    expect([stored?.idToken, stored?.accessToken]).toEqual([null, null]);
  });

  it('[OIDC5] nobody connects an account without being signed in, or after signing out', async () => {
    expect((await site.begin({}, {}, 'link-social')).response.status).toBe(401);
    const person = site.somebody();
    const cookie = await site.account(emailOf(person));
    const begun = await site.begin({}, { cookie }, 'link-social');
    await site.api.post('/api/auth/sign-out', {}, { ...fromOurPage, cookie });
    const { error } = await site.finish(site.provider.approve(begun.url, person), begun.cookie);
    expect(error).toBe('unable_to_link_account');
  });

  it('[OIDC5] what a sign-up left that died half-way does not hold its address for ever', async () => {
    const person = site.somebody();
    const { userId } = await site.api.seed.person({ email: emailOf(person) });
    const longAgo = new Date(site.api.clock.now.getTime() - 60_001);
    await site.models.User.updateOne({ _id: userId }, { $set: { createdAt: longAgo } });
    expect((await site.signIn(person)).actor).toMatchObject({
      memberships: [{ workspaceId: listedWorkspaceId }],
    });
  });
});
