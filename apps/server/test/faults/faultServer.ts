import { createServer } from 'node:http';
import { createConnection } from 'mongoose';
import pino from 'pino';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { createSyncHandler } from '../../src/sync/createSyncHandler.ts';

/**
 * A server of rooms and sockets alone, made to be killed: `faultServer <mongodb uri> <port> <map id>`. Over HTTP it
 * tells what it still holds, once it has swept.
 */
async function main(uri: string, port: number, mapId: string): Promise<void> {
  let unhandled = 0;
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (cause: unknown) => {
      unhandled += 1;
      process.stderr.write(`${event}: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
    });
  }
  const logger = pino({ level: 'silent' });
  const connection = await createConnection(uri, {
    dbName: 'test',
    writeConcern: { w: 1, journal: true },
    serverSelectionTimeoutMS: 2_000,
    autoIndex: false,
    autoCreate: false,
  }).asPromise();
  const log = new MongoUpdateLog({ connection, logger, writeMsMax: 2_000 });
  const snapshots = new MongoSnapshotStore(connection);
  await log.ensureIndexes();
  await snapshots.ensureIndexes();
  const rooms = createRooms({ log, snapshots, bus: new InProcessBus(), logger, idleMs: 0 });
  if ((await snapshots.head(`${mapId}/content`)) === null) {
    await rooms.liveMaps.create(mapId, (docs) => {
      docs.structure.getMap('meta').set('made', true);
      docs.content.getArray('ledger');
    });
  }
  const sync = createSyncHandler({
    rooms,
    publicUrl: 'http://map.example',
    async authorise(req) {
      const userId = new URL(req.url ?? '', 'http://x').searchParams.get('as') ?? 'u1';
      return {
        ok: true,
        user: { id: userId, name: userId, team: 'OTHER' },
        userId,
        sessionId: null,
        workspaceId: 'w1',
        canWrite: { structure: true, content: true },
      };
    },
  });
  const server = createServer(async (_req, res) => {
    await rooms.registry.sweep();
    const held = { sockets: rooms.directory.size, maps: rooms.registry.openCount, unhandled };
    res.end(JSON.stringify(held));
  });
  server.on('upgrade', (req, socket, head) => sync.upgrade(req, socket, head));
  server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
}

const [uri, port, mapId] = process.argv.slice(2);
if (uri === undefined || port === undefined || mapId === undefined)
  throw new Error('faultServer <uri> <port> <map id>');
await main(uri, Number(port), mapId);
