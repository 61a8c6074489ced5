import { connectMap, type MapConnection } from '@jejak/sync-client';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { RedisBus } from '../../src/bus/redis/RedisBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

const mapId = 'map_nodes0000001';

describe('two nodes over Redis', () => {
  let redis: TestRedis;
  const buses: RedisBus[] = [];
  const servers: SyncServer[] = [];
  const maps: MapConnection[] = [];
  const join = (node: number, as: string): MapConnection => {
    const map = connectMap({
      url: servers[node]?.url ?? '',
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as }),
    });
    maps.push(map);
    return map;
  };
  const text = (map: MapConnection) => map.docs.content.getText('t');

  beforeAll(async () => {
    redis = await startRedis();
    const [log, snapshots] = [new MemoryUpdateLog(), new MemorySnapshotStore()];
    const claims = new MemoryClientClaims();
    for (let node = 0; node < 2; node++) {
      const bus = new RedisBus({ url: redis.url, logger: pino({ level: 'silent' }) });
      buses.push(bus);
      servers.push(await startSyncServer({ log, snapshots, claims, bus }));
    }
    await servers[0]?.createMap(mapId);
  }, 20_000);
  afterAll(async () => {
    for (const map of maps) await map.destroy();
    for (const server of servers) await server.stop();
    for (const bus of buses) await bus.close();
    await redis.stop();
  });

  it('[SYNC28] people on different nodes see each other, and their edits, also while Redis is away', async () => {
    const [anna, budi] = [join(0, 'anna'), join(1, 'budi')];
    await Promise.all([anna.flush(), budi.flush()]);
    text(anna).insert(0, 'a');
    await until('budi sees a', () => text(budi).toString() === 'a');
    await until(
      'budi sees anna',
      () => budi.presence.others().some(({ user }) => user.id === 'anna'),
      20_000,
    );
    await until(
      'anna sees budi',
      () => anna.presence.others().some(({ user }) => user.id === 'budi'),
      20_000,
    );
    await redis.kill();
    text(budi).insert(1, 'b');
    await budi.flush();
    // The hint is lost; the log tells it.
    await until('anna sees b', () => text(anna).toString() === 'ab');
    await redis.start();
    for (let n = 0; n < 50; n++) {
      text(anna).insert(0, 'x');
      text(budi).insert(text(budi).length, 'y');
    }
    await Promise.all([anna.flush(), budi.flush()]);
    await until(
      'both agree',
      () => text(anna).length === 102 && text(anna).toString() === text(budi).toString(),
    );
  }, 40_000);

  it('[SYNC27] access that ends on one node closes the sockets on the other', async () => {
    const cici = join(1, 'cici');
    await cici.flush();
    await until('cut off', () => {
      if (cici.status.kind !== 'refused')
        void servers[0]?.rooms.liveMaps.disconnect({ userId: 'cici' }, 4403);
      return cici.status.kind === 'refused';
    });
    expect(cici.status).toEqual({ kind: 'refused', code: 4403 });
  }, 20_000);

  it('[SYNC12] too many windows of one person are told to come back later', async () => {
    const server = await startSyncServer({ limits: { connectionsPerUserAndMap: 1 } });
    try {
      await server.createMap(mapId);
      const open = (): Promise<number | 'open'> =>
        new Promise((resolve) => {
          const ws = new WebSocket(`${server.url}/${mapId}/content`);
          ws.on('close', (code) => resolve(code));
          ws.on('error', () => {});
          // A living connection is greeted.
          ws.on('message', () => resolve('open'));
        });
      expect(await open()).toBe('open');
      expect(await open()).toBe(4503);
    } finally {
      await server.stop();
    }
  });
});
