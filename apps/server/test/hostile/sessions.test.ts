import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBetterAuth } from '../../src/auth/createBetterAuth.ts';
import { newSecretToken } from '../../src/auth/secretToken.ts';
import { cookieOf, startTestApi, type TestApi } from '../startTestApi.ts';
import { CorpusCount } from './CorpusCount.ts';
import { plantedCookies } from './plantedCookies.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';
import { watchHashes } from './watchHashes.ts';

const password = 'correct horse battery';
const cookieName = 'jejak.session_token';
const nobody = { kind: 'nobody' };

describe('hostile sessions', () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Auth and sessions, sessions');
  let api: TestApi;
  let people = 0;
  /** Secrets that were told to somebody: none of them may be in the log. */
  const secrets: string[] = [password];

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => {
    unhandled.stop();
    await api.close();
    count.tell();
  });

  const account = async () => {
    people += 1;
    const email = `person-${people}@example.test`;
    const { userId, cookies } = await api.identity.auth.accounts.create(
      { name: 'Sri', email, password, locale: 'id' },
      '127.0.0.1',
    );
    secrets.push(email, ...cookies.map((cookie) => cookie.split(';')[0] ?? ''));
    return { email, userId, cookie: cookies.map((each) => each.split(';')[0]).join('; ') };
  };
  const from = () => ({ 'x-forwarded-for': `203.0.113.${people % 250}` });
  const signIn = (email: string, secret = password, headers: Record<string, string> = {}) =>
    api.post('/api/auth/sign-in/email', { email, password: secret }, { ...from(), ...headers });
  const actorOf = (cookie: string) => api.identity.auth.resolveActorFresh(new Headers({ cookie }));
  const sessionsOf = (userId: string) => api.identity.auth.models.Session.find({ userId }).lean();
  const signed = (token: string, secret = api.config.authSecret) =>
    `${cookieName}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

  let victim: Awaited<ReturnType<typeof account>> | null = null;
  /** By which somebody gets a session, beside the provider. */
  const doors = {
    'signing in': async (cookie: string) => {
      victim ??= await account();
      const { email, userId } = victim;
      const { length } = await sessionsOf(userId);
      return { userId, before: length, response: await signIn(email, password, { cookie }) };
    },
    'an invitation': async (cookie: string) => {
      const { workspaceId, owner } = await api.seed.team();
      const { token } = await invite(workspaceId, owner.userId);
      people += 1;
      const email = `person-${people}@example.test`;
      const body = { name: 'Sri', email, password, locale: 'id', team: 'SALES' };
      const response = await api.post(`/api/invitations/${token}/sign-up`, body, { cookie });
      const user = await api.identity.auth.models.User.findOne({ email }).lean();
      return { userId: user?._id ?? '', before: 0, response };
    },
  } as const;
  const invite = async (workspaceId: string, userId: string) => {
    const { createInvitation } = await import('../../src/modules/invitations/createInvitation.ts');
    const session = await api.seed.session(userId);
    const actor = await actorOf(session.cookie);
    return createInvitation(api.identity.services.identity, actor, { workspaceId, role: 'editor' });
  };

  it.each(Object.entries(doors))(
    '[HOSTILE11] [AUTH16] %s makes a new session, whatever cookie was planted, and ends the one that was brought',
    async (_name, open) => {
      const attacker = await account();
      const ended = await api.seed.session(attacker.userId);
      await api.post('/api/auth/sign-out', {}, { cookie: ended.cookie });
      const expired = await api.seed.session(attacker.userId, new Date(api.clock.now.getTime() - 1_000));
      const cases = plantedCookies({
        name: cookieName,
        own: attacker.cookie,
        ended: ended.cookie,
        expired: expired.cookie,
        chosen: signed(newSecretToken()),
        forged: signed(newSecretToken(), 'another secret'),
        data: cookieName.replace('token', 'data'),
      });
      for (const { name, cookie, isSession } of cases) {
        const own = isSession
          ? (await signIn(attacker.email)).headers.getSetCookie()[0]?.split(';')[0]
          : null;
        const planted = own ? cookie.replace(attacker.cookie.split('; ')[0] ?? '', own) : cookie;
        const { userId, before, response } = await open(planted);
        expect([name, response.status < 300]).toEqual([name, true]);
        const given = cookieOf(response);
        expect(given).toMatch(new RegExp(`(^|; )${cookieName}=[^;]{60,}`));
        for (const part of planted.split('; ')) expect(given.split('; ')).not.toContain(part);
        expect([name, await actorOf(given)]).toEqual([name, expect.objectContaining({ userId })]);
        expect([name, await sessionsOf(userId)]).toEqual([
          name,
          expect.objectContaining({ length: before + 1 }),
        ]);
        // Nobody who knows what was planted knows a session by it.
        expect([name, await actorOf(planted)]).toEqual([name, nobody]);
        count.add('fixation');
      }
    },
  );

  it('[HOSTILE11] [AUTH4] signing out ends the session in every browser that holds it, and no other one', async () => {
    const forms: readonly (readonly [string, RequestInit])[] = [
      ['as a page does', { method: 'POST', body: '{}' }],
      ['without a body', { method: 'POST' }],
      [
        'with another person’s id',
        { method: 'POST', body: '{"userId":"usr_other","sessionId":"ses_other"}' },
      ],
      ['with an address to go to', { method: 'POST', body: '{"callbackURL":"https://evil.example/"}' }],
    ];
    for (const [name, request] of forms) {
      const { userId } = await api.seed.person();
      const [{ cookie: first }, { cookie: second }] = [
        await api.seed.session(userId),
        await api.seed.session(userId),
      ];
      const headers = { 'content-type': 'application/json', cookie: first };
      const response = await fetch(`${api.url}/api/auth/sign-out`, {
        ...request,
        headers,
        redirect: 'manual',
      });
      expect([name, response.status]).toEqual([name, 200]);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).not.toContain('evil');
      expect([name, await actorOf(first), await actorOf(second)]).toEqual([
        name,
        nobody,
        expect.objectContaining({ userId }),
      ]);
      count.add('signing out');
    }
    const { userId, cookie } = await api.seed.person();
    const others = [
      ['GET', '{}'],
      ['PUT', '{}'],
      ['DELETE', '{}'],
      ['PATCH', '{}'],
    ] as const;
    for (const [method, body] of others) {
      const response = await fetch(`${api.url}/api/auth/sign-out`, {
        method,
        headers: { 'content-type': 'application/json', cookie },
        ...(method === 'GET' ? {} : { body }),
      });
      expect([method, response.status]).toEqual([method, 404]);
      expect(await actorOf(cookie)).toMatchObject({ userId });
      count.add('signing out');
    }
  });

  it('[HOSTILE11] [AUTH1] [T14] no endpoint of the sign-in library answers but those that are listed', async () => {
    const library = createBetterAuth({
      connection: api.connection,
      config: api.config,
      newcomers: { admits: async () => false, welcome: async () => {} },
      onVerified: async () => {},
      origins: new Set(),
      aheadMs: () => 0,
      onSessionEnd: async () => {},
      onConnected: async () => {},
      log: () => {},
    });
    const known = Object.values(library.api).flatMap((endpoint) =>
      'path' in endpoint && typeof endpoint.path === 'string' ? [endpoint.path] : [],
    );
    // Of parts that are not built in, and that had holes elsewhere.
    const others = [
      '/api-key/create',
      '/api-key/update',
      '/api-key/verify',
      '/api-key/get',
      '/api-key/list',
      '/api-key/delete',
    ]
      .concat([
        '/two-factor/verify-totp',
        '/two-factor/verify-otp',
        '/two-factor/disable',
        '/two-factor/enable',
      ])
      .concat(['/multi-session/list-device-sessions', '/multi-session/set-active', '/multi-session/revoke'])
      .concat([
        '/admin/create-user',
        '/admin/set-role',
        '/admin/impersonate-user',
        '/admin/list-users',
        '/admin/ban-user',
      ])
      .concat([
        '/sign-in/magic-link',
        '/sign-in/anonymous',
        '/sign-in/username',
        '/sign-in/phone-number',
        '/sign-in/oauth2',
      ])
      .concat([
        '/sso/register',
        '/sso/callback/x',
        '/oauth2/token',
        '/oauth2/register',
        '/passkey/register',
        '/jwks',
        '/token',
      ])
      .concat([
        '/email-otp/send-verification-otp',
        '/one-tap/callback',
        '/siwe/verify',
        '/device/code',
        '/scim/v2/Users',
      ])
      .concat([
        '/sign-up/email/',
        '//sign-up/email',
        '/%73ign-up/email',
        '/sign-in/../sign-up/email',
        '/SIGN-UP/EMAIL',
        '/ok/../sign-up/email',
      ]);
    expect(known.length).toBeGreaterThan(40);
    const open = new Set(['POST /sign-in/email', 'POST /sign-out', 'GET /get-session', 'GET /ok']);
    const owner = (await api.seed.team()).owner;
    const before = await api.identity.auth.models.User.countDocuments({});
    const surprises: unknown[] = [];
    for (const path of new Set([...known, ...others])) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (open.has(`${method} ${path}`)) continue;
        const body = JSON.stringify({
          userId: owner.userId,
          email: owner.email,
          password,
          name: 'x',
          role: 'owner',
        });
        const response = await fetch(`${api.url}/api/auth${path.replaceAll(/:\w+/g, 'x')}`, {
          method,
          headers: { 'content-type': 'application/json', cookie: owner.cookie, origin: api.config.publicUrl },
          redirect: 'manual',
          ...(method === 'GET' ? {} : { body }),
        });
        const told = (await response.json().catch(() => null)) as { readonly code?: string } | null;
        if (
          response.status !== 404 ||
          told?.code !== 'NOT_FOUND' ||
          response.headers.getSetCookie().length > 0
        )
          surprises.push([method, path, response.status, told]);
        count.add('closed endpoints');
      }
    }
    expect(surprises).toEqual([]);
    expect(await api.identity.auth.models.User.countDocuments({})).toBe(before);
    expect(await actorOf(owner.cookie)).toMatchObject({ userId: owner.userId });
  });

  it('[HOSTILE11] [AUTH14] sessions, tickets and invitations end by the time of the database, to the millisecond', async () => {
    const now = api.clock.now.getTime();
    const person = await account();
    for (const [ms, isOver] of [
      [-86_400_000, true],
      [-1, true],
      [0, true],
      [1, false],
      [60_000, false],
    ] as const) {
      const at = new Date(now + ms);
      const session = await api.seed.session(person.userId, at);
      expect([ms, (await api.identity.auth.actorOfSession(session.sessionId)).kind]).toEqual([
        ms,
        isOver ? 'nobody' : 'member',
      ]);
      const { tickets } = api.identity.auth;
      const alive = await api.seed.session(person.userId);
      const { ticket } = await tickets.issue({ ...alive, userId: person.userId, token: null }, 'map_a');
      await api.connection.collection('tickets').updateMany({}, { $set: { expiresAt: at } });
      expect([ms, (await tickets.consume(ticket, 'map_a')).kind]).toEqual([ms, isOver ? 'nobody' : 'member']);
      const { workspaceId, owner } = await api.seed.team();
      const { token } = await invite(workspaceId, owner.userId);
      await api.connection
        .collection('invitationLinks')
        .updateMany({ workspaceId }, { $set: { expiresAt: at } });
      expect([ms, (await api.get(`/api/invitations/${token}`)).status]).toEqual([ms, isOver ? 404 : 200]);
      count.add('expiry', 3);
    }
  });

  it('[HOSTILE11] [AUTH17] whoever is not let in costs one hash and is told the same, whatever it was', async () => {
    const known = await account();
    const [seeded, stillborn] = [await api.seed.person(), await api.seed.person()];
    const { User, Account } = api.identity.auth.models;
    await User.updateOne({ _id: stillborn.userId }, { $set: { createdAt: new Date(0) } });
    await Account.collection.insertOne({
      ...{ _id: 'acc_provider' as never, userId: seeded.userId, providerId: 'oidc', accountId: 'subject' },
    });
    const whom = {
      somebody: known.email,
      'somebody of the provider': seeded.email,
      'a sign-up that died': stillborn.email,
      nobody: 'nobody@example.test',
    };
    const tries: Readonly<Record<string, string>> = {
      'a wrong password': 'wrong password',
      'the right one in capitals': password.toUpperCase(),
      nothing: '',
      'a thousand letters': 'x'.repeat(1_000),
      'a NUL before the right one': `\0${password}`,
    };
    const hashes = watchHashes();
    try {
      for (const [name, secret] of Object.entries(tries)) {
        const told = new Map<string, unknown>();
        for (const [who, email] of Object.entries(whom)) {
          people += 1;
          const before = hashes.count();
          const response = await api.post('/api/auth/sign-in/email', { email, password: secret }, from());
          const headers = [...response.headers].filter(([header]) => header !== 'date');
          told.set(who, [response.status, hashes.count() - before, await response.text(), headers]);
          // The limits are not what is tried here.
          await api.connection.collection('attempts').deleteMany({});
          count.add('equal work');
        }
        const [first, ...others] = told.values();
        expect([name, first]).toEqual([name, expect.arrayContaining([expect.any(Number)])]);
        for (const each of others) expect([name, each]).toEqual([name, first]);
        if (secret.length <= 128) expect([name, first]).toEqual([name, expect.arrayContaining([401, 1])]);
      }
    } finally {
      hashes.stop();
    }
  });

  it('[HOSTILE11] [AUTH10] nothing went unhandled, and none of these secrets is in the log', () => {
    expect(unhandled.seen).toEqual([]);
    const text = api.logged.join('\n');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
