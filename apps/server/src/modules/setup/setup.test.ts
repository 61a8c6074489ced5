import { afterEach, describe, expect, it } from 'vitest';
import { cookieOf, startTestApi, type TestApi, textsOf } from '../../../test/startTestApi.ts';

const first = {
  name: 'Ayu',
  email: 'ayu@example.test',
  password: 'correct horse battery',
  locale: 'id',
  team: 'PRODUCT',
  workspaceName: 'Apotek Kita',
};

describe('set-up', () => {
  let api: TestApi;
  afterEach(() => api.close());

  it('[SETUP1] the first person gets an account, is signed in, and owns a workspace with a map to look at', async () => {
    api = await startTestApi();
    expect(await (await api.get('/api/setup')).json()).toEqual({ needed: true, codeRequired: false });
    const response = await api.post('/api/setup', first);
    expect(response.status).toBe(201);
    const { workspaceId = '' } = await textsOf(response);
    expect(api.samples.made).toEqual([workspaceId]);
    const actor = await api.identity.auth.resolveActor(new Headers({ cookie: cookieOf(response) }));
    expect(actor).toMatchObject({
      name: 'Ayu',
      email: 'ayu@example.test',
      locale: 'id',
      memberships: [{ workspaceId, role: 'owner', team: 'PRODUCT' }],
    });
    expect(await (await api.get('/api/setup')).json()).toEqual({ needed: false, codeRequired: false });
    const again = await api.post('/api/setup', { ...first, email: 'other@example.test' });
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'SETUP_DONE' }]);
  });

  it('[SETUP2] of ten at the same moment exactly one wins, and nothing of the others stays', async () => {
    api = await startTestApi();
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        api.post('/api/setup', { ...first, email: `p${index}@example.test` }),
      ),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(9);
    const { User, Organization, Member, Session } = api.identity.auth.models;
    expect(await User.countDocuments({})).toBe(1);
    expect(await Organization.countDocuments({})).toBe(1);
    expect(await Member.countDocuments({})).toBe(1);
    expect(await Session.countDocuments({})).toBe(1);
    expect(api.samples.made).toHaveLength(1);
  });

  it('[SETUP4] a try that fails leaves nothing, and the next one goes through', async () => {
    api = await startTestApi();
    api.samples.failNext = true;
    const failed = await api.post('/api/setup', first);
    expect([failed.status, await failed.json()]).toMatchObject([500, { code: 'INTERNAL' }]);
    const { User, Organization, Member, Account, Session } = api.identity.auth.models;
    expect(await User.countDocuments({})).toBe(0);
    expect(await Organization.countDocuments({})).toBe(0);
    expect(await Member.countDocuments({})).toBe(0);
    expect(await Account.countDocuments({})).toBe(0);
    expect(await Session.countDocuments({})).toBe(0);
    expect((await api.post('/api/setup', first)).status).toBe(201);
  });

  it('[SETUP4] a try whose process died is cleared away after a minute', async () => {
    api = await startTestApi();
    const { accounts, models } = api.identity.auth;
    await api.connection.collection('setup').insertOne({
      _id: 'first-run' as never,
      state: 'claimed',
      attempt: { id: 'try_1', email: 'dead@example.test', workspaceId: 'wsp_dead' },
      claimedAt: api.clock.now,
    });
    await accounts.create({ ...first, locale: 'id', email: 'dead@example.test' }, '127.0.0.1');
    expect((await api.post('/api/setup', first)).status).toBe(409);
    api.clock.now = new Date(api.clock.now.getTime() + 60_001);
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ needed: true });
    expect((await api.post('/api/setup', first)).status).toBe(201);
    expect(await models.User.distinct('email')).toEqual(['ayu@example.test']);
  });

  it('[SETUP3] reachable from outside, it wants the code that was printed at start-up', async () => {
    api = await startTestApi({ host: '0.0.0.0', publicUrl: 'http://192.168.1.20:3999' });
    const [code = ''] = api.announced;
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    expect(await (await api.get('/api/setup')).json()).toEqual({ needed: true, codeRequired: true });
    for (const wrong of [undefined, '', 'AAAA-AAAA', `${code}X`]) {
      const response = await api.post('/api/setup', { ...first, code: wrong });
      expect([response.status, await response.json()]).toMatchObject([
        403,
        { code: 'SETUP_CODE_WRONG', field: 'code' },
      ]);
    }
    expect(api.announced).toEqual([code]);
    const typed = code.toLowerCase().replace('-', ' ');
    expect((await api.post('/api/setup', { ...first, code: typed })).status).toBe(201);
    expect(api.logged.join()).not.toContain(code);
  });

  it('[SETUP3] the fifth wrong code makes it void and prints another; guesses at once all count', async () => {
    api = await startTestApi({ host: '0.0.0.0' });
    const [code = ''] = api.announced;
    await Promise.all(
      Array.from({ length: 5 }, () => api.post('/api/setup', { ...first, code: 'AAAA-AAAA' })),
    );
    expect(api.announced).toHaveLength(2);
    expect((await api.post('/api/setup', { ...first, code })).status).toBe(403);
    expect((await api.post('/api/setup', { ...first, code: api.announced[1] })).status).toBe(201);
  });

  it('[SETUP3] on loopback the code is wanted from whoever comes from elsewhere', async () => {
    const source = { address: '127.0.0.1', forwardedByStranger: false, claimedAddresses: [] as string[] };
    api = await startTestApi({}, { sourceOf: () => source });
    expect(api.announced).toEqual([]);
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: false });
    source.forwardedByStranger = true;
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: true });
    source.claimedAddresses = ['127.0.0.1', '203.0.113.9'];
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: true });
    // Our own web process, asking for a page that somebody on this machine looks at: the page is told so, but a
    // request that sets up is not let in by it.
    source.claimedAddresses = ['127.0.0.1'];
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: false });
    expect((await api.post('/api/setup', first)).status).toBe(403);
    source.forwardedByStranger = false;
    source.address = '203.0.113.9';
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: true });
    expect(api.announced).toHaveLength(1);
    expect((await api.post('/api/setup', first)).status).toBe(403);
    expect((await api.post('/api/setup', { ...first, code: api.announced[0] })).status).toBe(201);
  });

  it('[SETUP3] a code that only the request turns out to need is printed then', async () => {
    const source = { address: '127.0.0.1', forwardedByStranger: true, claimedAddresses: ['127.0.0.1'] };
    api = await startTestApi({}, { sourceOf: () => source });
    expect(await (await api.get('/api/setup')).json()).toMatchObject({ codeRequired: false });
    expect((await api.post('/api/setup', first)).status).toBe(403);
    expect(api.announced).toHaveLength(1);
    expect((await api.post('/api/setup', { ...first, code: api.announced[0] })).status).toBe(201);
  });

  it('[SETUP5] input is checked field by field, and only from our own pages and programs', async () => {
    api = await startTestApi();
    const cases: [Record<string, unknown>, string, string][] = [
      [{ password: 'too short' }, 'password', 'errors.passwordTooShort'],
      [{ email: 'nowhere' }, 'email', 'errors.emailInvalid'],
      [{ email: { $ne: null } }, 'email', 'errors.emailInvalid'],
      [{ name: '  ' }, 'name', 'errors.nameMissing'],
      [{ name: 'a\u0000b' }, 'name', 'errors.nameInvalid'],
      [{ workspaceName: undefined }, 'workspaceName', 'errors.nameMissing'],
      [{ team: 'LEGAL' }, 'team', 'errors.teamInvalid'],
      [{ locale: 'fr' }, 'locale', 'errors.localeInvalid'],
    ];
    for (const [change, field, messageKey] of cases) {
      const response = await api.post('/api/setup', { ...first, ...change });
      expect([response.status, await response.json()]).toEqual([400, { code: 'INVALID', field, messageKey }]);
    }
    const foreign = await api.post('/api/setup', first, { origin: 'http://evil.example:3999' });
    expect([foreign.status, await foreign.json()]).toMatchObject([403, { code: 'BAD_ORIGIN' }]);
    const form = await api.post('/api/setup', first, { 'content-type': 'text/plain' });
    expect(form.status).toBe(415);
    const broken = await fetch(`${api.url}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(415);
    expect(await api.identity.auth.models.User.countDocuments({})).toBe(0);
  });
});
