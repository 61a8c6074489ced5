import type { Connection } from 'mongoose';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemoryEventLog } from '../../src/persistence/memory/MemoryEventLog.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { bytesOf } from '../../src/persistence/mongo/GroupCommit.ts';
import { logModels } from '../../src/persistence/mongo/logModels.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoEventLog } from '../../src/persistence/mongo/MongoEventLog.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import { clientClaimsContract } from './clientClaimsContract.ts';
import { commandsOf, refusedCommand } from './commandsOf.ts';
import { eventLogContract } from './eventLogContract.ts';
import { snapshotStoreContract } from './snapshotStoreContract.ts';
import { connectTestDatabase, startTestDatabase, type TestDatabase } from './startTestDatabase.ts';
import { updateLogContract } from './updateLogContract.ts';

const memoryLog = new MemoryUpdateLog();
updateLogContract('MemoryUpdateLog', () => memoryLog);
const memorySnapshots = new MemorySnapshotStore();
snapshotStoreContract('MemorySnapshotStore', () => memorySnapshots);
const memoryEvents = new MemoryEventLog();
eventLogContract('MemoryEventLog', () => memoryEvents);
const memoryClaims = new MemoryClientClaims();
clientClaimsContract('MemoryClientClaims', () => memoryClaims);

describe('in MongoDB', () => {
  let database: TestDatabase;
  let log: MongoUpdateLog;
  let snapshots: MongoSnapshotStore;
  let claims: MongoClientClaims;
  let events: MongoEventLog;

  beforeAll(async () => {
    database = await startTestDatabase();
    log = new MongoUpdateLog({ connection: database.connection, logger: pino({ level: 'silent' }) });
    snapshots = new MongoSnapshotStore(database.connection);
    claims = new MongoClientClaims(database.connection);
    events = new MongoEventLog(database.connection);
    await events.ensureIndexes();
    await log.ensureIndexes();
    await snapshots.ensureIndexes();
    await claims.ensureIndexes();
  }, 60_000);
  afterAll(async () => {
    await log.close();
    await database.stop();
  });

  updateLogContract('MongoUpdateLog', () => log);
  eventLogContract('MongoEventLog', () => events);

  describe('on a server before MongoDB 8', () => {
    let connection: Connection;
    let oldLog: MongoUpdateLog;

    beforeAll(async () => {
      connection = await connectTestDatabase(database.uri);
      commandsOf(connection, () => Promise.reject(refusedCommand));
      oldLog = new MongoUpdateLog({ connection, logger: pino({ level: 'silent' }) });
    });
    afterAll(async () => {
      await oldLog.close();
      await connection.close();
    });

    updateLogContract('MongoUpdateLog of an old server', () => oldLog);
  });

  snapshotStoreContract('MongoSnapshotStore', () => snapshots);
  clientClaimsContract('MongoClientClaims', () => claims);

  it('[CLAIM4] ids that nobody owned are bound without asking whose they are', async () => {
    const ownersOf = vi.spyOn(claims, 'ownersOf');
    const docId = 'map_claimsonce/content';
    await claims.claim(docId, new Map([[1, 'ani']]));
    expect(ownersOf).not.toHaveBeenCalled();
    expect(await claims.claim(docId, new Map([[1, 'budi']]))).toEqual(new Map([[1, 'ani']]));
    ownersOf.mockRestore();
  });

  it('[LOG8] a write that landed though its answer was lost counts as appended, once', async () => {
    const { entries } = logModels(database.connection);
    let lost = 0;
    const restore = commandsOf(database.connection, async (run) => {
      const answer = await run();
      lost += 1;
      if (lost === 1) throw new Error('connection reset');
      return answer;
    });
    const own = new MongoUpdateLog({ connection: database.connection, logger: pino({ level: 'silent' }) });
    try {
      const docId = 'map_lostanswer/content';
      const both = await Promise.all([
        own.append({ docId, seq: 1, updates: [Uint8Array.from([1])] }),
        own.append({ docId: 'map_lostanswer2/content', seq: 1, updates: [Uint8Array.from([2])] }),
      ]);
      expect(both).toEqual(['appended', 'appended']);
      expect(lost).toBeGreaterThan(1);
      expect(await entries.countDocuments({ docId })).toBe(1);
    } finally {
      await own.close();
      restore();
    }
  });

  it('[LOG12] a database that is slower over each write than the first wait is heard all the same', async () => {
    const writeMsMax = 40;
    const { entries } = logModels(database.connection);
    let asked = 0;
    const restore = commandsOf(database.connection, async (run) => {
      asked += 1;
      const answer = run();
      const late = new Promise((resolve) => setTimeout(resolve, 3 * writeMsMax));
      await Promise.allSettled([answer, late]);
      return answer;
    });
    const own = new MongoUpdateLog({
      connection: database.connection,
      logger: pino({ level: 'silent' }),
      writeMsMax,
    });
    try {
      const docId = 'map_slowwrite/content';
      expect(await own.append({ docId, seq: 1, updates: [Uint8Array.from([1])] })).toBe('appended');
      expect(asked).toBeGreaterThan(1);
      expect(await entries.countDocuments({ docId })).toBe(1);
    } finally {
      await own.close();
      restore();
    }
  });

  it('[LOG11] an entry that the database refuses for now is told, tried less and less often, and lands', async () => {
    const { connection } = database;
    const warned: number[] = [];
    const logger = pino({ level: 'warn' }, { write: () => void warned.push(performance.now()) });
    const own = new MongoUpdateLog({ connection, logger });
    const entry = { docId: 'map_refused00001/content', seq: 1, updates: [Uint8Array.from([1])] };
    // No writer is a place on the globe.
    const { collection } = logModels(connection).entries;
    const partialFilterExpression = { docId: entry.docId };
    await collection.createIndex({ writer: '2dsphere' }, { name: 'refuses', partialFilterExpression });
    try {
      const appended = own.append(entry);
      await expect.poll(() => warned.length).toBeGreaterThanOrEqual(4);
      const [first = 0, second = 0, third = 0, fourth = 0] = warned;
      expect(fourth - third).toBeGreaterThan(second - first);
      await collection.dropIndex('refuses');
      expect(await appended).toBe('appended');
      expect(await own.readAfter(entry.docId, 0)).toHaveLength(1);
    } finally {
      await own.close();
    }
  });

  it('[SNAP5] every piece stays below 4 MiB and none is left behind', async () => {
    const { pieces } = snapshotModels(database.connection);
    const docId = 'map_pieces/content';
    await snapshots.create(docId, 1);
    await snapshots.save(docId, { epoch: 1, seq: 1, state: new Uint8Array(9 * 1024 * 1024) });
    const stored = await pieces.find({ docId }).lean();
    expect(stored.map(({ index }) => index).sort()).toEqual([0, 1, 2]);
    for (const { data } of stored) expect(bytesOf(data).byteLength).toBeLessThanOrEqual(4 * 1024 * 1024);
    await snapshots.save(docId, { epoch: 1, seq: 2, state: Uint8Array.from([1]) });
    // The snapshot before the newest is kept.
    expect(await pieces.countDocuments({ docId })).toBe(4);
    await snapshots.save(docId, { epoch: 1, seq: 3, state: Uint8Array.from([1]) });
    expect(await pieces.countDocuments({ docId })).toBe(2);
  });

  it('[SNAP7] pieces of one who stands still are kept while they may yet count, and no longer', async () => {
    const { pieces } = snapshotModels(database.connection);
    const docId = 'map_fenced/content';
    await snapshots.create(docId, 1);
    const piece = { docId, index: 0, data: Buffer.from([1]), at: new Date(0) };
    await pieces.collection.insertOne({ ...piece, generation: 'ahead', seq: 9 });
    await pieces.collection.insertOne({ ...piece, generation: 'behind', seq: 4 });
    const left = async () =>
      (await pieces.find({ docId, at: new Date(0) }).lean()).map((one) => one.generation);
    await snapshots.save(docId, { epoch: 1, seq: 5, state: Uint8Array.from([5]) });
    expect(await left()).toEqual(['ahead']);
    await snapshots.save(docId, { epoch: 1, seq: 10, state: Uint8Array.from([10]) });
    expect(await left()).toEqual([]);
    expect(await pieces.countDocuments({ docId })).toBe(2);
  });

  it('[SNAP6] a missing piece and a changed bit are noticed', async () => {
    const { pieces } = snapshotModels(database.connection);
    for (const harm of ['missing', 'changed'] as const) {
      const docId = `map_${harm}/content`;
      await snapshots.create(docId, 1);
      await snapshots.save(docId, { epoch: 1, seq: 1, state: new Uint8Array(5 * 1024 * 1024) });
      if (harm === 'missing') await pieces.deleteOne({ docId, index: 1 });
      else await pieces.updateOne({ docId, index: 1 }, { data: Buffer.alloc(1024 * 1024, 1) });
      expect((await snapshots.load(docId)).kind).toBe('damaged');
    }
  });
});
