import { createClient } from 'graphql-ws';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { storedDocument } from '../faults/storedDocument.ts';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestNode, type TestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';

const newMap =
  'mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{id}} ...on UserError{code}}}';
const remove =
  'mutation($input:RemoveMemberInput!){removeMember(input:$input){...on RemoveMemberPayload{userId} ...on UserError{code}}}';
const setRole =
  'mutation($input:SetMemberRoleInput!){setMemberRole(input:$input){__typename ...on UserError{code}}}';

const logger = pino({ level: 'silent' });

/** Somebody with both kinds of socket on one node, who writes all the time. */
interface Busy {
  /** How each socket ended; null while it is open. */
  readonly ended: { sync: number | null; graphql: number | null };
  readonly doc: Y.Doc;
  stop(): void;
}

describe('a right that ends on one node, with sockets on another', () => {
  let redis: TestRedis;
  let server: TestServer;
  let team: Awaited<ReturnType<Seed['team']>>;
  let seed: Seed;
  let mapId: string;
  const busy: Busy[] = [];
  const node = (index: number): TestNode => {
    const found = server.nodes[index];
    if (found === undefined) throw new Error(`no node ${index}`);
    return found;
  };

  beforeAll(async () => {
    redis = await startRedis();
    server = await startTestServer({
      nodes: 2,
      env: { REDIS_URL: redis.url, AUTH_SECRET: 'one-secret-for-both-nodes-0123456789-abcdefghijklm' },
    });
    seed = new Seed(server.database.connection, node(0).config);
    team = await seed.team();
    const input = { workspaceId: team.workspaceId, title: 'Revoked', template: 'DIGITAL', locale: 'EN' };
    const made = await ask(0, newMap, { input }, team.owner);
    mapId = (made as { createMap: { map: { id: string } } }).createMap.map.id;
  }, 60_000);
  afterAll(async () => {
    for (const one of busy) one.stop();
    await server.close();
    await redis.stop();
  });

  async function ask(at: number, query: string, variables: object, as: SeededPerson): Promise<unknown> {
    const response = await fetch(`${node(at).url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  async function begin(person: SeededPerson): Promise<Busy> {
    const headers = { cookie: person.cookie, origin: node(1).url };
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers });
      }
    }
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`${node(1).wsUrl}/sync/${mapId}`, 'content', doc, {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      shouldReconnect: () => false,
    });
    const client = createClient({ url: `${node(1).wsUrl}/graphql`, webSocketImpl: Signed, retryAttempts: 0 });
    const ended: Busy['ended'] = { sync: null, graphql: null };
    provider.on('closed', ({ code }) => {
      ended.sync = code;
    });
    let heard = 0;
    client.on('closed', (event) => {
      ended.graphql = (event as { code: number }).code;
    });
    const stopHearing = client.subscribe(
      { query: `subscription{mapChanged(mapId:"${mapId}"){mapVersion}}` },
      {
        next: () => {
          heard += 1;
        },
        error: () => {},
        complete: () => {},
      },
    );
    let written = 0;
    const timer = setInterval(() => {
      written += 1;
      doc.getMap('emotionScores').set(`stp_${person.userId.slice(0, 12)}:per_${written}`, 1);
    }, 50);
    const one: Busy = {
      ended,
      doc,
      stop() {
        clearInterval(timer);
        stopHearing();
        void client.dispose();
        provider.destroy();
      },
    };
    busy.push(one);
    await until('synced and heard', () => provider.synced && heard > 0);
    return one;
  }

  /** Whether the log takes nothing more of them, read past every server. */
  async function takesNothingMore(person: SeededPerson, writer: Busy): Promise<void> {
    const { connection } = server.database;
    const count = async (): Promise<number> => {
      const log = new MongoUpdateLog({ connection, logger });
      const snapshots = new MongoSnapshotStore(connection);
      const doc = await storedDocument(`${mapId}/content`, { log, snapshots, logger });
      return [...doc.getMap('emotionScores').keys()].filter((key) => key.includes(person.userId.slice(0, 12)))
        .length;
    };
    const before = await count();
    expect(before).toBeGreaterThan(0);
    const mine = writer.doc.getMap('emotionScores').size;
    await until('20 more writes were tried', () => writer.doc.getMap('emotionScores').size >= mine + 20);
    expect(await count()).toBe(before);
  }

  const both = (writer: Busy) => () => writer.ended.sync !== null && writer.ended.graphql !== null;

  it('[NODE9] a subscription on one node tells what is written on another', async () => {
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { cookie: team.viewer.cookie, origin: node(1).url } });
      }
    }
    const client = createClient({ url: `${node(1).wsUrl}/graphql`, webSocketImpl: Signed, retryAttempts: 0 });
    const heard: unknown[] = [];
    const stop = client.subscribe(
      { query: `subscription{mapChanged(mapId:"${mapId}"){mapVersion changedIds}}` },
      { next: ({ data }) => heard.push(data), error: () => {}, complete: () => {} },
    );
    const rename =
      'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){__typename ...on UserError{code field}}}';
    let tries = 0;
    await until('heard', () => {
      // Until the subscription stands, nobody hears anything.
      tries += 1;
      if (tries % 100 === 1)
        void ask(0, rename, { input: { mapId, locale: 'EN', text: `Title ${tries}` } }, team.owner).catch(
          () => {},
        );
      return heard.length > 0;
    });
    stop();
    await client.dispose();
  });

  it('[NODE2] [T13] a removed member is cut off within 2 s, subscriptions included', async () => {
    const writer = await begin(team.editor);
    await ask(
      0,
      remove,
      { input: { workspaceId: team.workspaceId, userId: team.editor.userId } },
      team.owner,
    );
    await until('cut off', both(writer), 2_000);
    expect(writer.ended).toEqual({ sync: 4403, graphql: 4403 });
    await takesNothingMore(team.editor, writer);
  });

  it('[NODE2] [T13] whoever signs out is cut off within 2 s', async () => {
    const person = await seed.person({ workspaceId: team.workspaceId, role: 'editor' });
    const writer = await begin(person);
    const headers = { cookie: person.cookie, origin: node(0).url, 'content-type': 'application/json' };
    const out = await fetch(`${node(0).url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
    expect(out.status).toBe(200);
    await until('cut off', both(writer), 2_000);
    expect(writer.ended).toEqual({ sync: 4401, graphql: 4401 });
    await takesNothingMore(person, writer);
  });

  it('[NODE2] [T13] also while Redis is away, by looking again', async () => {
    const [gone, reader] = [
      await seed.person({ workspaceId: team.workspaceId, role: 'editor' }),
      await seed.person({ workspaceId: team.workspaceId, role: 'editor' }),
    ];
    const [removed, changed] = [await begin(gone), await begin(reader)];
    await redis.kill();
    const { workspaceId } = team;
    await ask(0, remove, { input: { workspaceId, userId: gone.userId } }, team.owner);
    await ask(0, setRole, { input: { workspaceId, userId: reader.userId, role: 'VIEWER' } }, team.owner);
    await until('the removed one is cut off', () => removed.ended.sync !== null, 30_000);
    await until('the reader is sent to come again', () => changed.ended.sync !== null, 30_000);
    expect([removed.ended.sync, changed.ended.sync]).toEqual([4403, 4500]);
    await takesNothingMore(gone, removed);
    await takesNothingMore(reader, changed);
  });
});
