import type { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, type Server } from 'node:http';
import {
  getCurrentAuthContextAsyncLocalStorage,
  getCurrentDBAdapterAsyncLocalStorage,
  getRequestStateAsyncLocalStorage,
} from '@better-auth/core/context';
import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestIdentity, type TestIdentity } from '../../test/seed.ts';
import { DomainError } from '../errors/DomainError.ts';
import { createAuth } from './createAuth.ts';

const password = 'correct horse battery';

describe('sign-in', () => {
  let identity: TestIdentity;
  let server: Server;
  let base: string;
  let count = 0;

  beforeAll(async () => {
    identity = await startTestIdentity();
    server = createServer((request, response) => {
      identity.auth.nodeHandler(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('No port.');
    base = `http://127.0.0.1:${address.port}`;
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await identity.close();
  });

  beforeEach(() => {
    count += 1;
    identity.disconnected.length = 0;
  });

  const newEmail = () => `someone-${count}@example.test`;
  const create = (email: string) =>
    identity.auth.accounts.create({ name: 'Sri', email, password, locale: 'id' }, '127.0.0.1');
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `203.0.113.${count}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const signIn = (email: string, secret = password, headers: Record<string, string> = {}) =>
    post('/api/auth/sign-in/email', { email, password: secret }, headers);
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');

  it('[OPS9] the rehearsal looks for a session as for that of a person, and leaves nothing behind', async () => {
    const { models, rehearse } = identity.auth;
    const counts = () => Promise.all([models.Session.countDocuments(), models.User.countDocuments()]);
    const before = await counts();
    const asked: string[] = [];
    const note = ({ command }: CommandStartedEvent): void => {
      asked.push(String(command.find ?? command.aggregate));
    };
    identity.connection.getClient().on('commandStarted', note);
    await rehearse();
    identity.connection.getClient().off('commandStarted', note);
    expect(asked).toEqual(expect.arrayContaining(['session', 'user', 'member']));
    expect(await counts()).toEqual(before);
  });

  it('[AUTH3] a person signs in with e-mail and password and is known by an HttpOnly cookie', async () => {
    const email = newEmail();
    const { userId } = await create(email);
    const response = await signIn(email.toUpperCase());
    expect(response.status).toBe(200);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const [token = ''] = decodeURIComponent(cookie.split('=')[1] ?? '').split('.');
    const session = await fetch(`${base}/api/auth/get-session`, { headers: { cookie: cookieOf(response) } });
    const told = [await response.text(), await session.text()];
    expect(told[1]).toContain(email);
    for (const text of told) expect(text).not.toContain(token);
    const actor = await identity.auth.resolveActor(new Headers({ cookie: cookieOf(response) }));
    expect(actor).toEqual({
      kind: 'member',
      userId,
      sessionId: expect.stringMatching(/^ses_/),
      token: null,
      name: 'Sri',
      email,
      locale: 'id',
      memberships: [],
    });
  });

  it('[AUTH3] a seeded session is as good as one from signing in', async () => {
    const { workspaceId, viewer } = await identity.seed.team();
    const actor = await identity.auth.resolveActor(viewer.headers);
    expect(actor).toMatchObject({
      userId: viewer.userId,
      sessionId: viewer.sessionId,
      memberships: [{ workspaceId, role: 'viewer', team: 'OTHER' }],
    });
  });

  it('[AUTH15] signing up, signing in and being known leave nothing that is followed', async () => {
    const storages = await Promise.all([
      getRequestStateAsyncLocalStorage(),
      getCurrentDBAdapterAsyncLocalStorage(),
      getCurrentAuthContextAsyncLocalStorage(),
    ]);
    const email = newEmail();
    const steps = [
      () => create(email),
      () => signIn(email),
      async () => {
        const headers = new Headers({ cookie: cookieOf(await signIn(email)) });
        expect(await identity.auth.resolveActorFresh(headers)).toMatchObject({ email });
      },
    ];
    const inside: AsyncLocalStorage<unknown>[] = storages;
    for (const step of steps) {
      for (const storage of inside) storage.enterWith('followed');
      await step();
      expect(inside.map((storage) => storage.getStore())).toEqual([undefined, undefined, undefined]);
    }
  });

  it('[AUTH2] five sign-ups at the same moment make one user', async () => {
    const email = newEmail();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => create(email)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toBeInstanceOf(DomainError);
        expect(result.reason).toMatchObject({ code: 'EMAIL_TAKEN', field: 'email' });
      }
    }
    expect(await identity.auth.models.User.countDocuments({ email })).toBe(1);
    expect(await identity.auth.models.Account.countDocuments({})).toBe(
      await identity.auth.models.Account.distinct('userId').then(({ length }) => length),
    );
  });

  it('[AUTH2] a sign-up that died between two writes does not hold its address for ever', async () => {
    const email = newEmail();
    const { userId } = await identity.seed.person({ email });
    await expect(create(email)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    const longAgo = new Date(identity.clock.now.getTime() - 60_001);
    await identity.auth.models.User.updateOne({ _id: userId }, { $set: { createdAt: longAgo } });
    const created = await create(email);
    expect(created.userId).not.toBe(userId);
    await identity.auth.models.User.updateOne({ _id: created.userId }, { $set: { createdAt: longAgo } });
    await expect(create(email)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  it('[AUTH3] where the public address is https, cookies are for https only', async () => {
    const auth = await createAuth({
      connection: identity.connection,
      config: { ...identity.config, publicUrl: 'https://maps.example' },
      liveMaps: { disconnect: async () => {} },
      addressOf: () => '127.0.0.1',
      log: { warn: () => {}, error: () => {} },
    });
    const { cookies } = await auth.accounts.create(
      { name: 'Sri', email: newEmail(), password, locale: 'id' },
      '127.0.0.1',
    );
    expect(cookies[0]).toMatch(/^__Secure-jejak\.session_token=.*; HttpOnly; .*Secure|; Secure; .*HttpOnly/);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    expect(await auth.resolveActor(new Headers({ cookie }))).toMatchObject({ kind: 'member' });
    expect(auth.origins.has('https://maps.example')).toBe(true);
  });

  it('[AUTH1] public sign-up and every endpoint that is not listed are closed', async () => {
    const before = await identity.auth.models.User.countDocuments({});
    const closed = [
      '/api/auth/sign-up/email',
      '/api/auth/organization/create',
      '/api/auth/organization/update-member-role',
      '/api/auth/organization/invite-member',
      '/api/auth/update-user',
      '/api/auth/change-email',
      '/api/auth/delete-user',
      '/api/auth/sign-in/social',
      '/api/auth/sign-up/email/',
      '/api/auth//sign-up/email',
      '/api/auth/%73ign-up/email',
      '/api/auth/sign-in/../sign-up/email',
    ];
    for (const path of closed) {
      const response = await post(path, { name: 'X', email: newEmail(), password });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect(await identity.auth.models.User.countDocuments({})).toBe(before);
  });

  it('[AUTH4] signing out ends the session at once and cuts its sockets off', async () => {
    const email = newEmail();
    await create(email);
    const cookie = cookieOf(await signIn(email));
    const headers = new Headers({ cookie });
    const actor = await identity.auth.resolveActor(headers);
    if (actor.kind !== 'member') throw new Error('Not signed in.');
    const response = await post('/api/auth/sign-out', {}, { cookie });
    expect(response.status).toBe(200);
    expect(await identity.auth.resolveActor(headers)).toEqual({ kind: 'nobody' });
    expect(await identity.auth.actorOfSession(actor.sessionId ?? '')).toEqual({ kind: 'nobody' });
    expect(identity.disconnected).toEqual([{ subject: { sessionId: actor.sessionId }, code: 4401 }]);
  });

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin of its own', { origin: 'null' }],
    ['a sub-domain', { origin: 'http://a.localhost:3999' }],
    ['a suffix', { origin: 'http://localhost:3999.evil.example' }],
    ['another port', { origin: 'http://localhost:3998' }],
    ['another scheme', { origin: 'https://localhost:3999' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site fetch', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3999' }],
  ])('[AUTH5] a sign-in or sign-out from %s is refused', async (_name, headers) => {
    const email = newEmail();
    await create(email);
    const response = await signIn(email, password, headers);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'BAD_ORIGIN' }]);
    expect((await post('/api/auth/sign-out', {}, headers)).status).toBe(403);
  });

  it('[AUTH5] our own page and a program without an origin may sign in', async () => {
    const email = newEmail();
    await create(email);
    const page = { origin: 'http://localhost:3999', 'sec-fetch-site': 'same-origin' };
    expect((await signIn(email, password, page)).status).toBe(200);
    expect((await signIn(email)).status).toBe(200);
  });

  it('[AUTH5] only JSON of a reasonable size is read', async () => {
    const form = await fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ email: newEmail(), password }),
    });
    expect([form.status, await form.json()]).toMatchObject([415, { code: 'NOT_JSON' }]);
    const large = await post('/api/auth/sign-in/email', { email: newEmail(), password: 'x'.repeat(20_000) });
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'TOO_LARGE' }]);
    for (const email of [{ $ne: null }, ['a'], 7, null]) {
      expect((await post('/api/auth/sign-in/email', { email, password })).status).toBe(400);
    }
  });

  it('[AUTH7] the sixth wrong password for an account is refused wherever it comes from, the right one too', async () => {
    const email = newEmail();
    await create(email);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const from = { 'x-forwarded-for': `198.51.${count}.${attempt}` };
      expect((await signIn(email, 'wrong password', from)).status).toBe(401);
    }
    const response = await signIn(email, password, { 'x-forwarded-for': `198.51.${count}.99` });
    expect([response.status, await response.json()]).toMatchObject([429, { code: 'TOO_MANY_ATTEMPTS' }]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
    identity.clock.now = new Date(identity.clock.now.getTime() + 15 * 60_000 + 1);
    expect((await signIn(email, password)).status).toBe(200);
  });

  it('[AUTH7] the sixth wrong password of an address is refused, of its /64 for IPv6', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const from = { 'x-forwarded-for': `2001:db8:0:${count}::${attempt}` };
      expect((await signIn(`nobody-${attempt}@example.test`, 'wrong password', from)).status).toBe(401);
    }
    const email = newEmail();
    await create(email);
    const same = await signIn(email, password, { 'x-forwarded-for': `2001:db8:0:${count}:ffff::1` });
    expect(same.status).toBe(429);
    const other = await signIn(email, password, { 'x-forwarded-for': `2001:db8:1:${count}::1` });
    expect(other.status).toBe(200);
  });

  it('[AUTH7] twenty wrong passwords at the same moment get five tries', async () => {
    const email = newEmail();
    await create(email);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        signIn(email, 'wrong password', { 'x-forwarded-for': `192.0.2.${index + 1}` }),
      ),
    );
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('[AUTH7] a team behind one address signs in at once: right passwords do not count', async () => {
    const emails = Array.from({ length: 8 }, (_, index) => `team-${index}-${newEmail()}`);
    await Promise.all(emails.map(create));
    const responses = await Promise.all(emails.map((email) => signIn(email)));
    expect(responses.map(({ status }) => status)).toEqual(emails.map(() => 200));
  });

  it('[AUTH10] neither passwords nor session tokens nor addresses of people are logged', async () => {
    const email = newEmail();
    await create(email);
    await create(email).catch(() => null);
    const cookie = cookieOf(await signIn(email));
    await signIn(email, 'wrong password');
    const text = identity.logged.join('\n');
    for (const secret of [email, password, cookie]) expect(text).not.toContain(secret);
  });
});
