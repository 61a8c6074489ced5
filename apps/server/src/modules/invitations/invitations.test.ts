import { type Role, roles } from '@jejak/access';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SeededPerson } from '../../../test/seed.ts';
import { cookieOf, startTestApi, type TestApi, textsOf } from '../../../test/startTestApi.ts';
import { removeMember } from '../workspaces/removeMember.ts';
import { setMemberRole } from '../workspaces/setMemberRole.ts';
import { createInvitation } from './createInvitation.ts';
import { listInvitations } from './listInvitations.ts';
import { revokeInvitation } from './revokeInvitation.ts';

const day = 24 * 60 * 60_000;
/** More than any list of these tests. */
const wholeList = { after: null, limit: 100 };

describe('invitations', () => {
  let api: TestApi;
  let team: Awaited<ReturnType<TestApi['seed']['team']>>;
  let count = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    team = await api.seed.team();
  });

  const ports = () => api.identity.services.identity;
  const actorOf = (person: SeededPerson) => api.identity.auth.resolveActorFresh(person.headers);
  const invite = async (
    by: SeededPerson,
    options: { role?: Role; usesMax?: number; expiresInDays?: number } = {},
  ) =>
    createInvitation(ports(), await actorOf(by), {
      workspaceId: team.workspaceId,
      role: 'editor',
      ...options,
    });
  const account = () => {
    count += 1;
    return {
      name: `Guest ${count}`,
      email: `guest-${count}@example.test`,
      password: 'correct horse battery',
      locale: 'id',
      team: 'SALES',
    };
  };
  const signUp = (token: string, body: object = account(), headers = {}) =>
    api.post(`/api/invitations/${token}/sign-up`, body, headers);
  const rolesNow = async () =>
    (await ports().workspaces.members(team.workspaceId, wholeList)).map(({ role }) => role).sort();

  it('[INVITE1] the secret of a link is told once and stored only as a hash; it lasts 7 days unless told', async () => {
    const { invitation, token } = await invite(team.admin);
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(invitation.expiresAt.getTime() - invitation.createdAt.getTime()).toBe(7 * day);
    const stored = JSON.stringify(await api.connection.collection('invitationLinks').find({}).toArray());
    expect(stored).not.toContain(token);
    expect(api.identity.services.invitationUrl(token)).toBe(`http://localhost:3999/invite/${token}`);
  });

  it('[INVITE2] who may invite for which role is what the table says; nobody else even learns that it exists', async () => {
    const stranger = await api.seed.person({ workspaceId: await api.seed.workspace(), role: 'owner' });
    for (const by of roles) {
      for (const role of roles) {
        const attempt = invite(team[by], { role });
        const allowed = (by === 'owner' || by === 'admin') && role !== 'owner';
        if (allowed) await expect(attempt).resolves.toMatchObject({ invitation: { role } });
        else await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    await expect(invite(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      createInvitation(ports(), { kind: 'nobody' }, { workspaceId: team.workspaceId, role: 'viewer' }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(invite(team.owner, { usesMax: 0 })).rejects.toMatchObject({ field: 'usesMax' });
    await expect(invite(team.owner, { expiresInDays: 31 })).rejects.toMatchObject({ field: 'expiresInDays' });
  });

  it('[INVITE6] somebody new gets an account by the link, is signed in and joins with its role', async () => {
    const { token } = await invite(team.admin, { role: 'commenter' });
    const preview = await api.get(`/api/invitations/${token}`);
    expect([preview.status, await preview.json()]).toMatchObject([
      200,
      { workspaceName: 'Apotek Kita', inviterName: team.admin.name, role: 'commenter' },
    ]);
    const response = await signUp(token);
    expect([response.status, await response.json()]).toEqual([201, { workspaceId: team.workspaceId }]);
    const actor = await api.identity.auth.resolveActor(new Headers({ cookie: cookieOf(response) }));
    expect(actor).toMatchObject({
      locale: 'id',
      memberships: [{ workspaceId: team.workspaceId, role: 'commenter', team: 'SALES' }],
    });
  });

  it('[INVITE5] somebody signed in joins with their account; a second time changes and uses nothing', async () => {
    const { token, invitation } = await invite(team.owner, { role: 'viewer' });
    const person = await api.seed.person();
    // Remembered as a member of nothing; joining must show at once all the same.
    await api.identity.auth.resolveActor(person.headers);
    for (const _ of [1, 2]) {
      const response = await api.post(
        `/api/invitations/${token}/accept`,
        { team: 'SERVICE' },
        { cookie: person.cookie },
      );
      expect([response.status, await response.json()]).toEqual([200, { workspaceId: team.workspaceId }]);
    }
    expect(await api.identity.auth.resolveActor(person.headers)).toMatchObject({
      memberships: [{ workspaceId: team.workspaceId, role: 'viewer', team: 'SERVICE' }],
    });
    const [listed] = await listInvitations(ports(), await actorOf(team.owner), team.workspaceId, wholeList);
    expect(listed).toMatchObject({ id: invitation.id, uses: 1 });
    const nobody = await api.post(`/api/invitations/${token}/accept`, {});
    expect([nobody.status, await nobody.json()]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);
    await api.post(`/api/invitations/${token}/accept`, {}, { cookie: team.editor.cookie });
    expect(await ports().workspaces.membership(team.workspaceId, team.editor.userId)).toMatchObject({
      role: 'editor',
    });
  });

  it('[INVITE3] absent, expired, used-up and revoked links get the very same answer', async () => {
    const usedUp = await invite(team.owner, { usesMax: 1 });
    expect((await signUp(usedUp.token)).status).toBe(201);
    const revoked = await invite(team.owner);
    await revokeInvitation(ports(), await actorOf(team.admin), {
      workspaceId: team.workspaceId,
      invitationId: revoked.invitation.id,
    });
    const expired = await invite(team.owner, { expiresInDays: 1 });
    const before = api.clock.now;
    api.clock.now = new Date(before.getTime() + day);
    const answers = new Set<string>();
    const tokens = [usedUp.token, revoked.token, expired.token, 'absent', 'x'.repeat(500), '%24ne', '%00'];
    for (const token of tokens) {
      for (const response of [
        await api.get(`/api/invitations/${token}`),
        await signUp(token),
        await signUp(token, {}),
        await api.post(`/api/invitations/${token}/accept`, {}, { cookie: team.owner.cookie }),
      ]) {
        answers.add(JSON.stringify([response.status, await response.json()]));
      }
    }
    api.clock.now = before;
    expect([...answers]).toEqual([
      JSON.stringify([
        404,
        { code: 'INVITATION_NOT_FOUND', messageKey: 'errors.invitationNotFound', field: null },
      ]),
    ]);
  });

  it('[INVITE3] a link dies with its maker’s right to invite', async () => {
    const byAdmin = await invite(team.admin);
    await setMemberRole(ports(), await actorOf(team.owner), {
      workspaceId: team.workspaceId,
      userId: team.admin.userId,
      role: 'editor',
    });
    expect((await signUp(byAdmin.token)).status).toBe(404);
    const second = await api.seed.person({ workspaceId: team.workspaceId, role: 'owner' });
    const byOwner = await invite(second);
    await removeMember(ports(), await actorOf(team.owner), {
      workspaceId: team.workspaceId,
      userId: second.userId,
    });
    expect((await signUp(byOwner.token)).status).toBe(404);
  });

  it('[INVITE4] of ten at the same moment exactly as many join as the link allows', async () => {
    const { token } = await invite(team.owner, { role: 'viewer', usesMax: 3 });
    const responses = await Promise.all(Array.from({ length: 10 }, () => signUp(token)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(responses.filter(({ status }) => status === 404)).toHaveLength(7);
    expect((await rolesNow()).filter((role) => role === 'viewer')).toHaveLength(4);
  });

  it('[INVITE4] five sign-ups with one address at the same moment make one user and use the link once', async () => {
    const { token, invitation } = await invite(team.owner, { usesMax: 10 });
    const body = account();
    const responses = await Promise.all(Array.from({ length: 5 }, () => signUp(token, body)));
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const taken = responses.find(({ status }) => status === 409);
    expect(await taken?.json()).toMatchObject({ code: 'EMAIL_TAKEN', field: 'email' });
    const [listed] = await listInvitations(ports(), await actorOf(team.owner), team.workspaceId, wholeList);
    expect(listed).toMatchObject({ id: invitation.id, uses: 1 });
  });

  it('[INVITE2] links of another workspace cannot be revoked or listed', async () => {
    const { invitation, token } = await invite(team.owner);
    const other = await api.seed.team();
    const theirs = { workspaceId: other.workspaceId, invitationId: invitation.id };
    await expect(revokeInvitation(ports(), await actorOf(other.owner), theirs)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      revokeInvitation(ports(), await actorOf(other.owner), { ...theirs, workspaceId: team.workspaceId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      listInvitations(ports(), await actorOf(other.owner), team.workspaceId, wholeList),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      listInvitations(ports(), await actorOf(team.editor), team.workspaceId, wholeList),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await api.get(`/api/invitations/${token}`)).status).toBe(200);
  });

  it('[AUTH10] secrets of links are not logged', async () => {
    const { token } = await invite(team.owner);
    await signUp(token, { ...account(), password: 'short' });
    await signUp(token);
    expect(api.logged.join('\n')).not.toContain(token);
  });
});

describe('tickets over HTTP', () => {
  let api: TestApi;
  let team: Awaited<ReturnType<TestApi['seed']['team']>>;

  beforeAll(async () => {
    api = await startTestApi(
      {},
      { workspaceOfMap: async (id) => (id === 'map_a' ? team.workspaceId : null) },
    );
    team = await api.seed.team();
  });
  afterAll(() => api.close());

  it('[AUTH9] whoever may read a map gets a ticket for it; foreign and absent maps are not found', async () => {
    const response = await api.post('/api/tickets', { mapId: 'map_a' }, { cookie: team.viewer.cookie });
    expect(response.status).toBe(201);
    const { ticket = '', expiresAt = '' } = await textsOf(response);
    expect(Date.parse(expiresAt) - api.clock.now.getTime()).toBeLessThanOrEqual(30_000);
    expect(await api.identity.auth.tickets.consume(ticket, 'map_a')).toMatchObject({
      userId: team.viewer.userId,
    });
    const stranger = await api.seed.person({ workspaceId: await api.seed.workspace() });
    const foreign = await api.post('/api/tickets', { mapId: 'map_a' }, { cookie: stranger.cookie });
    const absent = await api.post('/api/tickets', { mapId: 'map_b' }, { cookie: team.owner.cookie });
    expect([foreign.status, await foreign.json()]).toEqual([absent.status, await absent.json()]);
    expect(foreign.status).toBe(404);
    expect((await api.post('/api/tickets', { mapId: 'map_a' })).status).toBe(401);
    expect(
      (await api.post('/api/tickets', { mapId: { $ne: 1 } }, { cookie: team.owner.cookie })).status,
    ).toBe(400);
    const crossSite = { cookie: team.owner.cookie, origin: 'https://evil.example' };
    expect((await api.post('/api/tickets', { mapId: 'map_a' }, crossSite)).status).toBe(403);
  });
});
