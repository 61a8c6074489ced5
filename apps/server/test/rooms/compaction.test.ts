import { syncLimits } from '@jejak/protocol';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { Snapshot } from '../../src/persistence/SnapshotStore.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_compaction01';
const docId = `${mapId}/content`;
type CrashPoint = 'beforePieces' | 'afterPointer' | 'afterTrim' | null;

/** Stores that die at a chosen point of a compaction: from then on the "process" writes nothing any more. */
function crashingStores(): {
  log: MemoryUpdateLog;
  snapshots: MemorySnapshotStore;
  crashAt: (point: CrashPoint) => void;
} {
  let point: CrashPoint = null;
  const crash = (at: CrashPoint): void => {
    if (at === point) throw new Error(`crashed ${at}`);
  };
  class Log extends MemoryUpdateLog {
    override async deleteThrough(id: string, seq: number): Promise<void> {
      crash('afterPointer');
      await super.deleteThrough(id, seq);
      crash('afterTrim');
    }
  }
  class Snapshots extends MemorySnapshotStore {
    override async save(id: string, snapshot: Snapshot): Promise<'saved' | 'stale'> {
      crash('beforePieces');
      return super.save(id, snapshot);
    }
  }
  return {
    log: new Log(),
    snapshots: new Snapshots(),
    crashAt(at) {
      point = at;
    },
  };
}

function open(stores: { log: MemoryUpdateLog; snapshots: MemorySnapshotStore }, now = Date.now): Rooms {
  return createRooms({
    ...stores,
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger: pino({ level: 'silent' }),
    idleMs: 0,
    now,
  });
}

const write = async (rooms: Rooms, from: number, count: number): Promise<void> => {
  await rooms.registry.use(mapId, async ({ content }) => {
    for (let n = from; n < from + count; n++) content.edit((doc) => doc.getMap('cards').set(`crd_${n}`, n));
    await new Promise<void>((resolve, reject) =>
      content.whenDurable(
        () => resolve(),
        () => reject(new Error('lost')),
      ),
    );
  });
};

const read = async (rooms: Rooms): Promise<number[]> =>
  rooms.registry.use(mapId, async ({ content }) =>
    [...content.doc.getMap('cards').values()].map(Number).sort((a, b) => a - b),
  );

/** Only what came after the snapshot before the newest is left, to the end of the newest. */
const keptLog = async ({ log, snapshots }: { log: MemoryUpdateLog; snapshots: MemorySnapshotStore }) => {
  const { snapshotSeq = 0, beforeSeq = 0 } = (await snapshots.head(docId)) ?? {};
  const seqs = (await log.readAfter(docId, 0)).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: snapshotSeq - beforeSeq }, (_, n) => beforeSeq + 1 + n));
  return { snapshotSeq, beforeSeq };
};

