import { mayAssign, type Role, roles } from '@jejak/access';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SeededPerson } from '../../../test/seed.ts';
import { startTestApi, type TestApi } from '../../../test/startTestApi.ts';
import { setViewerLocale } from '../account/setViewerLocale.ts';
import { createWorkspace, workspacesPerPersonMax } from './createWorkspace.ts';
import { listMembers } from './listMembers.ts';
import { listWorkspaces } from './listWorkspaces.ts';
import { removeMember } from './removeMember.ts';
import { setMemberRole } from './setMemberRole.ts';
import { setViewerTeam } from './setViewerTeam.ts';

/** More than any list of these tests. */
const wholeList = { after: null, limit: 100 };

describe('workspaces', () => {
  let api: TestApi;
  let team: Awaited<ReturnType<TestApi['seed']['team']>>;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    team = await api.seed.team();
    api.disconnected.length = 0;
  });

  const ports = () => api.identity.services.identity;
  const actorOf = (person: SeededPerson) => api.identity.auth.resolveActor(person.headers);
  const roleOf = async (person: SeededPerson) =>
    (await ports().workspaces.membership(team.workspaceId, person.userId))?.role ?? null;
  const setRole = async (by: SeededPerson, of: SeededPerson, role: Role) =>
    setMemberRole(ports(), await actorOf(by), { workspaceId: team.workspaceId, userId: of.userId, role });
  const remove = async (by: SeededPerson, of: SeededPerson) =>
    removeMember(ports(), await actorOf(by), { workspaceId: team.workspaceId, userId: of.userId });
  const member = (role: Role) => api.seed.person({ workspaceId: team.workspaceId, role });

  it('[WORK1] whoever begins a workspace owns it and sees it at once', async () => {
    const person = await api.seed.person();
    expect(await listWorkspaces(ports(), await actorOf(person))).toEqual([]);
    const id = await createWorkspace(ports(), await actorOf(person), { name: ' Klinik ', team: 'SALES' });
    expect(await listWorkspaces(ports(), await actorOf(person))).toMatchObject([
      { id, name: 'Klinik', role: 'owner', team: 'SALES' },
    ]);
    await expect(
      createWorkspace(ports(), { kind: 'nobody' }, { name: 'x', team: 'SALES' }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(
      createWorkspace(ports(), await actorOf(person), { name: '', team: 'SALES' }),
    ).rejects.toMatchObject({ code: 'INVALID', field: 'name' });
  });

  it('[WORK1] a person is in so many workspaces and no more', async () => {
    const person = await api.seed.person();
    for (let made = 0; made < workspacesPerPersonMax; made += 1) {
      await api.seed.member(`wsp_${made}`, person.userId);
    }
    await expect(
      createWorkspace(ports(), await actorOf(person), { name: 'One more', team: 'SALES' }),
    ).rejects.toMatchObject({ code: 'LIMIT' });
  });

  it('[WORK2] members see one another; nobody else does', async () => {
    const members = await listMembers(ports(), await actorOf(team.viewer), team.workspaceId, wholeList);
    expect(members.map(({ userId, role }) => [userId, role]).sort()).toEqual(
      roles.map((role) => [team[role].userId, role]).sort(),
    );
    const stranger = await api.seed.person();
    await expect(
      listMembers(ports(), await actorOf(stranger), team.workspaceId, wholeList),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      listMembers(ports(), await actorOf(team.owner), 'wsp_absent', wholeList),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[WORK4] every role changes exactly the members that the table lets it', async () => {
    await member('owner');
    for (const by of roles) {
      for (const from of roles) {
        for (const to of ['owner', 'admin', 'viewer'] as const) {
          const person = await member(from);
          const attempt = setRole(team[by], person, to);
          if (mayAssign(by, from, to)) {
            await expect(attempt).resolves.toMatchObject({ userId: person.userId, role: to });
          } else {
            await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
            expect(await roleOf(person)).toBe(from);
          }
        }
      }
    }
  });

  it('[WORK5] a changed role is felt at once: sockets close and the next request has the new right', async () => {
    expect(await actorOf(team.editor)).toMatchObject({ memberships: [{ role: 'editor' }] });
    await setRole(team.admin, team.editor, 'viewer');
    expect(await actorOf(team.editor)).toMatchObject({ memberships: [{ role: 'viewer' }] });
    const subject = { userId: team.editor.userId, workspaceId: team.workspaceId };
    expect(api.disconnected).toEqual([{ subject, code: 4500 }]);
    await remove(team.admin, team.editor);
    expect(await actorOf(team.editor)).toMatchObject({ memberships: [] });
    expect(api.disconnected.at(-1)).toEqual({ subject, code: 4403 });
  });

  it('[WORK3] the last owner can neither step down nor leave', async () => {
    await expect(setRole(team.owner, team.owner, 'admin')).rejects.toMatchObject({ code: 'LAST_OWNER' });
    await expect(remove(team.owner, team.owner)).rejects.toMatchObject({ code: 'LAST_OWNER' });
    expect(await roleOf(team.owner)).toBe('owner');
    expect(api.disconnected).toEqual([]);
    await setRole(team.owner, team.admin, 'owner');
    await remove(team.owner, team.owner);
    expect([await roleOf(team.owner), await roleOf(team.admin)]).toEqual([null, 'owner']);
  });

  it('[WORK3] when all owners step down, leave and remove one another at once, one stays', async () => {
    const owners = [team.owner, ...(await Promise.all(Array.from({ length: 5 }, () => member('owner'))))];
    const acts = owners.flatMap((owner, index) => {
      const next = owners[(index + 1) % owners.length] ?? owner;
      return [setRole(owner, owner, 'viewer'), remove(owner, owner), remove(owner, next)];
    });
    const results = await Promise.allSettled(acts);
    const left = await ports().workspaces.members(team.workspaceId, wholeList);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(['LAST_OWNER', 'NOT_FOUND', 'FORBIDDEN', 'CONFLICT']).toContain(result.reason.code);
      }
    }
  });

  it('[WORK3] a change whose process died is carried out by the next one, and never twice', async () => {
    const { Organization, Member } = api.identity.auth.models;
    const second = await member('owner');
    const record = await Member.findOne({ userId: second.userId }).lean();
    const memberChange = { memberId: record?._id ?? '', role: 'viewer' as const, revision: 1 };
    await Organization.updateOne({ _id: team.workspaceId }, { $set: { memberChange, memberRevision: 1 } });
    // By the records alone there are two owners; the decided change says that there is one.
    await expect(setRole(team.owner, team.owner, 'admin')).rejects.toMatchObject({ code: 'LAST_OWNER' });
    expect(await roleOf(second)).toBe('viewer');
    await setRole(team.owner, second, 'editor');
    await Organization.updateOne({ _id: team.workspaceId }, { $set: { memberChange } });
    await setRole(team.owner, team.viewer, 'editor');
    expect(await roleOf(second)).toBe('editor');
    const removal = { memberId: record?._id ?? '', role: null, revision: 9 };
    await Organization.updateOne({ _id: team.workspaceId }, { $set: { memberChange: removal } });
    await ports().workspaces.settle(team.workspaceId);
    expect(await roleOf(second)).toBeNull();
    await ports().workspaces.settle(team.workspaceId);
    await ports().workspaces.settle('wsp_nobody');
  });

  it('[WORK4] anybody may leave; a right that was just lost is not used', async () => {
    await remove(team.viewer, team.viewer);
    expect(await roleOf(team.viewer)).toBeNull();
    const stale = await actorOf(team.admin);
    await api.identity.auth.models.Member.updateOne(
      { userId: team.admin.userId },
      { $set: { role: 'viewer' } },
    );
    await expect(
      setMemberRole(ports(), stale, {
        workspaceId: team.workspaceId,
        userId: team.editor.userId,
        role: 'viewer',
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('[WORK4] members of another workspace are out of reach', async () => {
    const other = await api.seed.team();
    await expect(setRole(other.owner, team.editor, 'viewer')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      setMemberRole(ports(), await actorOf(other.owner), {
        workspaceId: other.workspaceId,
        userId: team.editor.userId,
        role: 'viewer',
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'userId' });
    expect(await roleOf(team.editor)).toBe('editor');
  });

  it('[WORK6] a person says which team they are in and which language they read', async () => {
    await setViewerTeam(ports(), await actorOf(team.viewer), {
      workspaceId: team.workspaceId,
      team: 'SERVICE',
    });
    await setViewerLocale(ports(), await actorOf(team.viewer), 'id');
    expect(await actorOf(team.viewer)).toMatchObject({ locale: 'id', memberships: [{ team: 'SERVICE' }] });
    expect(api.disconnected).toEqual([
      { subject: { userId: team.viewer.userId, workspaceId: team.workspaceId }, code: 4500 },
    ]);
  });
});
