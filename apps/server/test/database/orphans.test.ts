import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { DomainError } from '../../src/errors/DomainError.ts';
import { createSampleMap, makingMsMax } from '../../src/modules/maps/createMap.ts';
import { mongoMapRepository } from '../../src/modules/maps/mongoMapRepository.ts';
import { OrphanSweeper } from '../../src/modules/maps/OrphanSweeper.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { mongoStoredMaps } from '../../src/persistence/mongo/mongoStoredMaps.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';

const logger = pino({ level: 'silent' });
const hour = 60 * 60_000;

/** Lets a test stop a creation behind its last document. */
class StandingLog extends MongoUpdateLog {
  afterAppend: (entry: LogEntry) => Promise<void> = async () => {};
  override async append(entry: LogEntry): Promise<AppendResult> {
    const result = await super.append(entry);
    await this.afterAppend(entry);
    return result;
  }
}

describe('documents without a map', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  }, 60_000);
  afterAll(() => database.stop());

  const open = async () => {
    const { connection } = database;
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
      await connection.collection(name).deleteMany({});
    const log = new StandingLog({ connection, logger });
    const snapshots = new MongoSnapshotStore(connection);
    const claims = new MongoClientClaims(connection);
    await Promise.all([log.ensureIndexes(), snapshots.ensureIndexes(), claims.ensureIndexes()]);
    const rooms = createRooms({ log, snapshots, claims, bus: new InProcessBus(), logger, idleMs: 0 });
    onTestFinished(async () => {
      await rooms.close();
      await log.close();
    });
    const maps = mongoMapRepository(connection);
    const clock = { ms: 5 };
    const { liveMaps } = rooms;
    let ids = 0;
    const newId = () => {
      ids += 1;
      return `orphan${ids}`;
    };
    const ports = { maps, liveMaps, newId, random: Math.random, now: () => new Date(clock.ms) };
    const stored = mongoStoredMaps(connection);
    const sweeper = new OrphanSweeper({ maps, liveMaps, stored, log, elapsedMs: () => clock.ms });
    const count = async (mapId: string): Promise<number[]> => {
      const of = { $in: [`${mapId}/structure`, `${mapId}/content`] };
      return Promise.all([
        connection.collection<{ _id: string }>('mapHeads').countDocuments({ _id: of }),
        connection.collection('mapLog').countDocuments({ docId: of }),
        connection.collection('mapClients').countDocuments({ docId: of }),
      ]);
    };
    const hourLater = async (): Promise<void> => {
      await sweeper.sweep();
      clock.ms += hour;
      await sweeper.sweep();
    };
    return { log, snapshots, claims, rooms, liveMaps, maps, clock, ports, sweeper, count, hourLater, stored };
  };

  it('[DB4] go after an hour, wherever the creation was cut', async () => {
    const { snapshots, log, claims, liveMaps, count, hourLater } = await open();
    await snapshots.create('map_heads/structure', 1);
    await snapshots.create('map_half/structure', 1);
    await snapshots.create('map_half/content', 1);
    await log.append({ docId: 'map_half/structure', seq: 1, updates: [new Uint8Array([0, 0])] });
    await liveMaps.create('map_whole', () => {});
    // What is left where deleting was cut behind the head.
    await claims.claim('map_claimed/content', new Map([[7, 'usr_anna']]));
    await hourLater();
    for (const mapId of ['map_heads', 'map_half', 'map_whole', 'map_claimed'])
      expect(await count(mapId)).toEqual([0, 0, 0]);
    await expect(liveMaps.create('map_whole', () => {})).rejects.toThrow(DomainError);
  });

  it('[DB4] stay within the hour, with their map, and where anything was ever edited', async () => {
    const { log, maps, ports, clock, sweeper, count, hourLater } = await open();
    const kept = await createSampleMap(ports, 'wsp_1');
    const edited = await createSampleMap(ports, 'wsp_1');
    await maps.delete(edited.id);
    await log.append({ docId: `${edited.id}/content`, seq: 2, updates: [new Uint8Array([0, 0])] });
    await hourLater();
    expect(await count(kept.id)).toEqual([2, 2, 0]);
    expect((await count(edited.id))[0]).toBe(2);
    const young = await createSampleMap(ports, 'wsp_1');
    await maps.delete(young.id);
    await sweeper.sweep();
    clock.ms += hour - 1;
    await sweeper.sweep();
    expect(await count(young.id)).toEqual([2, 2, 0]);
    clock.ms += 1;
    await sweeper.sweep();
    expect(await count(young.id)).toEqual([0, 0, 0]);
  });

  /** A creation that stands still behind its last document until told to go on. */
  const standing = async (bed: Awaited<ReturnType<typeof open>>) => {
    let goOn = (): void => {};
    const released = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let making: Promise<unknown> = Promise.resolve();
    await new Promise<void>((reached) => {
      bed.log.afterAppend = async ({ docId }) => {
        if (!docId.endsWith('/content')) return;
        reached();
        await released;
      };
      making = createSampleMap(bed.ports, 'wsp_1');
    });
    bed.log.afterAppend = async () => {};
    return { goOn, making };
  };

  it('[DB4] of a map that is being made stay', async () => {
    const bed = await open();
    const { goOn, making } = await standing(bed);
    await bed.sweeper.sweep();
    bed.clock.ms += makingMsMax;
    await bed.sweeper.sweep();
    goOn();
    await making;
    bed.clock.ms += hour;
    await bed.sweeper.sweep();
    expect(await bed.count('map_orphan1')).toEqual([2, 2, 0]);
    expect(await bed.maps.findMany(['map_orphan1'])).toEqual([
      expect.objectContaining({ id: 'map_orphan1' }),
    ]);
  });

  it('[DB4] a creation that stood still for longer makes no map, swept or not', async () => {
    for (const sweeps of [true, false]) {
      const bed = await open();
      const { goOn, making } = await standing(bed);
      if (sweeps) await bed.hourLater();
      else bed.clock.ms += makingMsMax + 1;
      const failed = expect(making).rejects.toThrow(DomainError);
      goOn();
      await failed;
      expect(await bed.maps.findMany(['map_orphan1'])).toEqual([null]);
    }
  });

  it('[DB4] are found in any number, some at a time', async () => {
    const { snapshots, sweeper, clock, stored } = await open();
    for (let n = 0; n < 300; n++) await snapshots.create(`map_${1000 + n}/structure`, 1);
    expect(await stored.next('map_1000')).toBe('map_1001');
    for (let look = 0; look < 3; look++) await sweeper.sweep();
    clock.ms += hour;
    await sweeper.sweep();
    expect(await stored.next('')).toBeNull();
  });
});
