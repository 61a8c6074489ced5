import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { Snapshot } from '../../src/persistence/SnapshotStore.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { Lease } from '../../src/rooms/RoomRegistry.ts';
import { seeded } from '../faults/seeded.ts';
import { storedDocument } from '../faults/storedDocument.ts';
import { until } from '../sync/until.ts';
import { FaultyBus } from './FaultyBus.ts';

const mapId = 'map_losthints001';

/** Never resolves a save while told to stall. */
class StallingSnapshots extends MemorySnapshotStore {
  stalled = false;
  waiting = 0;
  override async save(docId: string, snapshot: Snapshot): Promise<'saved' | 'stale'> {
    if (this.stalled) {
      this.waiting += 1;
      await new Promise<never>(() => {});
    }
    return super.save(docId, snapshot);
  }
}

describe('a bus that loses everything', () => {
  const opened: Rooms[] = [];
  const leases: Lease[] = [];
  afterEach(async () => {
    for (const lease of leases.splice(0)) lease.release();
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  const twoNodes = async (snapshots = new MemorySnapshotStore()) => {
    const hub = new InProcessHub();
    const log = new MemoryUpdateLog();
    const claims = new MemoryClientClaims();
    const rooms = [0, 1].map(() => {
      const bus = new FaultyBus(hub.join(), seeded(1), { drop: 1 });
      return createRooms({ log, snapshots, claims, bus, logger: pino({ level: 'silent' }), idleMs: 0 });
    });
    opened.push(...rooms);
    const [a, b] = rooms;
    if (a === undefined || b === undefined) throw new Error('no nodes');
    await a.liveMaps.create(mapId, () => {});
    leases.push(await a.registry.acquire(mapId), await b.registry.acquire(mapId));
    return { log, snapshots, a, b };
  };
  const map = (rooms: Rooms) => {
    const found = rooms.registry.peek(mapId);
    if (found === null) throw new Error('not open');
    return found;
  };
  const write = async (rooms: Rooms, key: string): Promise<void> => {
    const { content } = map(rooms);
    content.edit((doc) => doc.getMap('cards').set(key, 1));
    await until('journaled', () => content.settled);
  };
  const keys = (rooms: Rooms): string[] => [...map(rooms).content.doc.getMap('cards').keys()].sort();

  it('[NODE1] what no hint told is found in the log', async () => {
    const { a, b } = await twoNodes();
    await write(a, 'one');
    await until('b has it', () => keys(b).length === 1, 2_000);
  });

  it('[NODE1] also when it was merged and deleted from the log meanwhile', async () => {
    const { log, a, b } = await twoNodes();
    const { tail } = map(b).content;
    for (const key of ['one', 'two']) {
      await write(a, key);
      await map(a).content.compact();
    }
    // What `b` lacks next was merged into the snapshot before the newest, and is gone.
    const [left] = await log.readAfter(`${mapId}/content`, 0);
    expect(left?.seq).toBe(tail + 2);
    await until('b has it', () => keys(b).length === 2, 2_000);
    await write(b, 'three');
    await until('a has it', () => keys(a).length === 3, 2_000);
  });

  it('[ROOM10] a merge after a conflict holds what the others wrote', async () => {
    const { log, snapshots, a, b } = await twoNodes();
    const { content } = map(a);
    // Enough for a merge with the next entry.
    for (let n = 0; n < 600; n++) content.edit((doc) => doc.getMap('cards').set(`a${n}`, 1));
    await until('journaled', () => content.settled);
    await write(b, 'b');
    // This node does not know of it yet, and meets it when it appends.
    await write(a, 'last');
    await content.compactionSettled();
    const logger = pino({ level: 'silent' });
    const stored = await storedDocument(`${mapId}/content`, { log, snapshots, logger });
    expect(stored.getMap('cards').size).toBe(602);
  });

  it('[NODE1] a map that was deleted elsewhere ends here', async () => {
    const { a, b } = await twoNodes();
    await a.liveMaps.remove(mapId);
    await until('b closed it', () => b.registry.peek(mapId) === null, 2_000);
  });

  it('[NODE1] while a compaction hangs', async () => {
    const snapshots = new StallingSnapshots();
    const { a, b } = await twoNodes(snapshots);
    await b.liveMaps.create('map_losthints002', () => {});
    await b.registry.use('map_losthints002', async ({ content }) => {
      content.edit((doc) => doc.getMap('cards').set('x', 1));
      await until('journaled', () => content.settled);
    });
    snapshots.stalled = true;
    void b.registry.sweep();
    await write(a, 'one');
    await until('b has it', () => keys(b).length === 1, 2_000);
    expect(snapshots.waiting).toBe(1);
    // Nor does it hold up the end.
    await b.registry.close(50);
  });
});
