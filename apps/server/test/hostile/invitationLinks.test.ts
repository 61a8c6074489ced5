import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInvitation } from '../../src/modules/invitations/createInvitation.ts';
import { revokeInvitation } from '../../src/modules/invitations/revokeInvitation.ts';
import type { SeededPerson } from '../seed.ts';
import { startTestApi, type TestApi } from '../startTestApi.ts';
import { CorpusCount } from './CorpusCount.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const notFound = new Set(['INVITATION_NOT_FOUND', 'NOT_FOUND']);

describe('hostile invitations', () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Auth and sessions, invitations');
  let api: TestApi;
  let team: Awaited<ReturnType<TestApi['seed']['team']>>;
  let outsider: SeededPerson;

  beforeAll(async () => {
    api = await startTestApi();
    team = await api.seed.team();
    outsider = await api.seed.person();
  });
  afterAll(async () => {
    unhandled.stop();
    await api.close();
    count.tell();
  });

  const actorOf = ({ headers }: SeededPerson) => api.identity.auth.resolveActorFresh(headers);
  const invite = async (by = team.owner, more: { readonly usesMax?: number } = {}, to = team.workspaceId) =>
    createInvitation(api.identity.services.identity, await actorOf(by), {
      workspaceId: to,
      role: 'editor',
      ...more,
    });
  const revoke = async (by: SeededPerson, workspaceId: string, invitationId: string) =>
    revokeInvitation(api.identity.services.identity, await actorOf(by), { workspaceId, invitationId });
  const link = (id: string) => api.connection.collection('invitationLinks').findOne({ _id: id as never });
  let newcomers = 0;
  const newcomer = () => {
    newcomers += 1;
    return {
      name: 'Sri',
      email: `new-${newcomers}@example.test`,
      password: 'correct horse battery',
      locale: 'id',
      team: 'SALES',
    };
  };
  /** What a link opens: to look at, for somebody new, and for somebody who is signed in. */
  const doors: Readonly<Record<string, (path: string) => Promise<Response>>> = {
    looking: (path) => api.get(path),
    'signing up': (path) => api.post(`${path}/sign-up`, newcomer()),
    joining: (path) => api.post(`${path}/accept`, {}, { cookie: outsider.cookie }),
  };

  it('[HOSTILE11] [INVITE3] whatever is no link that works opens nothing, at any door, and uses nothing up', async () => {
    const good = await invite();
    const revoked = await invite();
    await revoke(team.owner, team.workspaceId, revoked.invitation.id);
    const used = await invite(team.owner, { usesMax: 1 });
    await api.connection
      .collection('invitationLinks')
      .updateOne({ _id: used.invitation.id as never }, { $set: { uses: 1 } });
    const expired = await invite();
    await api.connection
      .collection('invitationLinks')
      .updateOne({ _id: expired.invitation.id as never }, { $set: { expiresAt: api.clock.now } });
    const fallen = await api.seed.person({ workspaceId: team.workspaceId, role: 'admin' });
    const ofFallen = await invite(fallen);
    await api.identity.auth.models.Member.updateOne({ userId: fallen.userId }, { $set: { role: 'viewer' } });
    const { token } = good;
    const turned = [...token].map((letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    );
    const tokens: readonly string[] = [
      ...[revoked, used, expired, ofFallen].map((each) => each.token),
      ...[1, 2, 10, 42].flatMap((cut) => [token.slice(0, -cut), token.slice(cut)]),
      ...['x', '=', '.', '%00', '%0a', '%20', '%e2%80%8b', ';x', '%2f', ':'].flatMap((more) => [
        `${token}${more}`,
        `${more}${token}`,
      ]),
      turned.join(''),
      token.toLowerCase(),
      [...token].reverse().join(''),
      `${token}${token}`,
      createHash('sha256').update(token).digest('hex'),
      good.invitation.id,
      team.workspaceId,
      Buffer.from(token).toString('base64url'),
      'x'.repeat(129),
      'x'.repeat(4_000),
      ...[
        '__proto__',
        'constructor',
        'null',
        'undefined',
        '%5Bobject%20Object%5D',
        '%7B%22$ne%22:null%7D',
        '$ne',
        '.',
        '..',
        '%2e%2e',
        '*',
        '%F0%9F%94%91',
        '%ff',
        '%',
      ],
    ];
    const before = await link(good.invitation.id);
    const { User, Member } = api.identity.auth.models;
    const people = () => Promise.all([User.countDocuments({}), Member.countDocuments({})]);
    const counted = await people();
    const surprises: unknown[] = [];
    for (const given of tokens) {
      for (const [name, open] of Object.entries(doors)) {
        const response = await open(`/api/invitations/${given}`);
        const told = (await response.json().catch(() => null)) as { readonly code?: string } | null;
        // What is not even a path is refused before anybody reads it.
        const isRefused =
          response.status === 404 ? told === null || notFound.has(told.code ?? '') : response.status === 400;
        if (!isRefused || response.headers.getSetCookie().length > 0)
          surprises.push({ given: given.slice(0, 60), name, status: response.status, told });
        count.add(name);
      }
    }
    expect(surprises).toEqual([]);
    expect(await people()).toEqual(counted);
    expect(await link(good.invitation.id)).toEqual(before);
  });

  it('[HOSTILE11] [INVITE4] [INVITE5] a link for one is for one, replayed and at once, whoever comes', async () => {
    for (const door of ['signing up', 'joining'] as const) {
      const { token, invitation } = await invite(team.owner, { usesMax: 1 });
      const people = await Promise.all(Array.from({ length: 6 }, () => api.seed.person()));
      const open = (at: number) =>
        door === 'joining'
          ? api.post(`/api/invitations/${token}/accept`, {}, { cookie: people[at]?.cookie ?? '' })
          : api.post(`/api/invitations/${token}/sign-up`, newcomer());
      const before = await api.identity.auth.models.Member.countDocuments({
        organizationId: team.workspaceId,
      });
      const users = await api.identity.auth.models.User.countDocuments({});
      const answers = await Promise.all(people.map((_, at) => open(at)));
      answers.push(await open(0), await open(1));
      const joined = answers.filter(({ ok }) => ok).length;
      // Whoever joined already and comes again is where they are.
      expect([door, joined >= 1 && joined <= 2]).toEqual([door, true]);
      expect(await api.identity.auth.models.Member.countDocuments({ organizationId: team.workspaceId })).toBe(
        before + 1,
      );
      expect(await api.identity.auth.models.User.countDocuments({})).toBe(
        users + (door === 'joining' ? 0 : 1),
      );
      expect(await link(invitation.id)).toMatchObject({ uses: 1 });
      count.add('replays', answers.length);
    }
  });

  it('[HOSTILE11] [INVITE2] nobody makes, or ends, a link of a workspace that is not theirs, or beyond their role', async () => {
    const elsewhere = await api.seed.team();
    const { invitation } = await invite();
    const refused = async (act: Promise<unknown>) =>
      act.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    for (const by of [elsewhere.owner, elsewhere.admin, outsider]) {
      expect(await refused(invite(by))).toBe('NOT_FOUND');
      expect(await refused(revoke(by, team.workspaceId, invitation.id))).toBe('NOT_FOUND');
      count.add('foreign workspaces', 2);
    }
    // A link named beside a workspace of one's own is not found there.
    expect(await refused(revoke(elsewhere.owner, elsewhere.workspaceId, invitation.id))).toBe('NOT_FOUND');
    for (const by of [team.editor, team.commenter, team.viewer]) {
      expect(await refused(invite(by))).toBe('FORBIDDEN');
      expect(await refused(revoke(by, team.workspaceId, invitation.id))).toBe('FORBIDDEN');
      count.add('roles', 2);
    }
    count.add('foreign workspaces');
    expect(await link(invitation.id)).toMatchObject({ revokedAt: null, uses: 0 });
  });

  it('[HOSTILE11] nothing of all that went unhandled', () => {
    expect(unhandled.seen).toEqual([]);
  });
});
