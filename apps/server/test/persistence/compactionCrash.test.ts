import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { until } from '../sync/until.ts';
import { startTestDatabase, type TestDatabase } from './startTestDatabase.ts';

type CrashPoint =
  | 'before the pieces'
  | 'between two pieces'
  | 'before the pointer'
  | 'after the pointer'
  | 'before the trim'
  | 'after the trim';

type When = 'before' | 'after' | 'never';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
/** More than one piece holds. */
const filler = 'x'.repeat(5 * 1024 * 1024);

describe('a compaction in MongoDB', () => {
  const logger = pino({ level: 'silent' });
  let database: TestDatabase;
  let log: MongoUpdateLog;

  beforeAll(async () => {
    database = await startTestDatabase();
    log = new MongoUpdateLog({ connection: database.connection, logger });
    await log.ensureIndexes();
    await new MongoSnapshotStore(database.connection).ensureIndexes();
  }, 60_000);
  afterAll(async () => {
    await log.close();
    await database.stop();
  });

  const open = (): Rooms =>
    createRooms({
      log,
      snapshots: new MongoSnapshotStore(database.connection),
      claims: new MongoClientClaims(database.connection),
      bus: new InProcessBus(),
      logger,
      idleMs: 0,
      // No compaction follows soon upon another: after the first, only a sweep begins one.
      now: () => 0,
    });

  /**
   * Lets the process "die" while it compacts a document: the call at that point fails, and so does every later write of
   * that document. The result brings it back.
   */
  function dieAt(point: CrashPoint, docId: string): () => void {
    const { pieces, heads } = snapshotModels(database.connection);
    let dead = false;
    let written = 0;
    const undo: (() => void)[] = [];
    const guard = (
      object: object,
      name: string,
      isOurs: (given: unknown) => boolean,
      dies: () => When,
    ): void => {
      const real: unknown = Reflect.get(object, name);
      if (typeof real !== 'function') throw new Error(`no ${name}`);
      Reflect.set(object, name, async (...given: unknown[]) => {
        if (!isOurs(given[0])) return Reflect.apply(real, object, given);
        const when = dies();
        dead ||= when === 'before';
        if (dead) throw new Error(`died ${point}`);
        const result: unknown = await Reflect.apply(real, object, given);
        dead ||= when === 'after';
        if (dead) throw new Error(`died ${point}`);
        return result;
      });
      undo.push(() => Reflect.deleteProperty(object, name));
    };
    const names = (given: unknown): boolean => JSON.stringify(given).includes(docId);
    guard(pieces.collection, 'insertOne', names, () => {
      written += 1;
      if (point === 'before the pieces') return 'before';
      return point === 'between two pieces' && written === 2 ? 'before' : 'never';
    });
    guard(heads.collection, 'findOneAndUpdate', names, () =>
      point === 'before the pointer' ? 'before' : 'never',
    );
    guard(pieces.collection, 'deleteMany', names, () => (point === 'after the pointer' ? 'before' : 'never'));
    guard(log, 'deleteThrough', names, () => {
      if (point === 'before the trim') return 'before';
      return point === 'after the trim' ? 'after' : 'never';
    });
    return () => {
      expect({ point, dead }).toEqual({ point, dead: true });
      for (const restore of undo) restore();
    };
  }

  const write = (rooms: Rooms, mapId: string, from: number, count: number): Promise<void> =>
    rooms.registry.use(mapId, async ({ content }) => {
      for (let n = from; n < from + count; n++) content.edit((doc) => doc.getMap('cards').set(`crd_${n}`, n));
      await new Promise<void>((resolve, reject) =>
        content.whenDurable(
          () => resolve(),
          () => reject(new Error('lost')),
        ),
      );
      await until('nothing is under way', () => content.settled);
    });

  const read = (rooms: Rooms, mapId: string): Promise<{ cards: number[]; filler: number }> =>
    rooms.registry.use(mapId, async ({ content }) => ({
      cards: [...content.doc.getMap('cards').values()].map(Number).sort((a, b) => a - b),
      filler: content.doc.getText('filler').length,
    }));

  it.each([
    'before the pieces',
    'between two pieces',
    'before the pointer',
    'after the pointer',
    'before the trim',
    'after the trim',
  ] as const)('[ROOM11] that dies %s costs only space', async (point) => {
    const mapId = `map_crash_${point.replaceAll(' ', '_')}`;
    const rooms = open();
    await rooms.liveMaps.create(mapId, (docs) => docs.content.getText('filler').insert(0, filler));
    await write(rooms, mapId, 0, 5);
    await rooms.registry.sweep();
    await write(rooms, mapId, 5, 5);
    const resurrect = dieAt(point, `${mapId}/content`);
    await rooms.registry.sweep();
    resurrect();
    await rooms.close();

    const again = open();
    expect(await read(again, mapId)).toEqual({ cards: upTo(10), filler: filler.length });
    await write(again, mapId, 10, 5);
    await again.registry.sweep();
    expect(again.registry.openCount).toBe(0);
    // Only what came after the snapshot before the newest is left.
    const head = await new MongoSnapshotStore(database.connection).head(`${mapId}/content`);
    const { snapshotSeq = 0, beforeSeq = 0 } = head ?? {};
    const seqs = (await log.readAfter(`${mapId}/content`, 0)).map(({ seq }) => seq);
    expect(beforeSeq).toBeGreaterThan(0);
    expect(seqs).toEqual(Array.from({ length: snapshotSeq - beforeSeq }, (_, n) => beforeSeq + 1 + n));
    expect(await read(again, mapId)).toEqual({ cards: upTo(15), filler: filler.length });
    await again.close();
  });
});
