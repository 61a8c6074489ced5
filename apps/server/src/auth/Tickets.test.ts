import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededPerson, startTestIdentity, type TestIdentity } from '../../test/seed.ts';
import { createAuthorise } from './createAuthorise.ts';
import { ticketLifeMs } from './Tickets.ts';

const nobody = { kind: 'nobody' };

describe('tickets and sockets', () => {
  let identity: TestIdentity;
  let team: Awaited<ReturnType<TestIdentity['seed']['team']>>;

  beforeAll(async () => {
    identity = await startTestIdentity();
    team = await identity.seed.team();
  });
  afterAll(() => identity.close());

  const issue = ({ userId, sessionId }: SeededPerson, mapId = 'map_a') =>
    identity.auth.tickets.issue({ userId, sessionId, token: null }, mapId);

  it('[AUTH9] a ticket lives at most 30 s and is stored only as a hash', async () => {
    const { ticket, expiresAt } = await issue(team.editor);
    expect(expiresAt.getTime() - identity.clock.now.getTime()).toBeLessThanOrEqual(30_000);
    const stored = await identity.connection.collection('tickets').find({}).toArray();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(ticket);
  });

  it('[AUTH9] of twenty uses at the same moment one succeeds', async () => {
    const { ticket } = await issue(team.editor);
    const actors = await Promise.all(
      Array.from({ length: 20 }, () => identity.auth.tickets.consume(ticket, 'map_a')),
    );
    expect(actors.filter(({ kind }) => kind === 'member')).toHaveLength(1);
  });

  it('[AUTH9] a ticket opens only the map it was made for, and is spent by trying another', async () => {
    const { ticket } = await issue(team.editor);
    expect(await identity.auth.tickets.consume(ticket, 'map_b')).toEqual(nobody);
    expect(await identity.auth.tickets.consume(ticket, 'map_a')).toEqual(nobody);
  });

  it('[AUTH9] a late ticket, an unknown one and one of an ended session are worth nothing', async () => {
    const late = await issue(team.editor);
    identity.clock.now = new Date(identity.clock.now.getTime() + ticketLifeMs);
    expect(await identity.auth.tickets.consume(late.ticket, 'map_a')).toEqual(nobody);
    expect(await identity.auth.tickets.consume('unknown', 'map_a')).toEqual(nobody);
    expect(await identity.auth.tickets.consume('x'.repeat(10_000), 'map_a')).toEqual(nobody);
    const other = await identity.seed.session(team.editor.userId);
    const ended = await identity.auth.tickets.issue(
      { userId: team.editor.userId, sessionId: other.sessionId, token: null },
      'map_a',
    );
    await identity.auth.models.Session.deleteOne({ _id: other.sessionId });
    expect(await identity.auth.tickets.consume(ended.ticket, 'map_a')).toEqual(nobody);
  });

  describe('at the handshake', () => {
    const ask = async (path: string, cookie?: string) => {
      const authorise = createAuthorise({
        auth: identity.auth,
        workspaceOfMap: async (mapId) => (mapId === 'map_a' ? team.workspaceId : null),
      });
      const server = createServer();
      const seen = new Promise<Awaited<ReturnType<typeof authorise>>>((resolve, reject) => {
        server.on('request', (request, response) => {
          const mapId = new URL(request.url ?? '', 'http://x').pathname.slice(1);
          authorise(request, mapId)
            .then(resolve, reject)
            .finally(() => response.end());
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (typeof address !== 'object' || address === null) throw new Error('No port.');
      try {
        await fetch(`http://127.0.0.1:${address.port}/${path}`, { headers: cookie ? { cookie } : {} });
        return await seen;
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    };

    it('[AUTH12] roles write what the table says, with the name and team the server knows', async () => {
      expect(await ask('map_a', team.editor.cookie)).toEqual({
        ok: true,
        user: { id: team.editor.userId, name: team.editor.name, team: 'SALES' },
        userId: team.editor.userId,
        sessionId: team.editor.sessionId,
        tokenId: null,
        workspaceId: team.workspaceId,
        canWrite: { structure: true, content: true },
      });
      for (const reader of [team.viewer, team.commenter]) {
        expect(await ask('map_a', reader.cookie)).toMatchObject({
          ok: true,
          canWrite: { structure: false, content: false },
        });
      }
    });

    it('[AUTH12] nobody is told to sign in; foreign and absent maps are not found', async () => {
      expect(await ask('map_a')).toEqual({ ok: false, code: 4401 });
      expect(await ask('map_a', 'jejak.session_token=forged.signature')).toEqual({ ok: false, code: 4401 });
      const stranger = await identity.seed.person({ workspaceId: await identity.seed.workspace() });
      expect(await ask('map_a', stranger.cookie)).toEqual({ ok: false, code: 4404 });
      expect(await ask('map_b', team.owner.cookie)).toEqual({ ok: false, code: 4404 });
    });

    it('[AUTH9] a ticket stands for the person who fetched it, once', async () => {
      const { ticket } = await issue(team.viewer);
      expect(await ask(`map_a?ticket=${ticket}`)).toMatchObject({ ok: true, userId: team.viewer.userId });
      expect(await ask(`map_a?ticket=${ticket}`)).toEqual({ ok: false, code: 4401 });
      // A used ticket is not made good by a cookie.
      expect(await ask(`map_a?ticket=${ticket}`, team.owner.cookie)).toEqual({ ok: false, code: 4401 });
    });

    it('[AUTH8] the handshake sees rights as stored this moment, not as remembered', async () => {
      const person = await identity.seed.person({ workspaceId: team.workspaceId, role: 'editor' });
      expect(await identity.auth.resolveActor(person.headers)).toMatchObject({
        memberships: [{ role: 'editor' }],
      });
      await identity.auth.models.Member.updateOne({ userId: person.userId }, { $set: { role: 'viewer' } });
      expect(await ask('map_a', person.cookie)).toMatchObject({ canWrite: { content: false } });
    });
  });

  it('[AUTH8] what is remembered is at most 5 s old and gone when rights change', async () => {
    const person = await identity.seed.person({ workspaceId: team.workspaceId, role: 'editor' });
    const role = async () => {
      const actor = await identity.auth.resolveActor(person.headers);
      return actor.kind === 'member' ? actor.memberships[0]?.role : null;
    };
    const store = (next: string) =>
      identity.auth.models.Member.updateOne({ userId: person.userId }, { $set: { role: next } });
    expect(await role()).toBe('editor');
    await store('viewer');
    expect(await role()).toBe('editor');
    identity.clock.now = new Date(identity.clock.now.getTime() + 5_000);
    expect(await role()).toBe('viewer');
    await store('admin');
    await identity.auth.endAccess({ userId: person.userId }, 4500);
    expect(await role()).toBe('admin');
    expect(identity.disconnected.at(-1)).toEqual({ subject: { userId: person.userId }, code: 4500 });
  });

  it('[AUTH3] expired, forged, cut and empty cookies are nobody', async () => {
    const person = await identity.seed.person({ sessionExpiresAt: new Date(Date.now() - 1000) });
    const forged = [
      person.cookie,
      team.owner.cookie.replace(/.{6}$/, 'AAAAAA'),
      team.owner.cookie.slice(0, 60),
      'jejak.session_token=',
      'jejak.session_token=%',
      'jejak.session_token=%00.%00',
      'other=1',
    ];
    for (const cookie of forged) {
      expect([cookie, await identity.auth.resolveActor(new Headers({ cookie }))]).toEqual([cookie, nobody]);
      expect(await identity.auth.resolveActorFresh(new Headers({ cookie }))).toEqual(nobody);
    }
  });
});
