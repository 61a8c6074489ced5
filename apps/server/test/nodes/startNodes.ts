import { connectMap, type MapConnection } from '@jejak/sync-client';
import { TcpProxy } from '@jejak/testbed';
import pino from 'pino';
import { WebSocket } from 'ws';
import { RedisBus } from '../../src/bus/redis/RedisBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { startRedis, type TestRedis } from '../bus/startRedis.ts';
import { type SyncServer, startSyncServer } from '../sync/startSyncServer.ts';
import { type BusFaults, FaultyBus } from './FaultyBus.ts';

/** One node of a test, with its own bad way to Redis and its own bad bus. */
export interface BusyNode {
  readonly server: SyncServer;
  readonly bus: FaultyBus;
  /** Between this node and Redis. */
  readonly proxy: TcpProxy;
}

/** Nodes in one process that share a log and a real Redis. */
export interface Nodes {
  readonly redis: TestRedis;
  readonly nodes: readonly BusyNode[];
  readonly log: MemoryUpdateLog;
  node(index: number): BusyNode;
  setFaults(faults: BusFaults): void;
  /** A client of a node, or of whatever address is given. */
  join(mapId: string, at: number | string, as: string): MapConnection;
  close(): Promise<void>;
}

export async function startNodes(count: number, random: () => number): Promise<Nodes> {
  const redis = await startRedis();
  const [log, snapshots] = [new MemoryUpdateLog(), new MemorySnapshotStore()];
  const claims = new MemoryClientClaims();
  const nodes: BusyNode[] = [];
  const clients: MapConnection[] = [];
  const at = (index: number): BusyNode => {
    const found = nodes[index];
    if (found === undefined) throw new Error(`no node ${index}`);
    return found;
  };
  for (let n = 0; n < count; n++) {
    const proxy = await TcpProxy.listen(redis.port, random);
    const url = `redis://127.0.0.1:${proxy.port}`;
    const bus = new FaultyBus(new RedisBus({ url, logger: pino({ level: 'silent' }) }), random);
    nodes.push({ proxy, bus, server: await startSyncServer({ log, snapshots, claims, bus }) });
  }
  return {
    redis,
    nodes,
    log,
    node: at,
    setFaults(faults) {
      for (const { bus } of nodes) bus.faults = faults;
    },
    join(mapId, where, as) {
      const map = connectMap({
        url: typeof where === 'number' ? at(where).server.url : where,
        mapId,
        // The browser's type lacks what Node's has and the other way round.
        WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
        params: async () => ({ as }),
        random,
      });
      clients.push(map);
      return map;
    },
    async close() {
      for (const client of clients) await client.destroy();
      for (const { server, bus, proxy } of nodes) {
        await server.stop();
        await bus.close();
        await proxy.close();
      }
      await redis.stop();
    },
  };
}
