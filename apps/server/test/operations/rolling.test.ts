import { connectMap, type MapConnection } from '@jejak/sync-client';
import { freePort, type HttpPerson, TestWorkspace } from '@jejak/testbed';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { loadDocument } from '../../src/rooms/loadDocument.ts';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { until } from '../sync/until.ts';
import { openMap, ticketOf } from './openMap.ts';
import { RoundRobin } from './RoundRobin.ts';
import { SourceServer } from './SourceServer.ts';
import { Typist } from './Typist.ts';

const restarts = Number(process.env.ROLLING_RESTARTS ?? 4);
const people = 6;
const everyMs = 50;
const healMsMax = 20_000;

let database: TestDatabase;
let redis: TestRedis;
let front: RoundRobin;
let frontUrl = '';
const nodes: SourceServer[] = [];
const typists: Typist[] = [];
/** Why sockets that had been open were closed, as the clients saw it. */
const codes: number[] = [];

/** Notes the close code of a socket that had been open. */
class NotingSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols);
    this.once('open', () => this.once('close', (code) => codes.push(code)));
  }
}

function open(owner: HttpPerson, mapId: string): MapConnection {
  return connectMap({
    url: `${frontUrl.replace('http', 'ws')}/sync`,
    mapId,
    // The browser's type lacks what Node's has and the other way round.
    WebSocketImpl: NotingSocket as unknown as typeof globalThis.WebSocket,
    params: async () => ({ ticket: await ticketOf(owner, mapId) }),
  });
}

beforeAll(async () => {
  [database, redis] = await Promise.all([startTestDatabase(), startRedis()]);
  const port = await freePort();
  frontUrl = `http://127.0.0.1:${port}`;
  front = await RoundRobin.start(port, () => nodes.map((node) => node.port));
  const settings = {
    MONGODB_URI: database.uri.replace('/?', '/test?'),
    REDIS_URL: redis.url,
    PUBLIC_URL: frontUrl,
    AUTH_SECRET: 'the same on all nodes, and long enough',
    LOG_LEVEL: 'warn',
  };
  for (let n = 0; n < 2; n++) nodes.push(new SourceServer(settings));
  await Promise.all(nodes.map((node) => node.start()));
}, 90_000);
afterAll(async () => {
  for (const { map } of typists) await map.destroy();
  await Promise.all(nodes.map((node) => node.dispose()));
  await front.close();
  await redis.stop();
  await database.stop();
});

it(`[OPS6] [DOOR10] node after node is restarted under load, ${restarts} times: nothing saved or seen is lost`, async () => {
  const workspace = await TestWorkspace.setUp(frontUrl, { name: 'Ayu', locale: 'id', team: 'SALES' });
  const { owner } = workspace;
  const mapId = await workspace.createMap('Restarted');
  for (let n = 0; n < people; n++) {
    const person = await workspace.join({ name: `Person ${n}`, locale: 'en', team: 'OTHER' }, 'editor');
    typists.push(new Typist(`w${n}`, open(person, mapId)));
  }
  await Promise.all(typists.map(({ map }) => map.flush(healMsMax)));
  for (const typist of typists) typist.start(everyMs);

  for (let round = 0; round < restarts; round++) {
    const node = nodes[round % nodes.length];
    if (node === undefined) throw new Error('no node');
    const progress = typists.map(({ savedAt }) => savedAt.length);
    await until(
      'everybody is under way',
      () => typists.every(({ savedAt }, n) => savedAt.length > (progress[n] ?? 0) + 10),
      healMsMax,
    );
    const before = typists.map(({ savedAt }) => savedAt.length);
    expect(await node.stop()).toBe(0);
    await until(
      'everybody is saved again, by the other node',
      () => typists.every(({ savedAt }, n) => savedAt.length > (before[n] ?? 0)),
      healMsMax,
    );
    await node.start();
  }

  for (const typist of typists) typist.stop();
  await Promise.all(typists.map(({ map }) => map.flush(healMsMax)));
  const written = typists.flatMap((typist) => typist.written).sort();
  const missing = (keys: readonly string[], present: ReadonlySet<string>) =>
    keys.filter((key) => !present.has(key));
  // A fresh reader on each node has everything that anybody was told or saw, once, and nothing else.
  for (const node of nodes) {
    const reader = new Typist('reader', openMap(node.url.replace('http', 'ws'), owner, mapId));
    await reader.map.flush(healMsMax);
    await until('the reader has all', () => reader.keys().length >= written.length, healMsMax);
    const present = new Set(reader.keys());
    expect(typists.flatMap((typist) => missing(typist.savedBefore(), present))).toEqual([]);
    expect(typists.flatMap((typist) => missing([...typist.seen], present))).toEqual([]);
    expect([...present].sort()).toEqual(written);
    await reader.map.destroy();
  }
  await until(
    'all agree',
    () => typists.every((typist) => typist.keys().length === written.length),
    healMsMax,
  );

  const logger = pino({ level: 'silent' });
  const log = new MongoUpdateLog({ connection: database.connection, logger });
  const snapshots = new MongoSnapshotStore(database.connection);
  const loaded = await loadDocument(`${mapId}/content`, { log, snapshots, logger });
  expect(loaded).toMatchObject({ kind: 'loaded', damaged: false });

  expect(codes.length).toBeGreaterThan(restarts);
  expect(codes.filter((code) => code !== 1012)).toEqual([]);
  const failures = nodes.map(({ log: text }) =>
    text.split('\n').filter((line) => /"level":[56]0/.test(line)),
  );
  expect(failures.flat()).toEqual([]);
  process.stdout.write(
    `rolling restart: ${written.length} edits, ${codes.length} sockets moved, nothing lost\n`,
  );
}, 150_000);
