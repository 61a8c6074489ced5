import { betterAuth } from 'better-auth';
import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OidcSite } from '../oidc/OidcSite.ts';
import { cookieOf } from '../startTestApi.ts';
import { TokenBed } from '../tokens/TokenBed.ts';
import { CorpusCount } from './CorpusCount.ts';

const password = 'correct horse battery';

/** What was found in the sign-in library, or in programs around it, tried here: one test for each class. */
describe('advisories', () => {
  const count = new CorpusCount('Auth and sessions, advisories');
  let site: OidcSite;
  beforeAll(async () => {
    site = await OidcSite.start();
  });
  afterAll(async () => {
    await site.close();
    count.tell();
  });

  const signIn = (body: object, headers: Record<string, string> = {}) =>
    site.api.post('/api/auth/sign-in/email', body, headers);
  const known = async (cookie: string) => site.api.identity.auth.resolveActorFresh(new Headers({ cookie }));

  it('[HOSTILE11] [T14] CVE-2025-61928: nobody makes a token for somebody else', async () => {
    const bed = await TokenBed.start();
    try {
      const { editor, owner, workspaceId } = bed.team;
      const input = { name: 'x', scopes: ['maps:read'] };
      for (const more of [
        { userId: owner.userId },
        { user: owner.userId },
        { referenceId: owner.userId },
        { actor: { userId: owner.userId } },
      ]) {
        for (const as of [editor, null]) {
          const told = await bed.act('createPersonalToken', { ...input, ...more }, 'secret', as);
          expect(told).not.toHaveProperty('secret');
          count.add('tokens for others');
        }
      }
      const made = await bed.personal({ scopes: ['account:read'], workspaceId }, editor);
      const { data } = await bed.ask('{ viewer { id } }', {}, made.secret);
      expect(data).toEqual({ viewer: { id: editor.userId } });
      const kept = await bed.server.database.connection.collection('apiTokens').find().toArray();
      expect(kept.map(({ userId }) => userId)).toEqual([editor.userId]);
      count.add('tokens for others');
    } finally {
      await bed.server.close();
    }
  });

  it('[HOSTILE11] [T14] GHSA-xg6x-h9c9-2m83: a session that a cookie remembers is not believed', async () => {
    const { config, connection } = site.api;
    if (connection.db === undefined) throw new Error('no database');
    // The same library on the same data, with the memory that ours has switched off.
    const remembering = betterAuth({
      baseURL: config.publicUrl,
      secret: config.authSecret,
      database: mongodbAdapter(connection.db),
      emailAndPassword: { enabled: true },
      session: { cookieCache: { enabled: true, maxAge: 3_600 } },
      advanced: { cookiePrefix: 'jejak' },
      telemetry: { enabled: false },
    });
    const email = 'remembered@example.test';
    await site.account(email);
    const { headers } = await remembering.api.signInEmail({ body: { email, password }, returnHeaders: true });
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const remembered = cookies.find((cookie) => cookie.startsWith('jejak.session_data=')) ?? '';
    expect(remembered.length).toBeGreaterThan(100);
    const all = cookies.join('; ');
    expect(await known(all)).toMatchObject({ kind: 'member', email });
    expect((await site.api.post('/api/auth/sign-out', {}, { cookie: all })).status).toBe(200);
    for (const cookie of [all, remembered]) {
      expect(await known(cookie)).toEqual({ kind: 'nobody' });
      const told = await site.api.get('/api/auth/get-session', { cookie });
      expect(await told.text()).not.toContain(email);
      count.add('remembered sessions');
    }
  });

  it('[HOSTILE11] [T14] CVE-2026-45364: one household guesses five times, however its addresses are written', async () => {
    const households = [
      [
        '198.51.100.9',
        '::ffff:198.51.100.9',
        '::FFFF:198.51.100.9',
        '::ffff:c633:6409',
        '0:0:0:0:0:ffff:198.51.100.9',
      ],
      [
        '2001:db8:7:7::1',
        '2001:DB8:7:7::2',
        '2001:0db8:0007:0007:1:2:3:4',
        '2001:db8:7:7:ffff::',
        '2001:db8:7:7:0:0:9.9.9.9',
      ],
    ];
    for (const addresses of households) {
      const statuses: number[] = [];
      for (const [at, address] of [...addresses, addresses[0] ?? ''].entries()) {
        const email = `guessed-${at}@example.test`;
        statuses.push(
          (await signIn({ email, password: 'wrong password' }, { 'x-forwarded-for': address })).status,
        );
        count.add('spellings of an address');
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    }
  });

  it('[HOSTILE11] [T14] GHSA-g38m-r43w-p2q7: an address that nobody vouches for joins no accounts', async () => {
    for (const vouched of [undefined, false, 'false', 'yes', 1, null, ['true']]) {
      site.next();
      const person = { ...site.somebody('elsewhere.test'), email_verified: vouched };
      const own = await site.account(String(person.email).toLowerCase());
      const { actor, error } = await site.signIn(person);
      expect([vouched, actor.kind, typeof error]).toEqual([vouched, 'nobody', 'string']);
      expect(await known(own)).toMatchObject({ kind: 'member' });
      count.add('addresses not vouched for');
    }
    expect(await site.models.Account.countDocuments({ providerId: 'oidc' })).toBe(0);
  });

  it('[HOSTILE11] [T14] GHSA-fmh4-wcc4-5jm3: an invitation by e-mail is nobody’s, whoever has that address', async () => {
    site.next();
    const { workspaceId, owner } = await site.api.seed.team();
    const email = 'invited@example.test';
    const cookie = await site.account(email);
    const id = 'inv_byemail';
    await site.api.connection.collection('invitation').insertOne({
      ...{ _id: id as never, organizationId: workspaceId, email, role: 'owner', status: 'pending' },
      ...{ inviterId: owner.userId, expiresAt: new Date(Date.now() + 86_400_000), createdAt: new Date() },
    });
    const from = { cookie, origin: 'http://localhost:3999' };
    for (const path of [
      'accept-invitation',
      'reject-invitation',
      'cancel-invitation',
      'set-active',
      'invite-member',
      'add-member',
    ])
      expect(
        (
          await site.api.post(
            `/api/auth/organization/${path}`,
            { invitationId: id, organizationId: workspaceId },
            from,
          )
        ).status,
      ).toBe(404);
    for (const path of [
      `get-invitation?id=${id}`,
      'list-user-invitations',
      `list-invitations?organizationId=${workspaceId}`,
    ])
      expect((await site.api.get(`/api/auth/organization/${path}`, from)).status).toBe(404);
    expect(await known(cookie)).toMatchObject({ memberships: [] });
    count.add('invitations by e-mail', 9);
  });

  it('[HOSTILE11] [T14] GHSA-qq9h-g4jm-xgf3: whoever takes an address first does not wait in the account of its owner', async () => {
    site.next();
    const person = site.somebody('listed.test');
    const email = String(person.email).toLowerCase();
    const waiting = await site.account(email);
    const before = await known(waiting);
    const { actor, error } = await site.signIn(person);
    // The owner of the address is told that there is an account; they do not get into one that somebody else holds.
    expect([actor.kind, error]).toEqual(['nobody', 'account_not_linked']);
    expect(await known(waiting)).toEqual(before);
    expect(before).toMatchObject({ memberships: [] });
    count.add('addresses taken first');
  });

  it('[HOSTILE11] [OIDC7] [AUTH16] signing in through the provider ends the session that the browser brought', async () => {
    site.next();
    const email = 'before@example.test';
    const former = await site.account(email);
    const begun = await site.begin();
    const back = site.provider.approve(begun.url, site.somebody());
    const { actor } = await site.finish(back, `${begun.cookie}; ${former}`);
    expect(actor.kind).toBe('member');
    expect(await known(former)).toEqual({ kind: 'nobody' });
    count.add('sessions through the provider');
  });

  it('[HOSTILE11] [AUTH18] [T14] signing in leads to no other site, whatever it is asked to', async () => {
    site.next();
    const email = 'led@example.test';
    await site.account(email);
    const targets = [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      'https:evil.example',
    ]
      .concat([
        'http://localhost:3999.evil.example/',
        'http://localhost:3999@evil.example/',
        '/%2f/evil.example',
        '\t//evil.example',
        '/en',
      ])
      .concat([
        'https://evil.example/http://localhost:3999',
        '?x=https://evil.example',
        'http://127.0.0.1:1/',
      ]);
    for (const [at, callbackURL] of targets.entries()) {
      const response = await site.api.post(
        '/api/auth/sign-in/email',
        { email, password, callbackURL },
        { 'x-forwarded-for': `192.0.2.${at + 1}` },
      );
      const text = await response.text();
      const location = response.headers.get('location');
      expect([callbackURL, location === null || location.startsWith('/en')]).toEqual([callbackURL, true]);
      expect(text).not.toContain('evil');
      if (response.ok) expect(cookieOf(response)).toContain('session_token');
      count.add('other sites');
    }
  });
});
