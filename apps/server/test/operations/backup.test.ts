import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { HttpPerson, TestWorkspace } from '@jejak/testbed';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { encodeLine } from '../../src/backup/backupFormat.ts';
import { type BackupSummary, backupLines } from '../../src/backup/backupLines.ts';
import { restoreBackup, unfinishedRestore } from '../../src/backup/restoreBackup.ts';
import { writeBackup } from '../../src/backup/writeBackup.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { noReader } from '../../src/rooms/LogReader.ts';
import { loadDocument } from '../../src/rooms/loadDocument.ts';
import { saveSnapshot } from '../../src/rooms/saveSnapshot.ts';
import { startTestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';
import { emptyDatabase } from './emptyDatabase.ts';
import { openMap, ticketOf } from './openMap.ts';
import { Typist } from './Typist.ts';

const logger = pino({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'jejak-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stores = (connection: Connection) => ({
  log: new MongoUpdateLog({ connection, logger }),
  snapshots: new MongoSnapshotStore(connection),
  logger,
});

let epochs = 1_000;
function restore(connection: Connection, file: string, replace = false) {
  if (connection.db === undefined) throw new Error('no database');
  const { log, snapshots } = stores(connection);
  return restoreBackup({
    db: connection.db,
    file,
    replace,
    async ensureIndexes() {
      await log.ensureIndexes();
      await snapshots.ensureIndexes();
    },
    newEpoch: () => epochs++,
    pause: async () => {},
  });
}

const rounds = Number(process.env.BACKUP_ROUNDS ?? 3);

describe('a backup made while people write', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round + 1))(
    '[OPS4] [OPS5] round %i: every edit saved before its end comes back, with accounts and rights',
    async (round) => {
      const before = await startTestServer();
      onTestFinished(() => before.close());
      const workspace = await TestWorkspace.setUp(before.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
      const viewer = await workspace.join({ name: 'Budi', locale: 'id', team: 'PRODUCT' }, 'viewer');
      const mapIds = await Promise.all([1, 2].map((n) => workspace.createMap(`Map ${n}`)));
      const typists = mapIds.flatMap((mapId) =>
        [0, 1, 2].map((n) => new Typist(`${n}`, openMap(before.wsUrl, workspace.owner, mapId))),
      );
      onTestFinished(async () => {
        for (const { map } of typists) await map.destroy();
      });
      await Promise.all(typists.map(({ map }) => map.flush()));
      for (const typist of typists) typist.start(25);
      await until('there is load', () => typists.every(({ savedAt }) => savedAt.length >= 20 * round));

      const { db } = before.database.connection;
      if (db === undefined) throw new Error('no database');
      const written = await writeBackup(db, folder);
      const upTo = written.upTo.getTime();
      await until('people wrote on', () => typists.every((typist) => (typist.savedAt.at(-1) ?? 0) > upTo));
      for (const typist of typists) typist.stop();
      const epochBefore = await stores(before.database.connection).snapshots.head(`${mapIds[0]}/content`);

      const other = await emptyDatabase();
      const restored = await restore(other.connection, written.file);
      expect(new Date(restored.upTo)).toEqual(written.upTo);
      expect(restored.documents).toBe(6);
      const claims = await other.connection.collection('mapClients').countDocuments();
      expect(claims).toBeGreaterThanOrEqual(typists.length);
      const after = await startTestServer({ env: { MONGODB_URI: other.uri, AUTH_SECRET: 'x'.repeat(40) } });
      onTestFinished(() => after.close());

      // Whoever was signed in signs in anew, with the password they had.
      expect((await new HttpPerson(after.url).send('/graphql', { query: '{ viewer { id } }' })).status).toBe(
        200,
      );
      const owner = new HttpPerson(after.url);
      await owner.post('/api/auth/sign-in/email', {
        email: 'owner@example.org',
        password: 'a long enough pass phrase',
      });
      const { workspaces } = await owner.graphql<{
        workspaces: { members: { nodes: { role: string }[] } }[];
      }>('{ workspaces { members { nodes { role } } } }');
      expect(workspaces[0]?.members.nodes.map(({ role }) => role).sort()).toEqual(['OWNER', 'VIEWER']);
      expect(viewer.cookie).not.toBe('');

      for (const [index, mapId] of mapIds.entries()) {
        const reader = new Typist('reader', openMap(after.wsUrl, owner, mapId));
        await reader.map.flush();
        const present = new Set(reader.keys());
        const mine = typists.slice(index * 3, index * 3 + 3);
        const acked = mine.flatMap((typist) => typist.savedBefore(upTo));
        expect(acked.length).toBeGreaterThan(0);
        expect(acked.filter((key) => !present.has(key))).toEqual([]);
        const ever = new Set(mine.flatMap((typist) => typist.written));
        expect([...present].filter((key) => !ever.has(key))).toEqual([]);
        await reader.map.destroy();
      }

      // A copy from before the restore is not merged into the document.
      const ticket = await ticketOf(owner, mapIds[0] ?? '');
      const address = `${after.wsUrl}/sync/${mapIds[0]}/content?ack=1&epoch=${epochBefore?.epoch}&ticket=${ticket}`;
      const [code]: unknown[] = await once(new WebSocket(address), 'close');
      expect(code).toBe(4409);
    },
    60_000,
  );
});

