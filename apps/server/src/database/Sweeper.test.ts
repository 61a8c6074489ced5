import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../test/persistence/startTestDatabase.ts';
import { Sweeper } from './Sweeper.ts';
import { sweepExpired } from './sweepExpired.ts';

const now = new Date('2026-05-04T03:02:01Z');
const hour = 3_600_000;

describe('a sweeper', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  }, 60_000);
  afterAll(() => database.stop());

  it('[DB3] deletes what ran out and nothing else', async () => {
    const { connection } = database;
    const fields = { session: 'expiresAt', tickets: 'expiresAt', attempts: 'resetAt', nodes: 'at' };
    for (const [name, field] of Object.entries(fields)) {
      await connection.collection(name).insertMany([
        { name: 'old', [field]: new Date(now.getTime() - 25 * hour) },
        { name: 'late', [field]: new Date(now.getTime() - hour) },
        { name: 'alive', [field]: new Date(now.getTime() + hour) },
      ]);
    }
    const sweeper = new Sweeper({ run: () => sweepExpired(connection, now), report: () => {} });
    await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    for (const name of Object.keys(fields)) {
      const left = await connection.collection(name).find().toArray();
      expect(left.map((record) => record.name)).toEqual(['late', 'alive']);
    }
    await sweeper.stop();
  });

  it('[TOKEN10] deletes the record of a token 90 days after its end', async () => {
    const { connection } = database;
    const endedBefore = (name: string, days: number) => ({
      name,
      lookup: name,
      expiresAt: new Date(now.getTime() - days * 24 * hour),
    });
    const tokens = connection.collection('apiTokens');
    await tokens.insertMany([endedBefore('old', 91), endedBefore('late', 89), endedBefore('alive', -1)]);
    await sweepExpired(connection, now);
    expect((await tokens.find().toArray()).map(({ name }) => name)).toEqual(['late', 'alive']);
  });

  it('[DB3] reports that the database is away and goes on', async () => {
    const reported: unknown[] = [];
    const sweeper = new Sweeper({
      run: () => Promise.reject(new Error('away')),
      report: (error) => reported.push(error),
    });
    await sweeper.sweep();
    await sweeper.sweep();
    expect(reported).toHaveLength(2);
    await sweeper.stop();
  });
});
