import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { muteReader } from './muteReader.ts';
import { seeded } from './seeded.ts';
import type { Writer } from './Writer.ts';

const mapId = 'map_slowreader01';
const writerCount = 8;
/** 160 edits a second in all. */
const everyMs = 50;
const editBytes = 8_000;
const field = 'emotionWords';
const cutMsMax = 60_000;
const deliveryMsMax = 2_000;
/** What the readers' queues may hold together before the process ends the slowest. */
const growthMegabytesMax = 256;
const readers = 50;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = faultSize('F11');

describe(`clients that stop reading, seed ${seed}`, () => {
  const random = seeded(seed);
  const mute: WebSocket[] = [];
  const delivered: number[] = [];
  let timers: NodeJS.Timeout[] = [];
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: 1, mapIds: [mapId] }, random);
    for (let n = 0; n < writerCount; n++) cluster.join(mapId, 0, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), 30_000);
    const [observer] = cluster.allWriters;
    observer?.map.docs.content.getMap<string>(field).observe((event, { local }) => {
      if (local) return;
      for (const key of event.keysChanged) {
        const [writtenAt = ''] = event.target.get(key)?.split(' ') ?? [];
        delivered.push(performance.now() - Number(writtenAt));
      }
    });
  }, 120_000);
  afterAll(async () => {
    for (const timer of timers) clearInterval(timer);
    for (const socket of mute) socket.terminate();
    await cluster?.stop();
  });

  const edit = ({ name, map }: Writer): void => {
    const text = `${performance.now()} ${'x'.repeat(editBytes)}`;
    map.docs.content.getMap<string>(field).set(`stp_1:per_${name}`, text);
  };

  it(`[FAULT12] [F11] ${readers} of them are cut off, and the others go on`, async () => {
    const node = cluster.node(0);
    const healthy = 2 * writerCount;
    for (const writer of cluster.allWriters) writer.start(1_000);
    let [cutMs, growth] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      for (let n = 0; n < readers; n++)
        mute.push(await muteReader(node.url, mapId, `r${round * readers + n}`));
      const before = node.rssMegabytes;
      timers = cluster.allWriters.map((writer) => setInterval(() => edit(writer), everyMs));
      const since = performance.now();
      for (let left = readers; left > 0; left = (await node.sockets()) - healthy) {
        growth = Math.max(growth, node.rssMegabytes - before);
        if (performance.now() - since > cutMsMax) throw new Error(`${left} sockets are left`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      cutMs = Math.max(cutMs, Math.round(performance.now() - since));
      await cluster.allProgress();
      for (const timer of timers) clearInterval(timer);
      for (const socket of mute.splice(0)) socket.terminate();
    }
    const p95 = Math.round(
      delivered.sort((a, b) => a - b)[Math.floor(delivered.length * 0.95)] ?? Number.NaN,
    );
    expect(p95).toBeLessThan(deliveryMsMax);
    expect(growth).toBeLessThan(growthMegabytesMax);
    expect(await cluster.healed()).toEqual(clean);
    expect(node.errors).toBe('');
    const figures = { cut_ms: cutMs, deliveries: delivered.length, p95_ms: p95, rss_mb: growth };
    reportRow('F11', { seed, rounds, readers, ...figures, ...clean });
  }, 600_000);
});
