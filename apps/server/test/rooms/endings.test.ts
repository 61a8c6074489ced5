import { once } from 'node:events';
import { connect } from 'node:net';
import { CloseCode } from '@jejak/protocol';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Bus } from '../../src/bus/Bus.ts';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult } from '../../src/persistence/UpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import { startSyncServer } from '../sync/startSyncServer.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_endings00001';

/** A log that fails as no log should: `append` rejects, or reading does, while told to. */
class FailingLog extends MemoryUpdateLog {
  fails = false;

  override async append(...given: Parameters<MemoryUpdateLog['append']>): Promise<AppendResult> {
    if (this.fails) throw new Error('broken');
    return super.append(...given);
  }

  override async tails(...given: Parameters<MemoryUpdateLog['tails']>): ReturnType<MemoryUpdateLog['tails']> {
    if (this.fails) throw new Error('broken');
    return super.tails(...given);
  }

  override async remove(docId: string): Promise<void> {
    if (this.fails) throw new Error('broken');
    await super.remove(docId);
  }
}

class Peer implements Receiver {
  readonly userId = 'ani';
  readonly by = { kind: 'USER', userId: 'ani', tokenId: null } as const;
  closed: number | null = null;
  onBatch(): void {}
  close(code: number): void {
    this.closed ??= code;
  }
}

const update = (key: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap('cards').set(key, key);
  return Y.encodeStateAsUpdate(doc);
};

describe('rooms that end', () => {
  const opened: Rooms[] = [];
  const open = (log: MemoryUpdateLog, bus: Bus = new InProcessBus()): Rooms => {
    const rooms = createRooms({
      log,
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
      bus,
      logger: pino({ level: 'silent' }),
    });
    opened.push(rooms);
    return rooms;
  };
  afterEach(async () => {
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  it('[ROOM16] a room that ended by itself acknowledges nothing, and the map opens anew', async () => {
    const log = new FailingLog();
    const rooms = open(log);
    await rooms.liveMaps.create(mapId, () => {});
    const lease = await rooms.registry.acquire(mapId);
    const [writer, reader] = [new Peer(), new Peer()];
    lease.map.content.enter(writer);
    lease.map.structure.enter(reader);
    log.fails = true;
    expect(lease.map.content.submit(update('lost'), writer, 'live', true)).toBe('taken');
    const told: string[] = [];
    lease.map.content.whenDurable(
      () => told.push('saved'),
      () => told.push('failed'),
    );
    await until('the writer is sent away', () => writer.closed !== null);
    expect(reader.closed).toBe(CloseCode.Restart);
    // Whoever still holds the old room, or was on the way into it, is told nothing false.
    const late = new Peer();
    lease.map.content.enter(late);
    expect(late.closed).toBe(CloseCode.Restart);
    expect(lease.map.content.submit(update('late'), late, 'live', true)).not.toBe('taken');
    lease.map.content.whenDurable(
      () => told.push('saved'),
      () => told.push('failed'),
    );
    expect(told).toEqual(['failed', 'failed']);
    log.fails = false;
    await rooms.registry.use(mapId, async (map) => {
      expect(map.content.submit(update('kept'), new Peer(), 'live', true)).toBe('taken');
      await until('journaled', () => map.settled);
    });
    lease.release();
    const entries = await log.readAfter(`${mapId}/content`, 1);
    expect(entries).toHaveLength(1);
  });

  it('[ROOM17] a deletion that fails half-way still sends everybody away', async () => {
    const log = new FailingLog();
    const rooms = open(log);
    await rooms.liveMaps.create(mapId, () => {});
    const lease = await rooms.registry.acquire(mapId);
    const peer = new Peer();
    lease.map.content.enter(peer);
    log.fails = true;
    await expect(rooms.liveMaps.remove(mapId)).rejects.toThrow('broken');
    expect(peer.closed).toBe(CloseCode.NotFound);
    lease.release();
  });

  it('[ROOM18] whoever follows a map goes on hearing of it when it had to be opened anew', async () => {
    const log = new FailingLog();
    const rooms = open(log);
    await rooms.liveMaps.create(mapId, () => {});
    const heard: number[] = [];
    const stop = rooms.liveMaps.onChange(mapId, ({ version }) => heard.push(version.content));
    await until('opened', () => rooms.registry.peek(mapId) !== null);
    const first = rooms.registry.peek(mapId);
    first?.close(CloseCode.Restart, 'ended');
    await until('opened anew', () => {
      const now = rooms.registry.peek(mapId);
      return now !== null && now !== first;
    });
    // Nobody but the listener holds it open.
    rooms.registry.peek(mapId)?.content.submit(update('heard'), new Peer(), 'live', true);
    await until('heard', () => heard.length > 0);
    stop();
  });

  it('[SYNC28] a database that is away when the bus comes back costs nothing', async () => {
    const log = new FailingLog();
    const resumed: (() => void)[] = [];
    const bus: Bus = {
      remote: true,
      alone: false,
      publish() {},
      subscribe: () => () => {},
      onResume: (listener) => {
        resumed.push(listener);
        return () => {};
      },
      async close() {},
    };
    const rooms = open(log, bus);
    await rooms.liveMaps.create(mapId, () => {});
    const lease = await rooms.registry.acquire(mapId);
    log.fails = true;
    // A rejection that nobody handles would end the process, and fails the test run.
    for (const listener of resumed) listener();
    await new Promise((resolve) => setImmediate(resolve));
    log.fails = false;
    lease.release();
  });
});

describe('handshakes', () => {
  it('[SYNC30] a broken handshake, and a peer that left meanwhile, keep no map open', async () => {
    let now = 0;
    const server = await startSyncServer({ now: () => now, idleMs: 1_000 });
    try {
      await server.createMap(mapId);
      const head = `GET /sync/${mapId}/content?as=u1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
      const good = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
      for (const rest of ['\r\n', 'Sec-WebSocket-Version: 99\r\nSec-WebSocket-Key: short\r\n\r\n', good]) {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        socket.resume();
        const gone = once(socket, 'close');
        await once(socket, 'connect');
        // The last one closes its half at once.
        if (rest === good) socket.end(head + rest);
        else socket.write(head + rest);
        await gone;
      }
      await until('no socket is left', () => server.rooms.directory.size === 0);
      now += 5_000;
      await server.rooms.registry.sweep();
      expect(server.rooms.registry.openCount).toBe(0);
    } finally {
      await server.stop();
    }
  });
});
