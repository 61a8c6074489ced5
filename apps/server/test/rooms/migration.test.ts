import { readFileSync } from 'node:fs';
import { readMap } from '@jejak/journey-model';
import { CloseCode } from '@jejak/protocol';
import pino from 'pino';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessBus, InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import type { MapModel } from '../../src/rooms/MapModel.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_migrate00001';

/** From format 1 to 2: the cards get a field, then the version rises. */
const model: MapModel = {
  ...journeyMapModel,
  isForeignFormat: (docs) => docs.structure.getMap('meta').get('schemaVersion') !== 2,
  migrate(docs) {
    const meta = docs.structure.getMap('meta');
    if (meta.get('schemaVersion') !== 1) return false;
    docs.content.getMap('cards').set('crd_1', 'new');
    meta.set('schemaVersion', 2);
    return true;
  },
};

it('[ROOM9] an older map is migrated before anybody is served, content first; a later one is not touched', async () => {
  const order: string[] = [];
  class RecordingLog extends MemoryUpdateLog {
    override async append(entry: LogEntry): Promise<AppendResult> {
      const result = await super.append(entry);
      order.push(`${entry.docId.split('/')[1]} ${entry.seq}`);
      return result;
    }
  }
  const log = new RecordingLog();
  const rooms = createRooms({
    log,
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger: pino({ level: 'silent' }),
    model,
  });
  await rooms.liveMaps.create(mapId, (docs) => {
    docs.structure.getMap('meta').set('schemaVersion', 1);
    docs.content.getMap('cards').set('crd_1', 'old');
  });
  await rooms.registry.use(mapId, async (map) => {
    expect(map.content.doc.getMap('cards').get('crd_1')).toBe('new');
    expect(map.version).toEqual({ structure: 2, content: 2 });
  });
  expect(order).toEqual(['structure 1', 'content 1', 'content 2', 'structure 2']);
  await rooms.liveMaps.create('map_later0000001', (docs) => {
    docs.structure.getMap('meta').set('schemaVersion', 3);
  });
  await expect(rooms.liveMaps.read('map_later0000001')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await log.tails(['map_later0000001/structure'])).toEqual(
    new Map([['map_later0000001/structure', 1]]),
  );
  await rooms.close();
});

it('[ROOM9] two nodes that open an old map at one moment migrate it once', async () => {
  const stored = (part: string): Uint8Array =>
    readFileSync(
      new URL(`../../../../packages/journey-model/fixtures/version2.${part}.bin`, import.meta.url),
    );
  /** Nobody appends before both nodes have read both documents. */
  class MeetingLog extends MemoryUpdateLog {
    #missing = 4;
    #meet: () => void = () => {};
    readonly #met = new Promise<void>((resolve) => {
      this.#meet = resolve;
    });

    override async readAfter(docId: string, seq: number): Promise<readonly LogEntry[]> {
      const entries = await super.readAfter(docId, seq);
      this.#missing -= 1;
      if (this.#missing === 0) this.#meet();
      return entries;
    }

    override async append(entry: LogEntry): Promise<AppendResult> {
      if (entry.seq > 1) await this.#met;
      return await super.append(entry);
    }
  }
  const stores = { log: new MeetingLog(), snapshots: new MemorySnapshotStore() };
  const nodes = [1, 2].map(() =>
    createRooms({
      ...stores,
      claims: new MemoryClientClaims(),
      bus: new InProcessBus(),
      logger: pino({ level: 'silent' }),
      model: journeyMapModel,
    }),
  );
  await nodes[0]?.liveMaps.create(mapId, (docs) => {
    Y.applyUpdate(docs.structure, stored('structure'));
    Y.applyUpdate(docs.content, stored('content'));
  });
  const opened = await Promise.all(
    nodes.map((node) =>
      node.registry.use(mapId, async (map) => ({ version: map.version, read: readMap(map.docs) })),
    ),
  );
  expect(opened[0]?.version).toEqual({ structure: 2, content: 1 });
  expect(opened[1]).toEqual(opened[0]);
  expect(opened[0]?.read.schemaVersion).toBe(3);
  for (const node of nodes) await node.close();
});

it('[ROOM9] an older node that has the map open lets go of it when a newer one migrates it', async () => {
  const stores = {
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
  };
  const hub = new InProcessHub();
  const node = (its: MapModel) =>
    createRooms({ ...stores, bus: hub.join(), logger: pino({ level: 'silent' }), model: its });
  const older = node({
    ...model,
    isForeignFormat: (docs) => docs.structure.getMap('meta').get('schemaVersion') !== 1,
    migrate: () => false,
  });
  const newer = node(model);
  await older.liveMaps.create(mapId, (docs) => {
    docs.structure.getMap('meta').set('schemaVersion', 1);
    docs.content.getMap('cards').set('crd_1', 'old');
  });
  const { map, release } = await older.registry.acquire(mapId);
  let closedWith = 0;
  map.structure.enter({
    userId: 'ani',
    by: { kind: 'USER', userId: 'ani', tokenId: null },
    onBatch() {},
    close(code) {
      closedWith = code;
    },
  });
  await newer.liveMaps.read(mapId);
  // Nothing was said about it: the migration is found when the log is looked at.
  map.structure.hint(2);
  await until('the older node let go', () => map.closed);
  expect(closedWith).toBe(CloseCode.Restart);
  release();
  await expect(older.liveMaps.read(mapId)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  for (const rooms of [older, newer]) await rooms.close();
});
