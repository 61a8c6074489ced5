import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Bus } from '../../src/bus/Bus.ts';
import { InProcessBus, InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { DomainError } from '../../src/errors/DomainError.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { LoadedSnapshot } from '../../src/persistence/SnapshotStore.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import type { MapVersion } from '../../src/rooms/LiveMaps.ts';
import type { MapModel } from '../../src/rooms/MapModel.ts';
import { seeded } from '../faults/seeded.ts';

const mapId = 'map_closed000001';
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

class CountingStore extends MemorySnapshotStore {
  loads = 0;

  override load(docId: string): Promise<LoadedSnapshot> {
    this.loads += 1;
    return super.load(docId);
  }
}

class CountingLog extends MemoryUpdateLog {
  asked = 0;

  override tails(docIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    this.asked += 1;
    return super.tails(docIds);
  }
}

describe(`maps that are not open, seed ${seed}`, () => {
  const opened: Rooms[] = [];
  const stores = () => ({
    log: new CountingLog(),
    snapshots: new CountingStore(),
    claims: new MemoryClientClaims(),
  });
  /** Nodes hear nothing of one another unless told: what is right must be so by the log alone. */
  const open = (
    given: ReturnType<typeof stores>,
    model: MapModel = journeyMapModel,
    bus: Bus = new InProcessBus(),
  ): Rooms => {
    const rooms = createRooms({ ...given, bus, logger: pino({ level: 'silent' }), model, idleMs: 0 });
    opened.push(rooms);
    return rooms;
  };
  afterEach(async () => {
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  const make = ({ liveMaps }: Rooms, id = mapId): Promise<MapVersion> =>
    liveMaps.create(id, ({ structure }) => {
      structure.getMap('meta').set('schemaVersion', journeyMapModel.format);
    });
  /** Each node has a card and a language of its own: of what two write at once one wins, and not always the later. */
  const write = ({ liveMaps }: Rooms, text: string, cardId = 'crd_written00001') =>
    liveMaps.edit<void>(mapId, {
      by: null,
      parts: ['content'],
      run({ content }) {
        const card = new Y.Map();
        card.set('kind', 'NOTE');
        card.set('text.en', new Y.Text(text));
        content.getMap('cards').set(cardId, card);
      },
    });
  const entitle = ({ liveMaps }: Rooms, text: string, locale: 'en' | 'id') =>
    liveMaps.edit(mapId, {
      by: null,
      parts: ['structure'],
      run({ structure }) {
        structure.getMap('meta').set(`title.${locale}`, new Y.Text(text));
      },
    });
  /** As programs do it: a room that ended because another node began the map anew is told to come again. */
  const come = async <T>(act: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'UNAVAILABLE' || attempt === 5) throw error;
      }
    }
  };

  it('[SPEED7] are read as they are stored, once for each version, and stay closed', async () => {
    const given = stores();
    const [writer, reader] = [open(given), open(given)];
    await make(writer);
    await write(writer, 'one');
    const first = await reader.liveMaps.glance(mapId);
    expect(first.version).toEqual({ structure: 1, content: 2 });
    const { loads } = given.snapshots;
    const again = await reader.liveMaps.glance(mapId, first.version);
    expect(again.snapshot).toBe(first.snapshot);
    expect(given.snapshots.loads).toBe(loads);
    expect([reader.registry.openCount, writer.registry.openCount]).toEqual([0, 1]);
    expect(first.snapshot).toEqual((await writer.liveMaps.read(mapId)).snapshot);
  });

  it('[SPEED7] those who ask in one turn share what they ask', async () => {
    const given = stores();
    const rooms = open(given);
    const ids = Array.from({ length: 20 }, (_, at) => `map_closed1000${String(at).padStart(2, '0')}`);
    for (const id of ids) await make(rooms, id);
    const [asked, loads] = [given.log.asked, given.snapshots.loads];
    await Promise.all([...ids, ...ids].map((id) => rooms.liveMaps.glance(id)));
    expect(given.log.asked - asked).toBe(1);
    expect(given.snapshots.loads - loads).toBe(2 * ids.length);
    expect(rooms.registry.openCount).toBe(0);
  });

  it('[SPEED7] are never older than what another node has told, whatever was merged, begun anew or closed', async () => {
    const given = stores();
    const random = seeded(seed);
    const hub = new InProcessHub();
    const [one, two] = [open(given, journeyMapModel, hub.join()), open(given, journeyMapModel, hub.join())];
    const reader = open(given);
    await make(one);
    const writers = [
      { node: one, cardId: 'crd_written00001', locale: 'en' },
      { node: two, cardId: 'crd_written00002', locale: 'id' },
    ] as const;
    const expected = new Map<string, string>();
    for (let step = 0; step < 400; step += 1) {
      const { node, cardId, locale } = writers[random() < 0.5 ? 0 : 1];
      const dice = random();
      if (dice < 0.04) await come(() => node.registry.renew(mapId));
      else if (dice < 0.14) await node.registry.sweep();
      else {
        const text = `step ${step}`;
        const isCard = dice < 0.6;
        expected.set(isCard ? cardId : locale, text);
        const edited = await come(() => (isCard ? write(node, text, cardId) : entitle(node, text, locale)));
        const { snapshot, version } = await reader.liveMaps.glance(mapId);
        expect(version.structure, text).toBeGreaterThanOrEqual(edited.version.structure);
        expect(version.content, text).toBeGreaterThanOrEqual(edited.version.content);
        const found = [
          ['en', snapshot.title.en],
          ['id', snapshot.title.id],
          ...snapshot.unplaced.cards.map(({ id, text: { en } }) => [id, en]),
        ].filter(([, said]) => said !== '');
        expect(new Map(found as [string, string][])).toEqual(expected);
      }
    }
    expect(reader.registry.openCount).toBe(0);
  });

  it('[SPEED7] what waits for a version that is not there, is absent, gone or of another format, is left to a room', async () => {
    const given = stores();
    const rooms = open(given);
    await expect(rooms.liveMaps.glance('map_absent000001')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { structure, content } = await make(rooms);
    const later = { structure, content: content + 1 };
    await expect(rooms.liveMaps.glance(mapId, later)).rejects.toMatchObject({ code: 'VERSION_TIMEOUT' });
    await rooms.registry.sweep();
    expect((await rooms.liveMaps.glance(mapId)).version).toEqual({ structure, content });
    await rooms.liveMaps.remove(mapId);
    await expect(rooms.liveMaps.glance(mapId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const old = 'map_old000000001';
    await rooms.liveMaps.create(old, (docs) => {
      docs.structure.getMap('meta').set('schemaVersion', 1);
    });
    const next: MapModel = {
      ...journeyMapModel,
      isForeignFormat: (docs) => docs.structure.getMap('meta').get('schemaVersion') === 1,
      migrate(docs) {
        docs.structure.getMap('meta').set('schemaVersion', journeyMapModel.format);
        return true;
      },
    };
    const newer = open(given, next);
    expect((await newer.liveMaps.glance(old)).version).toEqual({ structure: 2, content: 1 });
    expect(newer.registry.openCount).toBe(1);
  });

  it('[SPEED7] a map that is being read while it is written is told as it was at one moment after the question', async () => {
    const given = stores();
    const [writer, reader] = [open(given), open(given)];
    let told = await make(writer);
    let done = false;
    const writing = (async () => {
      for (let n = 0; n < 200; n += 1) told = (await write(writer, 'x'.repeat(n))).version;
      done = true;
    })();
    while (!done) {
      const before = told;
      const { version } = await reader.liveMaps.glance(mapId);
      expect(version.content).toBeGreaterThanOrEqual(before.content);
      expect(version.content).toBeLessThanOrEqual(told.content + 1);
    }
    await writing;
    expect(reader.registry.openCount).toBe(0);
  });
});
