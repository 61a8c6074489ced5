import { freePort } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { faultSize, isNightly, reportRow } from './faultRows.ts';
import { ledgerList } from './ledgerList.ts';
import { ServerProcess } from './ServerProcess.ts';

const heapMegabytes = 512;
const boards = isNightly ? 200 : 100;
/** Visits in all; of the first, a third, nothing is judged. */
const visits = faultSize('F18');
const atOnce = 5;
/** Of a board's ledger when it is first visited: more than is sent in one piece. */
const firstWork = { entries: 60, characters: 500 };
const sampleEvery = 25;
/** Each map that is left is merged first, one after the other. */
const emptyMsMax = 60_000;
const megabytesPerHundredMax = 1;
const mapIds = Array.from({ length: boards }, (_, n) => `map_slope${String(n).padStart(7, '0')}`);

describe(`${boards} boards that are opened and left in turn, by ${visits} visitors`, () => {
  let database: TestDatabase;
  let server: ServerProcess;

  beforeAll(async () => {
    database = await startTestDatabase();
    const settings = { uri: database.uri, port: await freePort(), mapIds };
    server = new ServerProcess(settings, { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` });
    await server.start();
  }, 90_000);
  afterAll(async () => {
    await server?.kill();
    await database?.stop();
  });

  async function visit(n: number): Promise<void> {
    const client = new PlainClient(`${server.url}/${mapIds[n % boards]}/content?ack=1&as=v${n}`);
    await client.ready();
    client.presence({ locale: 'en' });
    const { entries, characters } = firstWork;
    const work = n < boards ? Array.from({ length: entries }, () => 'x'.repeat(characters)) : [`visit ${n}`];
    ledgerList(client.doc)?.push(work);
    await client.saved();
    client.drop();
    await client.closed;
  }

  it('[FAULT18] [F18] take no memory that stays', async () => {
    const samples: { readonly visits: number; readonly used: number; readonly rss: number }[] = [];
    for (let n = 0; n < visits; n += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, (_, at) => visit(n + at)));
      if ((n + atOnce) % sampleEvery > 0) continue;
      await expect.poll(() => server.held(), { timeout: emptyMsMax }).toMatchObject({ maps: 0 });
      const { usedBytes, rssBytes } = await server.memory();
      samples.push({ visits: n + atOnce, used: usedBytes / 2 ** 20, rss: rssBytes / 2 ** 20 });
    }
    const judged = samples.filter((sample) => sample.visits > visits / 3);
    const slope = (what: 'used' | 'rss') =>
      Math.round(slopeOf(judged.map((sample) => [sample.visits / 100, sample[what]])) * 1_000) / 1_000;
    const [used, rss] = [slope('used'), slope('rss')];
    const rssMax = Math.round(Math.max(...samples.map((sample) => sample.rss)));
    reportRow('F18', { visits, used_mb_per_100: used, rss_mb_per_100: rss, rss_mb: rssMax });
    expect(used).toBeLessThan(megabytesPerHundredMax);
    // In a few hundred visits it moves by more than that, up and down.
    if (isNightly) expect(rss).toBeLessThan(megabytesPerHundredMax);
    expect(await server.held()).toEqual({ sockets: 0, maps: 0, unhandled: 0 });
    expect(server.errors).toBe('');
  }, 7_200_000);
});

/** How much the second rises with the first, by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const along = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / along;
}
