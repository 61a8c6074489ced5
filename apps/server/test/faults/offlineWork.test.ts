import { freePort } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { device } from '../sync/device.ts';
import { until } from '../sync/until.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { stored } from './ledger.ts';
import { ServerProcess } from './ServerProcess.ts';
import { seeded } from './seeded.ts';
import { Writer } from './Writer.ts';

const mapId = 'map_offline000001';
const editCount = faultSize('F21');
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`work done offline, seed ${seed}`, () => {
  let database: TestDatabase;
  let server: ServerProcess;
  const random = seeded(seed);

  beforeAll(async () => {
    database = await startTestDatabase();
    server = new ServerProcess({ uri: database.uri, port: await freePort(), mapIds: [mapId] });
    await server.start();
  }, 90_000);
  afterAll(async () => {
    await server.kill();
    await database.stop();
  });

  it(`[FAULT7] [F21] ${editCount} edits, the page reloaded and the server killed in between: all there, once`, async () => {
    const store = device();
    const open = () => new Writer('offline', server.url, mapId, random, store);
    let page = open();
    await page.map.flush(30_000);
    const written: string[] = [];
    await server.kill();
    for (let part = 0; part < 4; part++) {
      for (let n = 0; n < editCount / 4; n++) written.push(page.writeAs(`offline:${written.length}`));
      await page.map.destroy();
      page = open();
      await until('the work is here again', () => page.entries().length === written.length);
      if (part !== 1) continue;
      // It comes for a moment, takes what it takes, and dies.
      await server.start();
      await page.map.retryNow();
      await until('something was told', () => page.map.status.kind !== 'offline', 30_000);
      await server.kill();
    }
    await server.start();
    await page.map.retryNow();
    await page.map.flush(60_000);
    const found = await stored(database.connection, `${mapId}/content`);
    expect(found).toEqual({ entries: written, gap: 0, pending: 0 });
    await page.map.destroy();
    reportRow('F21', { seed, edits: written.length, lost: 0, dup: 0 });
  }, 180_000);
});
