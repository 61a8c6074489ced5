import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { CloseCode } from '@jejak/protocol';
import pino from 'pino';
import type * as Y from 'yjs';
import type { Bus } from '../../src/bus/Bus.ts';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import type { ClientClaims } from '../../src/persistence/ClientClaims.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { SnapshotStore } from '../../src/persistence/SnapshotStore.ts';
import type { UpdateLog } from '../../src/persistence/UpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { MapModel } from '../../src/rooms/MapModel.ts';
import {
  createSyncHandler,
  type SyncHandler,
  type SyncHandlerOptions,
} from '../../src/sync/createSyncHandler.ts';
import { transportModel } from './transportModel.ts';

interface Options {
  readonly log?: UpdateLog;
  readonly snapshots?: SnapshotStore;
  readonly claims?: ClientClaims;
  readonly model?: MapModel;
  readonly bus?: Bus;
  readonly idleMs?: number;
  readonly port?: number;
  readonly now?: () => number;
  readonly limits?: SyncHandlerOptions['limits'];
  /** Waited for before a request without `judge=no` is judged. */
  readonly beforeAuthorise?: () => Promise<void>;
}

/** A server of rooms and sockets on a free port, with sign-in by query: `?as=<user>`, `?readOnly=1`. */
export interface SyncServer {
  readonly url: string;
  readonly port: number;
  readonly rooms: Rooms;
  readonly handler: SyncHandler;
  /** Requests that wait for `beforeAuthorise`. */
  readonly judging: number;
  /** What was read from the sockets of upgrades that are not open yet. */
  bytesRead(): number;
  /** Makes a map with one text in each document. */
  createMap(mapId: string, fill?: (docs: { structure: Y.Doc; content: Y.Doc }) => void): Promise<void>;
  stop(): Promise<void>;
}

export async function startSyncServer(options: Options = {}): Promise<SyncServer> {
  const rooms = createRooms({
    log: options.log ?? new MemoryUpdateLog(),
    snapshots: options.snapshots ?? new MemorySnapshotStore(),
    claims: options.claims ?? new MemoryClientClaims(),
    model: options.model ?? transportModel,
    bus: options.bus ?? new InProcessBus(),
    logger: pino({ level: 'silent' }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const judged = new Set<Socket>();
  const handler = createSyncHandler({
    rooms,
    publicUrl: 'http://map.example',
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.now === undefined ? {} : { now: options.now }),
    async authorise(req) {
      const query = new URL(req.url ?? '', 'http://x').searchParams;
      if (options.beforeAuthorise !== undefined && query.get('judge') !== 'no') {
        judged.add(req.socket);
        await options.beforeAuthorise();
      }
      const userId = query.get('as') ?? 'u1';
      if (userId === 'nobody') return { ok: false, code: CloseCode.SignIn };
      if (userId === 'stranger') return { ok: false, code: CloseCode.NotFound };
      const canWrite = query.get('readOnly') !== '1';
      return {
        ok: true,
        user: { id: userId, name: `Name of ${userId}`, team: 'PRODUCT' },
        userId,
        sessionId: `session-${userId}`,
        tokenId: null,
        workspaceId: 'w1',
        canWrite: { structure: canWrite, content: canWrite },
      };
    },
  });
  const server = createServer((req, res) => {
    if (req.method === 'POST' || req.method === 'GET') void handler.takeWork(req, res);
    else res.end();
  });
  server.on('upgrade', (req, socket, head) => handler.upgrade(req, socket, head));
  const port = await listen(server, options.port ?? 0);
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    port,
    rooms,
    handler,
    get judging() {
      return judged.size;
    },
    bytesRead: () => [...judged].reduce((sum, socket) => sum + socket.bytesRead, 0),
    async createMap(
      mapId,
      fill = (docs) => {
        docs.structure.getMap('meta').set('schemaVersion', 1);
        docs.content.getMap('meta').set('schemaVersion', 1);
      },
    ) {
      await rooms.liveMaps.create(mapId, fill);
    },
    async stop() {
      await handler.close();
      await rooms.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
