import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SeededPerson, startTestIdentity, type TestIdentity } from '../../test/seed.ts';
import { RightsWatch, type WatchedSocket } from './RightsWatch.ts';

describe('rights of open sockets', () => {
  let identity: TestIdentity;
  let team: Awaited<ReturnType<TestIdentity['seed']['team']>>;
  let sockets: WatchedSocket[] = [];
  let closed: [string, number][] = [];

  beforeAll(async () => {
    identity = await startTestIdentity();
    team = await identity.seed.team();
  });
  afterAll(() => identity.close());

  const open = (name: string, { userId, sessionId }: SeededPerson, writes: boolean) => {
    sockets.push({
      userId,
      sessionId,
      tokenId: null,
      mapId: 'map_a',
      workspaceId: team.workspaceId,
      canWrite: { structure: writes, content: writes },
      close: (code) => {
        closed.push([name, code]);
      },
    });
  };
  const watch = () =>
    new RightsWatch({
      sockets: () => sockets,
      models: identity.auth.models,
      tokens: identity.auth.tokens,
      now: () => identity.clock.now,
      report: () => {},
    });

  it('[AUTH13] closes exactly the sockets whose rights are no longer those they were opened with', async () => {
    sockets = [];
    closed = [];
    const expired = await identity.seed.person({
      workspaceId: team.workspaceId,
      sessionExpiresAt: new Date(identity.clock.now.getTime() - 1),
    });
    const stranger = await identity.seed.person();
    open('an editor who writes', team.editor, true);
    open('a viewer who reads', team.viewer, false);
    open('a viewer opened as an editor', team.viewer, true);
    open('an admin opened as a viewer', team.admin, false);
    open('a session that ran out', expired, true);
    open('a session that was ended', { ...team.owner, sessionId: 'ses_gone' }, true);
    open('no longer a member', stranger, true);
    await watch().check();
    expect(closed).toEqual([
      ['a viewer opened as an editor', 4500],
      ['an admin opened as a viewer', 4500],
      ['a session that ran out', 4401],
      ['a session that was ended', 4401],
      ['no longer a member', 4403],
    ]);
  });

  it('[AUTH13] does so by itself every few seconds until it is stopped', async () => {
    sockets = [];
    closed = [];
    open('ended', { ...team.owner, sessionId: 'ses_gone' }, true);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const watching = watch();
      watching.start();
      await vi.advanceTimersByTimeAsync(5_000);
      await watching.stop();
      expect(closed).toEqual([['ended', 4401]]);
      await vi.advanceTimersByTimeAsync(60_000);
      await watching.stop();
      expect(closed).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
