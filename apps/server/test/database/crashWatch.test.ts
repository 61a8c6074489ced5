import { afterAll, beforeAll, expect, it } from 'vitest';
import { CrashWatch } from '../../src/database/CrashWatch.ts';
import { leaseCollection, seeLeases } from '../../src/database/NodeLease.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

it('[DB6] a node that crashed is noticed once it shows no beat between two looks, and made good before it is forgotten', async () => {
  const { db } = database.connection;
  if (db === undefined) throw new Error('There is no database.');
  const leases = db.collection<{ _id: string; beat: number }>(leaseCollection);
  const renew = () => leases.updateOne({ _id: 'lives' }, { $inc: { beat: 1 } }, { upsert: true });
  await leases.insertOne({ _id: 'crashed', beat: 7 });
  await renew();
  const failures: unknown[] = [];
  let crashes = 0;
  let isAway = true;
  const watch = new CrashWatch({
    db,
    report: (error) => failures.push(error),
    async onCrash() {
      crashes += 1;
      if (isAway) throw new Error('away');
    },
  });
  await watch.look();
  expect(crashes).toBe(0);
  await renew();
  await watch.look();
  expect([crashes, failures.length]).toEqual([1, 1]);
  // What could not be made good is tried again.
  isAway = false;
  await renew();
  await watch.look();
  expect(crashes).toBe(2);
  expect([...(await seeLeases(db)).keys()]).toEqual(['lives']);
  await renew();
  await watch.look();
  expect(crashes).toBe(2);
});
