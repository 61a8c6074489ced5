import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection, Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { restoreBackup, unfinishedRestore } from '../../src/backup/restoreBackup.ts';
import { writeBackup } from '../../src/backup/writeBackup.ts';
import { NodeLease } from '../../src/database/NodeLease.ts';
import { emptyDatabase } from './emptyDatabase.ts';

const folder = mkdtempSync(join(tmpdir(), 'jejak-restore-'));
const file = join(folder, 'good.gz');
const failures: unknown[] = [];

interface Lease {
  _id: string;
  beat: number;
}

beforeAll(async () => {
  const { db, connection } = await emptyDatabase();
  await connection.collection('user').insertOne({ name: 'Ani' });
  await writeBackup(db, file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function leaseIn(db: Db, node: string): Promise<NodeLease> {
  const lease = await NodeLease.take({ db, node, report: (error) => failures.push(error) });
  onTestFinished(() => lease.release());
  return lease;
}

function replaceIn(db: Db, pause: (ms: number) => Promise<void>) {
  return restoreBackup({ db, file, replace: true, ensureIndexes: async () => {}, newEpoch: () => 9, pause });
}

describe('a restore under a server', () => {
  it('[OPS5] that works on the database is refused, asked or not; nothing is deleted', async () => {
    const { db } = await emptyDatabase();
    await db.collection('user').insertOne({ name: 'Somebody else' });
    await leaseIn(db, 'crashed');
    const lease = await leaseIn(db, 'alive');
    const renewed = async (): Promise<void> => {
      await db.collection<Lease>('nodes').updateOne({ _id: 'alive' }, { $inc: { beat: 1 } });
    };
    await expect(replaceIn(db, renewed)).rejects.toThrow(/A server works on this database/);
    await lease.release();
    const begins = async (): Promise<void> => {
      await leaseIn(db, 'just begun');
    };
    await expect(replaceIn(db, begins)).rejects.toThrow(/A server works/);
    expect(await unfinishedRestore(db)).toBeNull();
    expect(await db.collection('user').countDocuments()).toBe(1);
    expect(failures).toEqual([]);
  });

  it('[OPS5] that crashed waits for some seconds and no more, after one that ended not at all', async () => {
    const { db } = await emptyDatabase();
    await (await leaseIn(db, 'ended')).release();
    let waitedMs = 0;
    const pause = async (ms: number): Promise<void> => {
      waitedMs += ms;
    };
    await replaceIn(db, pause);
    expect(waitedMs).toBe(0);
    await db.collection<Lease>('nodes').insertOne({ _id: 'crashed', beat: 7 });
    await replaceIn(db, pause);
    expect(waitedMs).toBe(16_000);
    expect(await db.collection('nodes').countDocuments()).toBe(0);
  });

  it('[OPS5] that begins at the same moment gives way', async () => {
    const { db } = await emptyDatabase();
    await db.collection('user').insertOne({ name: 'Somebody else' });
    // Its lease is written between the first look and the mark: it has not seen the mark, and starts.
    const marks: Collection = Object.create(db.collection('restores'), {
      updateOne: {
        async value(...given: Parameters<Collection['updateOne']>) {
          await leaseIn(db, 'just begun');
          return db.collection('restores').updateOne(...given);
        },
      },
    });
    const racing: Db = Object.create(db, {
      collection: { value: (name: string) => (name === 'restores' ? marks : db.collection(name)) },
    });
    await expect(replaceIn(racing, async () => {})).rejects.toThrow(/A server works/);
    expect(await unfinishedRestore(db)).toBeNull();
    expect(await db.collection('user').countDocuments()).toBe(1);
  });
});
