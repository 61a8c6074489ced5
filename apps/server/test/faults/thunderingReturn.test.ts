import { connectMap, type MapConnection } from '@jejak/sync-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const mapId = 'map_thundering01';
const bucketMs = 100;
const bucketShareMax = 0.15;
const syncedMsMax = 60_000;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const people = faultSize('F13');

interface Attempt {
  readonly at: number;
  opened: boolean;
}

describe(`${people} people come back at once, seed ${seed}`, () => {
  const random = seeded(seed);
  const crowd: MapConnection[] = [];
  let attempts: Attempt[] = [];
  let cluster: Cluster;

  /** Notes when it was tried and whether it opened. */
  class NotingSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      const attempt = { at: performance.now(), opened: false };
      attempts.push(attempt);
      this.once('open', () => {
        attempt.opened = true;
      });
    }
  }

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: 1, mapIds: [mapId] }, random);
    cluster.join(mapId, 0, 'w0');
    cluster.join(mapId, 0, 'w1');
    for (let n = 0; n < people; n++) {
      const map = connectMap({
        url: cluster.node(0).url,
        mapId,
        // The browser's type lacks what Node's has and the other way round.
        WebSocketImpl: NotingSocket as unknown as typeof globalThis.WebSocket,
        params: async () => ({ as: `p${n}` }),
        random,
      });
      crowd.push(map);
      if (n % 50 === 49) await allSynced();
    }
    await allSynced();
    for (const writer of cluster.allWriters) writer.start(200);
    await cluster.allProgress();
  }, 300_000);
  afterAll(async () => {
    for (const map of crowd) await map.destroy();
    await cluster?.stop();
  }, 120_000);

  const allSynced = (): Promise<void> =>
    until('all are synced', () => crowd.every(({ status }) => status.kind === 'saved'), syncedMsMax);

  it('[FAULT13] [F13] a restarted server has everybody again, who did not come in step', async () => {
    attempts = [];
    const cut = performance.now();
    await cluster.node(0).kill();
    await until('all noticed', () => crowd.every(({ status }) => status.kind === 'offline'), syncedMsMax);
    await cluster.node(0).start();
    const back = performance.now();
    await allSynced();
    const syncedMs = Math.round(performance.now() - back);
    const buckets = new Map<number, number>();
    for (const { at } of attempts) {
      const bucket = Math.floor((at - cut) / bucketMs);
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    }
    const share = Math.max(...buckets.values()) / attempts.length;
    const failed = attempts.filter(({ at, opened }) => at > back && !opened).length;
    expect(failed).toBe(0);
    expect(share).toBeLessThan(bucketShareMax);
    expect(await cluster.healed()).toEqual(clean);
    expect(cluster.node(0).errors).toBe('');
    const figures = { attempts: attempts.length, share: share.toFixed(3), failed, synced_ms: syncedMs };
    reportRow('F13', { seed, people, ...figures, ...clean });
  }, 180_000);
});