/** So long a log gathers before it is merged because of its size. */
const gatherMs = 5_000;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('compaction', () => {
  it('[ROOM10] merges after 500 updates and deletes exactly what the snapshot before holds', async () => {
    const stores = crashingStores();
    let now = 1_000_000;
    const rooms = open(stores, () => now);
    await rooms.liveMaps.create(mapId, () => {});
    await write(rooms, 0, 600);
    now += gatherMs;
    await write(rooms, 600, 1);
    let head = await stores.snapshots.head(docId);
    await until('merged', () => {
      void stores.snapshots.head(docId).then((found) => {
        head = found;
      });
      return (head?.snapshotSeq ?? 0) > 0;
    });
    const first = head?.snapshotSeq ?? 0;
    expect((await stores.log.readAfter(docId, 0))[0]?.seq).toBe(1);
    await write(rooms, 601, 1);
    await rooms.registry.sweep();
    expect(await keptLog(stores)).toEqual({ snapshotSeq: expect.any(Number), beforeSeq: first });
    await rooms.close();
    expect(await read(open(stores))).toEqual(upTo(602));
  });

  it.each([
    ['500 updates', 500, 'x'],
    ['1 MiB', 1, 'x'.repeat(1024 * 1024)],
  ])(
    '[ROOM10] merges after %s while the map is in use, where idleness merges nothing',
    async (_, count, text) => {
      const stores = crashingStores();
      let now = 1_000_000;
      const rooms = open(stores, () => now);
      await rooms.liveMaps.create(mapId, () => {});
      await rooms.registry.use(mapId, async ({ content }) => {
        const journaled = (): Promise<void> =>
          new Promise((resolve, reject) => {
            content.whenDurable(
              () => resolve(),
              () => reject(new Error('lost')),
            );
          });
        for (let n = 0; n < count; n++) content.edit((doc) => doc.getMap('cards').set(`crd_${n}`, text));
        await journaled();
        now += gatherMs;
        content.edit((doc) => doc.getMap('cards').set('crd_last', text));
        await journaled();
        let merged = 0;
        await until('merged', () => {
          void stores.snapshots.head(docId).then((found) => {
            merged = found?.snapshotSeq ?? 0;
          });
          return merged > 0;
        });
      });
      await rooms.close();
      const again = open(stores);
      expect(await again.registry.use(mapId, async ({ content }) => content.doc.getMap('cards').size)).toBe(
        count + 1,
      );
      await again.close();
    },
  );

  it('[ROOM10] a log that is due is merged where no further edit comes, once it has gathered for 5 s', async () => {
    const stores = crashingStores();
    let now = 1_000_000;
    const rooms = open(stores, () => now);
    await rooms.liveMaps.create(mapId, () => {});
    const lease = await rooms.registry.acquire(mapId);
    const { content } = lease.map;
    const mergedNow = async (): Promise<boolean> => {
      await rooms.registry.sweep();
      return (await stores.snapshots.head(docId))?.snapshotSeq === content.tail;
    };
    await write(rooms, 0, 498);
    now += gatherMs;
    // The first content of the map is an update too.
    expect(await mergedNow()).toBe(false);
    await write(rooms, 498, 1);
    expect(await mergedNow()).toBe(true);
    await write(rooms, 499, 500);
    now += gatherMs - 1;
    expect(await mergedNow()).toBe(false);
    now += 1;
    expect(await mergedNow()).toBe(true);
    lease.release();
    await rooms.close();
  });

  it.each(['beforePieces', 'afterPointer', 'afterTrim'] as const)(
    '[ROOM11] a crash %s costs only space',
    async (point) => {
      const stores = crashingStores();
      const rooms = open(stores);
      await rooms.liveMaps.create(mapId, () => {});
      await write(rooms, 0, 10);
      stores.crashAt(point);
      await rooms.registry.sweep();
      expect(rooms.registry.openCount).toBe(0);
      stores.crashAt(null);
      const again = open(stores);
      expect(await read(again)).toEqual(upTo(10));
      await write(again, 10, 5);
      await again.registry.sweep();
      expect(again.registry.openCount).toBe(0);
      await keptLog(stores);
      expect(await read(again)).toEqual(upTo(15));
      await again.close();
    },
  );

  it('[ROOM10] [ROOM23] a map in use is merged after a minute without an edit, and then rests, and not before', async () => {
    const stores = crashingStores();
    let now = 1_000_000;
    const rooms = open(stores, () => now);
    await rooms.liveMaps.create(mapId, () => {});
    const lease = await rooms.registry.acquire(mapId);
    const { content } = lease.map;
    await write(rooms, 0, 3);
    const merged = async (): Promise<number> => (await stores.snapshots.head(docId))?.snapshotSeq ?? 0;
    const before = await merged();
    now += syncLimits.compactAfterIdleMs - 1;
    await rooms.registry.sweep();
    expect(await merged()).toBe(before);
    now += 1;
    await rooms.registry.sweep();
    expect(await merged()).toBe(content.tail);
    // Whoever asks for the document wakes it; a new one is a document that had rested.
    const { doc } = content;
    now += syncLimits.restAfterIdleMs - 1;
    await rooms.registry.sweep();
    expect(content.doc).toBe(doc);
    now += syncLimits.restAfterIdleMs;
    await rooms.registry.sweep();
    expect(content.doc).not.toBe(doc);
    lease.release();
    await rooms.close();
  });

  it('[ROOM12] a document of 9 MiB is merged and comes back whole', async () => {
    const stores = crashingStores();
    const rooms = open(stores);
    await rooms.liveMaps.create(mapId, () => {});
    await rooms.registry.use(mapId, async ({ content }) => {
      for (let n = 0; n < 9; n++) {
        content.edit((doc) => doc.getMap('cards').set(`crd_${n}`, String(n).repeat(1024 * 1024)));
        await new Promise<void>((resolve, reject) =>
          content.whenDurable(
            () => resolve(),
            () => reject(new Error('lost')),
          ),
        );
      }
    });
    await rooms.registry.sweep();
    const again = open(stores);
    const sizes = await again.registry.use(mapId, async ({ content }) =>
      [...content.doc.getMap<string>('cards').values()].map((text) => text.length),
    );
    expect(sizes).toEqual(Array.from({ length: 9 }, () => 1024 * 1024));
    await again.close();
    await rooms.close();
  });

  it('[ROOM13] a poisoned entry leaves the map readable up to the last good one, and closed to writes', async () => {
    const stores = crashingStores();
    const rooms = open(stores);
    await rooms.liveMaps.create(mapId, () => {});
    await write(rooms, 0, 1);
    await write(rooms, 1, 1);
    await rooms.close();
    await stores.log.append({ docId, seq: 4, updates: [Uint8Array.from([1, 2, 3, 4, 5, 6])] });
    const doc = new Y.Doc();
    doc.getMap('cards').set('crd_9', 9);
    await stores.log.append({ docId, seq: 5, updates: [Y.encodeStateAsUpdate(doc)] });
    const again = open(stores);
    expect(await read(again)).toEqual([0, 1]);
    await expect(write(again, 2, 1)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(stores.log.quarantined.map(({ entry }) => entry.seq)).toEqual([4]);
    await again.close();
  });

  it('[ROOM10] what another node wrote at that moment is in the snapshot or still in the log', async () => {
    const stores = crashingStores();
    let now = 1_000_000;
    const [a, b] = [open(stores, () => now), open(stores)];
    await a.liveMaps.create(mapId, () => {});
    await write(a, 0, 600);
    now += gatherMs;
    // No bus tells `a` of it: its next append, which brings the compaction, conflicts.
    await write(b, 600, 1);
    await write(a, 601, 1);
    for (const rooms of [a, b]) await rooms.close();
    const fresh = open(stores);
    expect(await read(fresh)).toEqual(upTo(602));
    await fresh.close();
  });
});
