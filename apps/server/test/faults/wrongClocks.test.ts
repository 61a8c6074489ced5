import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { SettableClock } from './SettableClock.ts';
import { seeded } from './seeded.ts';

const hour = 3_600;
const offsets = [-hour, 0, hour];
/** In every second round one of the clocks runs too fast, in the others it is set back. */
const speed = 100;
const writersPerNode = 3;
const everyMs = 80;
const mapId = 'map_wrongclock01';
/** Longer than the server waits between two looks at its sockets. */
const watchedMs = 7_000;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`nodes whose clocks are an hour apart, seed ${seed}`, () => {
  const random = seeded(seed);
  const clocks: SettableClock[] = [];
  let cluster: Cluster;
  let cut = 0;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    for (const offset of offsets) {
      const clock = new SettableClock();
      clock.set(offset);
      clocks.push(clock);
    }
    const environments = clocks.map(({ environment }) => environment);
    cluster = await Cluster.start({ nodes: offsets.length, mapIds: [mapId], environments }, random);
    for (let n = 0; n < offsets.length * writersPerNode; n++)
      cluster.join(mapId, n % offsets.length, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), 30_000);
    for (const writer of cluster.allWriters) {
      writer.map.onStatus(({ kind }) => {
        if (kind === 'offline') cut += 1;
      });
      writer.start(everyMs);
    }
  }, 120_000);
  afterAll(async () => {
    await cluster?.stop();
    for (const clock of clocks) clock.remove();
  });

  /** Only that node's clock runs too fast, if any. */
  async function expectFast(fast: number): Promise<void> {
    for (const [n, node] of cluster.nodes.entries()) {
      const [before, since] = [await node.time(), performance.now()];
      await cluster.allProgress();
      const ran = ((await node.time()) - before) / (performance.now() - since);
      expect({ n, fast: ran > 10 }).toEqual({ n, fast: n === fast });
    }
  }

  it('[FAULT10] [F9] nobody loses anything or is cut off, also while clocks are set and one runs a hundred times too fast', async () => {
    for (const [n, offset] of offsets.entries()) {
      const ahead = (await cluster.node(n).time()) - Date.now();
      expect(Math.abs(ahead - offset * 1000)).toBeLessThan(60_000);
    }
    const rounds = faultSize('F9');
    let turned = 0;
    for (let round = 0; round < rounds; round++) {
      await cluster.underLoad();
      expect(await cluster.node(Math.floor(random() * offsets.length)).compact(mapId)).toBe('merged');
      turned += 1 + Math.floor(random() * 2);
      const fast = round % 2 === 0 ? Math.floor(random() * offsets.length) : -1;
      for (const [n, clock] of clocks.entries())
        clock.set(offsets[(n + turned) % offsets.length] ?? 0, n === fast ? speed : 1);
      const end = performance.now() + watchedMs;
      while (performance.now() < end) await cluster.allProgress();
      await expectFast(fast);
      expect({ round, cut, ...(await cluster.ledger()) }).toEqual({ round, cut: 0, ...clean });
    }
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    reportRow('F9', { seed, rounds, cut, ...clean });
  }, 300_000);
});
