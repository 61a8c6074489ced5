import { createServer } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { MessageKind } from '@jejak/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { InProcessBus } from './bus/inProcess/InProcessBus.ts';
import { createClients } from './http/clientOf.ts';
import type { Logger } from './observability/createLogger.ts';
import { MemoryClientClaims } from './persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from './persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from './persistence/memory/MemoryUpdateLog.ts';
import { within } from './rooms/bounded.ts';
import { createRooms } from './rooms/createRooms.ts';
import type { Authorise } from './sync/Authorise.ts';
import { createSyncHandler } from './sync/createSyncHandler.ts';

const mapId = 'map_rehearsal';
const msMax = 5_000;
const edits = 20;
const nobody = { id: '', name: '', team: 'OTHER' } as const;

const authorise: Authorise = async () => ({
  ok: true,
  user: nobody,
  userId: nobody.id,
  sessionId: null,
  tokenId: null,
  workspaceId: '',
  canWrite: { structure: true, content: true },
});

/**
 * Plays a join from the request to the acknowledgement of edits, twice, with a map and a connection that are only in
 * memory: code runs the first time some ten times as long, and nobody should wait for that.
 */
export async function rehearseJoin(logger: Logger): Promise<void> {
  const rooms = createRooms({
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger,
  });
  const handler = createSyncHandler({ rooms, authorise, publicUrl: 'http://rehearsal' });
  const clients = createClients([]);
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    clients.settle(request);
    handler.upgrade(request, socket, head);
  });
  try {
    await rooms.liveMaps.create(mapId, (docs) => {
      for (const doc of [docs.structure, docs.content]) doc.getMap('meta').set('schemaVersion', rooms.format);
    });
    // Once with a map that is opened, once with one that is open.
    for (let times = 0; times < 2; times++) {
      const [here, there] = duplexPair();
      server.emit('connection', there);
      await within(join(here), msMax, () => new Error('the rehearsal took too long'));
    }
  } finally {
    await handler.close();
    await rooms.close();
  }
}

/** Comes in, asks for everything, writes, waits until that is saved, and leaves. */
async function join(connection: Duplex): Promise<void> {
  const url = `ws://rehearsal/sync/${mapId}/content?ack=1&deflate=1`;
  const socket = new WebSocket(url, { createConnection: () => connection });
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let edit = 0; edit < edits; edit++) doc.getMap('emotionScores').set('stp_a:per_a', edit);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('open', () => {
      socket.send(Uint8Array.of(MessageKind.Sync, 0, 1, 0));
      for (const update of updates)
        socket.send(Uint8Array.of(MessageKind.Sync, 2, update.byteLength, ...update));
    });
    socket.on('message', (data) => {
      const [kind, saved] = data instanceof Buffer ? data : [];
      if (kind === MessageKind.Saved && saved === edits) socket.close();
    });
  });
}