describe('a backup in detail', () => {
  const update = (n: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.clientID = n;
    doc.getMap('m').set(`k${n}`, n);
    return Y.encodeStateAsUpdate(doc);
  };
  const stateOf = async (connection: Connection, docId: string) => {
    const loaded = await loadDocument(docId, stores(connection));
    if (loaded.kind !== 'loaded') throw new Error(`the document is ${loaded.kind}`);
    return { keys: [...loaded.doc.getMap('m').keys()].sort(), tail: loaded.tail, damaged: loaded.damaged };
  };
  const summary = (): BackupSummary => ({ upTo: new Date(0), records: new Map(), documents: 0, damaged: [] });

  it('[OPS4] a document that was compacted, and one that was made, while it was copied are whole', async () => {
    const { db, connection } = await emptyDatabase();
    const { log, snapshots } = stores(connection);
    await log.ensureIndexes();
    await snapshots.ensureIndexes();
    await snapshots.create('map_a/content', 7);
    for (let seq = 1; seq <= 3; seq++)
      await log.append({ docId: 'map_a/content', seq, updates: [update(seq)] });

    const lines = backupLines(db, () => new Date(), summary());
    const texts: string[] = [];
    for await (const line of lines) {
      texts.push(encodeLine(line));
      if (texts.length !== 4) continue;
      // Everything of the document has been read; now the log moves on and what was read is merged.
      for (let seq = 4; seq <= 6; seq++)
        await log.append({ docId: 'map_a/content', seq, updates: [update(seq)] });
      const merged = Y.mergeUpdates([1, 2, 3, 4, 5].map(update));
      await snapshots.save('map_a/content', { epoch: 7, seq: 5, state: merged });
      await log.deleteThrough('map_a/content', 5);
      await snapshots.create('map_b/content', 8);
      await log.append({ docId: 'map_b/content', seq: 1, updates: [update(9)] });
    }
    const file = join(folder, 'moved.gz');
    await writeWhole(file, texts);
    const other = await emptyDatabase();
    expect((await restore(other.connection, file)).documents).toBe(2);
    expect(await stateOf(other.connection, 'map_a/content')).toEqual({
      keys: ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'],
      tail: 6,
      damaged: false,
    });
    expect(await stateOf(other.connection, 'map_b/content')).toEqual({
      keys: ['k9'],
      tail: 1,
      damaged: false,
    });
    // The number that was merged away stays taken.
    const restored = stores(other.connection).log;
    expect(await restored.append({ docId: 'map_a/content', seq: 5, updates: [update(10)] })).toBe('conflict');
    expect(await restored.append({ docId: 'map_a/content', seq: 7, updates: [update(10)] })).toBe('appended');
  }, 30_000);

  it('[OPS4] [OPS5] a document that was begun anew comes back in its last life, under a new epoch', async () => {
    const { db, connection } = await emptyDatabase();
    const { log, snapshots } = stores(connection);
    await snapshots.create('map_a/content', 7);
    await log.append({ docId: 'map_a/content', seq: 1, updates: [update(1)] });
    await log.append({ docId: 'map_a/content', seq: 2, epoch: 8, updates: [update(2)] });
    await log.append({ docId: 'map_a/content', seq: 3, updates: [update(3)] });
    const written = await writeBackup(db, join(folder, 'anew.gz'));
    const other = await emptyDatabase();
    await restore(other.connection, written.file);
    expect(await stateOf(other.connection, 'map_a/content')).toMatchObject({ keys: ['k2', 'k3'], tail: 3 });
    const loaded = await loadDocument('map_a/content', stores(other.connection));
    expect(loaded).toMatchObject({ kind: 'loaded', epoch: expect.any(Number) });
    if (loaded.kind === 'loaded') expect([7, 8]).not.toContain(loaded.epoch);
  }, 30_000);

  it('[OPS4] [ROOM27] a document whose newest snapshot is damaged is copied whole from the one before', async () => {
    const { db, connection } = await emptyDatabase();
    const { log, snapshots } = stores(connection);
    const docId = 'map_damaged/content';
    const seqs = [1, 2, 3, 4, 5];
    await snapshots.create(docId, 7);
    for (const seq of seqs) await log.append({ docId, seq, updates: [update(seq)] });
    for (const seq of [2, 4]) {
      const state = Y.mergeUpdates(seqs.slice(0, seq).map(update));
      await saveSnapshot(docId, { epoch: 7, seq, state }, { log, snapshots, reader: noReader });
    }
    const bits = { data: Buffer.from([1, 2, 3]) };
    await connection.collection('mapSnapshotPieces').updateMany({ docId, seq: 4 }, { $set: bits });
    const written = await writeBackup(db, join(folder, 'damaged.gz'));
    expect(written.damaged).toEqual([]);
    const other = await emptyDatabase();
    await restore(other.connection, written.file);
    expect(await stateOf(other.connection, docId)).toEqual({
      keys: ['k1', 'k2', 'k3', 'k4', 'k5'],
      tail: 5,
      damaged: false,
    });
    // The pieces of the damaged one stayed behind.
    expect(await other.connection.collection('mapSnapshotPieces').distinct('seq')).toEqual([2]);
  }, 30_000);

  it('[OPS4] a document with a hole is copied as it is and named; a map deleted meanwhile does not come back', async () => {
    const { db, connection } = await emptyDatabase();
    const { log, snapshots } = stores(connection);
    await snapshots.create('map_hole/content', 7);
    for (const seq of [1, 3]) await log.append({ docId: 'map_hole/content', seq, updates: [update(seq)] });
    await snapshots.create('map_here/structure', 8);
    const maps = connection.collection<{ _id: string }>('maps');
    await maps.insertMany([{ _id: 'map_here' }, { _id: 'map_gone' }]);
    const written = await writeBackup(db, join(folder, 'hole.gz'));
    expect(written.damaged).toEqual(['map_hole/content']);
    const other = await emptyDatabase();
    await restore(other.connection, written.file);
    expect(await stateOf(other.connection, 'map_hole/content')).toEqual({
      keys: ['k1'],
      tail: 1,
      damaged: true,
    });
    expect(await other.connection.collection('maps').find().toArray()).toEqual([{ _id: 'map_here' }]);
  }, 30_000);

  it('[OPS4] the moment it names lies before whatever may be missing: also before a map made late', async () => {
    const { db, connection } = await emptyDatabase();
    const { log, snapshots } = stores(connection);
    const maps = connection.collection<{ _id: string }>('maps');
    await maps.insertOne({ _id: 'map_here' });
    await connection.collection('user').insertOne({ name: 'Ani' });
    let clock = 0;
    let madeAt = 0;
    const told = summary();
    const tick = (): Date => {
      clock += 1;
      return new Date(clock);
    };
    for await (const line of backupLines(db, tick, told)) {
      if (line.kind !== 'record' || line.collection !== 'user') continue;
      // The records of maps have been read; its documents will be found all the same.
      await snapshots.create('map_late/structure', 7);
      await log.append({ docId: 'map_late/structure', seq: 1, updates: [update(1)] });
      await maps.insertOne({ _id: 'map_late' });
      madeAt = tick().getTime();
    }
    expect(madeAt).toBeGreaterThan(0);
    expect(told.upTo.getTime()).toBeLessThan(madeAt);
  }, 30_000);

  async function writeWhole(file: string, lines: readonly string[]): Promise<void> {
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(lines.join('')).digest('hex');
    const end = { end: { lines: lines.length, sha256, upTo: new Date().toISOString() } };
    await writeFile(file, gzipSync(`${lines.join('')}${JSON.stringify(end)}\n`));
  }

  describe('a file that is not what it should be', () => {
    let good = '';
    const text = async () => gunzipSync(await readFile(good)).toString();

    beforeAll(async () => {
      const { db, connection } = await emptyDatabase();
      const { log, snapshots } = stores(connection);
      await snapshots.create('map_a/content', 7);
      await log.append({ docId: 'map_a/content', seq: 1, updates: [update(1)] });
      await connection.collection('user').insertOne({ name: 'Ani' });
      good = join(folder, 'good.gz');
      const written = await writeBackup(db, good);
      expect((await stat(written.file)).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).not.toContain(expect.stringContaining('partial'));
    });

    it.each([
      [
        'is cut',
        /is cut off: its end is missing\. Nothing was restored\.$/,
        (file: string) => truncate(file, 60),
      ],
      [
        'lost its last line',
        /is cut off/,
        async (file: string) => {
          const lines = (await text()).trimEnd().split('\n');
          await writeFile(file, gzipSync(`${lines.slice(0, -1).join('\n')}\n`));
        },
      ],
      [
        'was changed',
        /is damaged: its checksum is wrong\. Nothing was restored\.$/,
        async (file: string) => writeFile(file, gzipSync((await text()).replace('Ani', 'Ina'))),
      ],
      [
        'has a flipped bit',
        /is damaged|is cut off|is no backup/,
        async (file: string) => {
          const bytes = await readFile(file);
          bytes[40] = (bytes[40] ?? 0) ^ 4;
          await writeFile(file, bytes);
        },
      ],
      ['is something else', /is damaged, or no backup of Jejak/, (file: string) => writeFile(file, 'hello')],
      ['is another list', /is no backup of Jejak/, (file: string) => writeFile(file, gzipSync('{"a":1}\n'))],
      [
        'is of a later version',
        /has format 99; this program reads up to 1/,
        async (file: string) =>
          writeFile(file, gzipSync((await text()).replace('"version":1', '"version":99'))),
      ],
    ])(
      '[OPS5] that %s is refused in a sentence before anything is written',
      async (_what, sentence, spoil) => {
        const file = join(folder, 'bad.gz');
        await copyFile(good, file);
        await spoil(file);
        const { connection, db } = await emptyDatabase();
        await expect(restore(connection, file)).rejects.toThrow(sentence);
        expect(await db.listCollections().toArray()).toEqual([]);
      },
    );

    it('[OPS5] a database that holds something is refused unless it may be replaced', async () => {
      const { connection, db } = await emptyDatabase();
      await connection.collection('user').insertOne({ name: 'Somebody else' });
      await expect(restore(connection, good)).rejects.toThrow(/is not empty.*--replace/);
      await restore(connection, good, true);
      expect(await connection.collection('user').find().toArray()).toEqual([
        expect.objectContaining({ name: 'Ani' }),
      ]);
      expect(await unfinishedRestore(db)).toBeNull();
    });

    it('[OPS5] a restore that did not finish leaves a mark until one does', async () => {
      const { connection, db } = await emptyDatabase();
      const broken = restoreBackup({
        db,
        file: good,
        replace: false,
        ensureIndexes: () => Promise.reject(new Error('no space left on device')),
        newEpoch: () => 1,
        pause: async () => {},
      });
      await expect(broken).rejects.toThrow('no space left');
      expect(await unfinishedRestore(db)).toContain('--replace');
      await expect(restore(connection, good)).rejects.toThrow(/did not finish/);
      await restore(connection, good, true);
      expect(await unfinishedRestore(db)).toBeNull();
    });

    it('[OPS4] a backup replaces no file, and none is made of nothing', async () => {
      const { db, connection } = await emptyDatabase();
      await expect(writeBackup(db, join(folder, 'empty.gz'))).rejects.toThrow(/is empty: check MONGODB_URI/);
      await connection.collection('user').insertOne({ name: 'Ani' });
      await expect(writeBackup(db, good)).rejects.toThrow(/is there already/);
      await expect(writeBackup(db, join(folder, 'no/such/file'))).rejects.toThrow(/is not there/);
    });
  });
});
