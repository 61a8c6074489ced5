import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection } from 'mongoose';
import pino from 'pino';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { RedisBus } from '../../src/bus/redis/RedisBus.ts';
import { DomainError } from '../../src/errors/DomainError.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { createSyncHandler } from '../../src/sync/createSyncHandler.ts';
import { syncLimitsTimes } from '../../src/sync/SyncLimits.ts';
import { until } from '../sync/until.ts';
import {
  CrashingLog,
  type CrashPoint,
  CrashSwitch,
  crashInBroadcasts,
  crashInCompactions,
  crashPoints,
} from './crashPoints.ts';
import { fillWithLedger } from './ledgerList.ts';
import type { Backlog, Memory, ServerSettings } from './ServerProcess.ts';

/** Whatever is worth an error in the log is one for the test. */
const logger = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));

/** Collects whatever nobody holds any more, also what is let go only when something else is gone. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no way to collect garbage');
  for (let round = 0; round < 3; round++) Reflect.apply(collect, null, []);
}

/**
 * A server of rooms and sockets alone, made to be killed. Over HTTP it tells what it still holds, once it has swept,
 * and takes orders: when to die, what to merge, which map to make or edit.
 */
async function main(settings: ServerSettings): Promise<void> {
  let unhandled = 0;
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (cause: unknown) => {
      unhandled += 1;
      process.stderr.write(`${event}: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
    });
  }
  const connection = await createConnection(settings.uri, {
    dbName: 'test',
    writeConcern: { w: 1, journal: true },
    serverSelectionTimeoutMS: 2_000,
    autoIndex: false,
    autoCreate: false,
  }).asPromise();
  const crash = new CrashSwitch();
  const log = new CrashingLog({ connection, logger, writeMsMax: 2_000 }, crash);
  const snapshots = new MongoSnapshotStore(connection);
  crashInCompactions(connection, crash);
  const claims = new MongoClientClaims(connection);
  await log.ensureIndexes();
  await snapshots.ensureIndexes();
  await claims.ensureIndexes();
  const { redisUrl } = settings;
  const bus = redisUrl === undefined ? new InProcessBus() : new RedisBus({ url: redisUrl, logger });
  const rooms = createRooms({ log, snapshots, claims, bus, logger, idleMs: 0 });

  /** A map that is there already is somebody else's work, and as good. */
  const create = async (mapId: string): Promise<'created' | 'exists'> => {
    try {
      await rooms.liveMaps.create(mapId, fillWithLedger);
      return 'created';
    } catch (error) {
      if (error instanceof DomainError && error.code === 'CONFLICT') return 'exists';
      throw error;
    }
  };
  const compact = (mapId: string): Promise<string> =>
    rooms.registry.use(mapId, async ({ content }) => {
      const before = (await snapshots.head(content.docId))?.snapshotSeq ?? 0;
      // A document that is being written is settled for moments only, and right after a merge there is nothing to merge.
      await until('settled', () => content.settled && content.tail > before);
      await content.compact();
      return (await snapshots.head(content.docId))?.snapshotSeq === before ? 'nothing' : 'merged';
    });
  /** An edit of the server's own, as a program asks for; its code where it is refused. */
  const edit = (mapId: string): Promise<string> =>
    rooms.registry.use(mapId, async ({ content }) => {
      try {
        content.edit((doc) => doc.getMap('emotionScores').set('edit', content.revision));
        return 'taken';
      } catch (error) {
        if (error instanceof DomainError) return error.code;
        throw error;
      }
    });
  /** The longest queue before the log, by number and by bytes. */
  const backlog = (): Backlog => {
    const queues = rooms.registry.rooms.map((room) => room.backlog);
    const most = (counts: readonly number[]) => Math.max(0, ...counts);
    return {
      updates: most(queues.map(({ length }) => length)),
      bytes: most(queues.map(({ bytes }) => bytes)),
    };
  };
  const memory = async (): Promise<Memory> => {
    await rooms.registry.sweep();
    collectGarbage();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { maps: rooms.registry.openCount, usedBytes: heapUsed + external, rssBytes: rss };
  };
  for (const mapId of settings.mapIds) await create(mapId);

  const sync = createSyncHandler({
    rooms,
    publicUrl: 'http://map.example',
    limits: syncLimitsTimes(100),
    async authorise(req) {
      const userId = new URL(req.url ?? '', 'http://x').searchParams.get('as') ?? 'u1';
      return {
        ok: true,
        user: { id: userId, name: userId, team: 'OTHER' },
        userId,
        sessionId: null,
        tokenId: null,
        workspaceId: 'w1',
        canWrite: { structure: true, content: true },
      };
    },
  });

  const answer = async (path: string): Promise<unknown> => {
    const [, what, name = '', how] = path.split('/');
    if (what === 'create') return create(name);
    if (what === 'compact') return compact(name);
    if (what === 'edit') return edit(name);
    if (what === 'memory') return memory();
    if (what === 'backlog') return backlog();
    if (what === 'time') return Date.now();
    if (what === 'sockets') return rooms.directory.size;
    if (what === 'arm') {
      const point = crashPoints.find((one): one is CrashPoint => one === name);
      if (point === undefined) throw new Error(`no point ${name}`);
      crash.arm(point, how === 'SIGSTOP' ? 'SIGSTOP' : 'SIGKILL');
      if (point === 'broadcast') crashInBroadcasts(rooms, crash);
      return 'armed';
    }
    await rooms.registry.sweep();
    return { sockets: rooms.directory.size, maps: rooms.registry.openCount, unhandled };
  };
  const server = createServer((req, res) => {
    if (req.url?.startsWith('/sync/')) return void sync.takeWork(req, res);
    answer(req.url ?? '').then(
      (said) => res.end(JSON.stringify(said)),
      (error: unknown) => res.writeHead(500).end(JSON.stringify(String(error))),
    );
  });
  server.on('upgrade', (req, socket, head) => sync.upgrade(req, socket, head));
  server.listen(settings.port, '127.0.0.1', () => process.stdout.write('ready\n'));
}

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('faultServer <settings>');
await main(JSON.parse(given) as ServerSettings);
