import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { afterAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { restoreBackup } from '../../src/backup/restoreBackup.ts';
import { writeBackup } from '../../src/backup/writeBackup.ts';
import { EventDeriver } from '../../src/events/EventDeriver.ts';
import { noEventMetrics } from '../../src/events/EventMetrics.ts';
import { MongoEventLog } from '../../src/persistence/mongo/MongoEventLog.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import { emptyDatabase } from './emptyDatabase.ts';

const logger = pino({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'jejak-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stores = (connection: Connection) => ({
  log: new MongoUpdateLog({ connection, logger }),
  snapshots: new MongoSnapshotStore(connection),
  logger,
});

/** One change by a client of its own. */
function update(seq: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = seq;
  doc.getMap('cards').set(`k${seq}`, seq);
  return Y.encodeStateAsUpdate(doc);
}

it('[OPS4] [EVENT4] what happened comes with the entries it tells of and no more, and is told on', async () => {
  const { db, connection } = await emptyDatabase();
  const { log, snapshots } = stores(connection);
  const events = new MongoEventLog(connection);
  const mapId = 'map_told';
  for (const part of ['structure', 'content']) {
    await snapshots.create(`${mapId}/${part}`, 7);
    for (const seq of [1, 2]) await log.append({ docId: `${mapId}/${part}`, seq, updates: [update(seq)] });
  }
  const batch = { mapId, tag: 'tag', events: [], count: 0, gap: false, at: new Date() };
  await events.append({ ...batch, n: 1, through: { structure: 1, content: 2 } });
  const file = join(folder, 'told.gz');
  // Journaled and told when the log had been copied.
  await events.append({ ...batch, n: 2, through: { structure: 2, content: 3 } });
  await events.append({ ...batch, mapId: 'map_gone', n: 1, through: { structure: 1, content: 1 } });
  await writeBackup(db, file);
  const other = await emptyDatabase();
  await restoreBackup({
    db: other.db,
    file,
    replace: false,
    ensureIndexes: async () => {},
    newEpoch: () => 8,
    pause: async () => {},
  });
  const restored = new MongoEventLog(other.connection);
  expect(await restored.last('map_gone')).toBeNull();
  expect(await restored.last(mapId)).toMatchObject({ n: 1, through: { structure: 1, content: 2 } });
  const deriver = new EventDeriver({
    ...stores(other.connection),
    events: restored,
    heavy: () => expect.unreachable(),
    metrics: noEventMetrics,
    now: () => new Date(),
    elapsedMs: () => 0,
    newTag: () => 'new',
  });
  const { last } = await deriver.derive(mapId);
  expect(last).toMatchObject({ n: 2, through: { structure: 2, content: 2 }, gap: false });
}, 30_000);
