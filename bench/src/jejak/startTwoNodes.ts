import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@jejak/embedded-mongo';
import { type HttpPerson, ProductionServer, TestWorkspace } from '@jejak/testbed';
import type { SyncServer } from '../sync/SyncServer.ts';
import { startRedis } from './startRedis.ts';

const people = 10;

/** Two nodes, with what stands behind them. */
export interface TwoNodes extends SyncServer {
  readonly urls: readonly string[];
  readonly databasePid: number;
}

/** Two of our servers on one database and one Redis; the clients of each room take turns between them. */
export async function startTwoNodes(): Promise<TwoNodes> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-nodes-'));
  const ends: (() => Promise<unknown> | undefined)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const database = await startEmbeddedMongo({ dataDir, log: () => {} });
    ends.push(() => database.stop());
    const redis = await startRedis();
    ends.push(() => redis.close());
    const settings = {
      LOG_LEVEL: 'error',
      SYNC_ALLOWANCE: '1000',
      GRAPHQL_ALLOWANCE: '10000',
      MONGODB_URI: database.uri,
      REDIS_URL: redis.url,
      AUTH_SECRET: randomBytes(32).toString('hex'),
    };
    const nodes: ProductionServer[] = [];
    while (nodes.length < 2) {
      const node = await ProductionServer.start({ settings });
      nodes.push(node);
      ends.push(() => node.dispose());
    }
    const [first] = nodes;
    if (first === undefined) throw new Error('no node');
    const workspace = await TestWorkspace.setUp(first.url, { name: 'Ayu', locale: 'en', team: 'MARKETING' });
    const members: HttpPerson[] = [workspace.owner];
    while (members.length < people) {
      const member = { name: `Person ${members.length}`, locale: 'id', team: 'PRODUCT' } as const;
      members.push(await workspace.join(member, 'editor'));
    }
    const nodeOf = (client: number) => nodes[client % nodes.length] ?? first;
    return {
      name: 'two nodes over Redis',
      port: first.port,
      pids: nodes.map((node) => node.pid),
      urls: nodes.map((node) => node.url),
      databasePid: database.pid ?? 0,
      dialect: 'plain',
      answers: true,
      async rooms(count, clients) {
        const rooms = [];
        for (let n = 0; n < count; n++) {
          const mapId = await workspace.createMap(`Bench ${n}`);
          const turns = Array.from({ length: clients }, (_, client) => client);
          rooms.push({
            room: mapId,
            path: `/sync/${mapId}/content?ack=1`,
            headers: turns.map((client) => ({
              Cookie: members[(client + n) % people]?.cookie ?? '',
              Origin: nodeOf(client).url,
            })),
            ports: turns.map((client) => nodeOf(client).port),
          });
        }
        return rooms;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
