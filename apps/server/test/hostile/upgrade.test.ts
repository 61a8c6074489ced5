import { createHmac } from 'node:crypto';
import { can, type Role, roles } from '@jejak/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecretToken } from '../../src/auth/secretToken.ts';
import { Tickets } from '../../src/auth/Tickets.ts';
import { metricsOf } from '../operations/metricsOf.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { type Credentials, cookieCases, ticketCases } from './credentialCases.ts';
import { askUpgrade, type UpgradeOutcome } from './rawUpgrade.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';
import { handshakeCases, headerCases, originCases, pathCases, type UpgradeCase } from './upgradeCases.ts';
import { type Handshake, upgradeBytes } from './upgradeRequest.ts';

describe('hostile upgrades', () => {
  const unhandled = new UnhandledErrors();
  const tried: string[] = [];
  let server: TestServer;
  let seed: Seed;
  let team: Awaited<ReturnType<Seed['team']>>;
  let mapId: string;
  let target: string;
  let port: number;
  let host: string;
  let own: Handshake;
  let probe: PlainClient;

  const newMap = async (workspaceId: string, as: SeededPerson): Promise<string> => {
    const query = `mutation ($input: CreateMapInput!) { createMap(input: $input) { ... on CreateMapPayload { map { id } } } }`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as.cookie },
      body: JSON.stringify({
        query,
        variables: { input: { workspaceId, title: 'Map', template: 'OFFLINE' } },
      }),
    });
    const { data } = (await response.json()) as { data: { createMap: { map: { id: string } } } };
    return data.createMap.map.id;
  };

  beforeAll(async () => {
    server = await startTestServer();
    const [node] = server.nodes;
    if (node === undefined) throw new Error('There is no node.');
    seed = new Seed(node.database.connection, node.config);
    team = await seed.team();
    mapId = await newMap(team.workspaceId, team.editor);
    target = `/sync/${mapId}/content?ack=1`;
    port = Number(new URL(server.url).port);
    host = `127.0.0.1:${port}`;
    own = { host, origin: server.url, cookie: team.editor.cookie };
    probe = new PlainClient(`${server.wsUrl}${target}`, {
      headers: { cookie: team.owner.cookie, origin: server.url },
    });
    await probe.ready();
  });
  afterAll(async () => {
    probe.drop();
    await server.close();
    unhandled.stop();
  });

  /** Tries each case; then somebody else's work is saved, nothing stays open, and no error went unhandled. */
  const holds = async (cases: readonly UpgradeCase[], as = own, greets = true): Promise<void> => {
    const wrong: (readonly [string, UpgradeOutcome, UpgradeCase['expected']])[] = [];
    for (const { name, request, expected } of cases) {
      const outcome = await askUpgrade(port, upgradeBytes(request, as), greets);
      if (![expected].flat().includes(outcome)) wrong.push([name, outcome, expected]);
      tried.push(name);
    }
    expect(wrong).toEqual([]);
    probe.doc.getMap('emotionScores').set('work', tried.length);
    await probe.saved();
    await expect.poll(async () => (await metricsOf(server.url)).get('jejak_sync_connections')).toBe(1);
    await expect.poll(async () => (await metricsOf(server.url)).get('jejak_graphql_connections')).toBe(0);
    expect(unhandled.seen).toEqual([]);
  };

  it('[HOSTILE6] no page of another origin uses the cookie, at either address', async () => {
    await holds(originCases(target, port, 'HTTP 403'));
    // Without an origin it is a program's: no page can leave it out.
    await holds(originCases('/graphql', port, 'open'), own, false);
  });

  it('[HOSTILE6] whatever is no session and no ticket of this moment is nobody', async () => {
    const { connection } = server.database;
    const tickets = new Tickets({
      connection,
      ofSession: async () => ({ kind: 'nobody' }),
      ofToken: async () => ({ kind: 'nobody' }),
      now: () => new Date(),
    });
    const late = new Tickets({
      connection,
      ofSession: async () => ({ kind: 'nobody' }),
      ofToken: async () => ({ kind: 'nobody' }),
      now: () => new Date(Date.now() - 60_000),
    });
    const { editor, viewer } = team;
    const issue = async (of: SeededPerson, map = mapId, by = tickets): Promise<string> =>
      (await by.issue({ ...of, token: null }, map)).ticket;
    const expired = await seed.session(editor.userId, new Date(Date.now() - 1_000));
    const ended = await seed.session(editor.userId);
    const ticketOfEndedSession = await issue({ ...editor, ...ended });
    await fetch(`${server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: ended.cookie },
      body: '{}',
    });
    const [name = ''] = editor.cookie.split('=');
    const token = newSecretToken();
    const signature = createHmac('sha256', 'another secret').update(token).digest('base64');
    const usedTicket = await issue(editor);
    expect(
      await askUpgrade(
        port,
        upgradeBytes({ target: `${target}&ticket=${usedTicket}` }, { host, origin: null, cookie: null }),
        true,
      ),
    ).toBe('writes');
    // Handing one out clears those that are over away: the late one comes last.
    const given: Credentials = {
      cookie: editor.cookie,
      otherCookie: viewer.cookie,
      ended: [expired.cookie, ended.cookie],
      forged: `${name}=${encodeURIComponent(`${token}.${signature}`)}`,
      tickets: await Promise.all(Array.from({ length: 5 }, () => issue(editor))),
      usedTicket,
      ticketOfEndedSession,
      ticketOfOtherMap: await issue(editor, 'map_another00001'),
      lateTicket: await issue(editor, mapId, late),
    };
    await holds(cookieCases(target, given));
    await holds(ticketCases(target, given));
  });

  it('[HOSTILE6] addresses that name nothing: encodings, dots, NUL, ten kilobytes', async () => {
    await holds(pathCases(mapId));
  });

  it('[HOSTILE6] headers in sizes and numbers', async () => {
    await holds(headerCases(target));
  });

  it('[HOSTILE6] targets of proxies, other versions, keys and extensions, and what is no handshake at all', async () => {
    await holds(handshakeCases(target, host));
  });

  it('[HOSTILE6] nobody gets more than their role: each role and state, map and part', async () => {
    const elsewhere = await seed.team();
    const maps = {
      own: mapId,
      foreign: await newMap(elsewhere.workspaceId, elsewhere.owner),
      absent: 'map_absent000001',
    };
    const removed = await seed.person({ workspaceId: team.workspaceId, role: 'admin' });
    await server.database.connection.collection('member').deleteMany({ userId: removed.userId });
    const expired = await seed.session(team.owner.userId, new Date(Date.now() - 1_000));
    const people: readonly {
      readonly who: string;
      readonly cookie: string | null;
      readonly role: Role | null;
    }[] = [
      ...roles.map((role) => ({ who: role, cookie: team[role].cookie, role })),
      { who: 'owner elsewhere', cookie: elsewhere.owner.cookie, role: null },
      { who: 'removed', cookie: removed.cookie, role: null },
      { who: 'without a workspace', cookie: (await seed.person()).cookie, role: null },
    ];
    const of = (
      role: Role | null,
      map: keyof typeof maps,
      part: 'structure' | 'content',
      who: string,
    ): UpgradeOutcome => {
      if (map === 'foreign' && who === 'owner elsewhere') return 'writes';
      if (role === null || map !== 'own') return 'closed 4404';
      return can(role, part === 'content' ? 'map:editContent' : 'map:editStructure') ? 'writes' : 'reads';
    };
    for (const map of ['own', 'foreign', 'absent'] as const) {
      for (const part of ['structure', 'content'] as const) {
        const at = `/sync/${maps[map]}/${part}?ack=1`;
        for (const { who, cookie, role } of people)
          await holds(
            [
              {
                name: `${who}, ${map}, ${part}`,
                request: { target: at },
                expected: of(role, map, part, who),
              },
            ],
            {
              ...own,
              cookie,
            },
          );
        for (const cookie of [null, expired.cookie])
          await holds(
            [{ name: `nobody, ${map}, ${part}`, request: { target: at }, expected: 'closed 4401' }],
            {
              ...own,
              cookie,
            },
          );
      }
    }
    expect(tried.length).toBeGreaterThanOrEqual(250);
  });
});
