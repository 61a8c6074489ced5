import pino from 'pino';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { mongoStoredMaps } from '../../src/persistence/mongo/mongoStoredMaps.ts';
import { startTestDatabase, type TestDatabase } from './startTestDatabase.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.stop());

it('[LOG10] a database that stands still leaves no read waiting for ever, and answers again when it goes on', async () => {
  const { connection } = database;
  const log = new MongoUpdateLog({ connection, logger: pino({ level: 'silent' }) });
  const snapshots = new MongoSnapshotStore(connection);
  const claims = new MongoClientClaims(connection);
  const stored = mongoStoredMaps(connection);
  const docId = 'map_silent/content';
  await log.ensureIndexes();
  await snapshots.create(docId, 7);
  await snapshots.save(docId, { epoch: 7, seq: 1, state: Uint8Array.of(0, 0) });
  await log.append({ docId, seq: 2, updates: [Uint8Array.of(0, 0)] });
  const reads: Readonly<Record<string, () => Promise<unknown>>> = {
    readAfter: () => log.readAfter(docId, 1),
    tails: () => log.tails([docId]),
    head: () => snapshots.head(docId),
    load: () => snapshots.load(docId),
    formerLivesOf: () => snapshots.formerLivesOf(docId),
    outlived: () => snapshots.outlived(new Date(), 10),
    claims: () => claims.load(docId),
    ownersOf: () => claims.ownersOf(docId, [1]),
    storedMaps: () => stored.next(''),
  };
  const before = await Promise.all(Object.values(reads).map((read) => read()));
  const pid = database.pid() ?? 0;
  onTestFinished(() => {
    process.kill(pid, 'SIGCONT');
  });
  process.kill(pid, 'SIGSTOP');
  const began = performance.now();
  const outcomes = await Promise.allSettled(Object.values(reads).map((read) => read()));
  expect(performance.now() - began).toBeLessThan(20_000);
  const failed = outcomes.map(({ status }, at) => [Object.keys(reads)[at], status]);
  expect(failed).toEqual(Object.keys(reads).map((name) => [name, 'rejected']));
  process.kill(pid, 'SIGCONT');
  expect(await Promise.all(Object.values(reads).map((read) => read()))).toEqual(before);
  await log.close();
}, 60_000);
