import type { Direction } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, isNightly, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const nodeCount = 3;
const writersPerNode = 3;
const everyMs = 80;
const mapId = 'map_partition001';
const cutMs = isNightly ? 30_000 : 2_500;
const healMsMax = 30_000;
/** What one node is cut from, and which way nothing passes. */
const cuts: readonly { readonly from: 'Redis' | 'database' | 'both'; readonly way: Direction }[] = [
  { from: 'Redis', way: 'both' },
  { from: 'database', way: 'both' },
  { from: 'both', way: 'both' },
  { from: 'database', way: 'up' },
  { from: 'database', way: 'down' },
];
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`one of ${nodeCount} nodes that is cut off, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: nodeCount, mapIds: [mapId], ways: true }, random);
    for (let n = 0; n < nodeCount * writersPerNode; n++) cluster.join(mapId, n % nodeCount, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), healMsMax);
    for (const writer of cluster.allWriters) writer.start(everyMs);
  }, 120_000);
  afterAll(() => cluster?.stop());

  it.each(cuts)(
    '[FAULT16] [F7] from $from, $way: without the database it acknowledges nothing, others go on, nothing is lost or twice',
    async ({ from, way }) => {
      const rounds = faultSize('F7');
      const worst = { stall_ms: 0, back_ms: 0 };
      for (let round = 0; round < rounds; round++) {
        await cluster.underLoad();
        const n = Math.floor(random() * nodeCount);
        const [there, others] = [
          cluster.writersAt(n),
          cluster.allWriters.filter((one) => !cluster.writersAt(n).includes(one)),
        ];
        const { database, redis } = cluster.ways[n] ?? {};
        if (from !== 'Redis') database?.stall(way);
        if (from !== 'database') redis?.stall(way);
        for (const writer of others) writer.watch();
        const end = performance.now() + cutMs;
        if (from !== 'Redis')
          await cluster.orTell(until('its people wait', () => there.every(({ waits }) => waits)));
        const told = there.map(({ acked }) => acked);
        while (performance.now() < end)
          await cluster.allProgress(from === 'Redis' ? cluster.allWriters : others);
        if (from !== 'Redis')
          expect({ round, told: there.map(({ acked }) => acked) }).toEqual({ round, told });
        // Before what was swallowed arrives.
        expect({ round, ...(await cluster.ledger()) }).toEqual({ round, ...clean });
        database?.resume();
        redis?.resume();
        worst.back_ms = Math.max(worst.back_ms, Math.round(await cluster.allProgress()));
        worst.stall_ms = Math.max(worst.stall_ms, ...others.map(({ stallMs }) => Math.round(stallMs)));
        const ledger = await vi.waitFor(() => cluster.ledger(), healMsMax);
        expect({ round, ...ledger }).toEqual({ round, ...clean });
      }
      reportRow('F7', { seed, cut_from: from, way, rounds, ...worst, ...clean });
    },
    3_600_000,
  );

  it('[FAULT16] [FAULT3] [F7] after healing everybody has everything, once, and nothing leaks', async () => {
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    await Promise.all(cluster.allWriters.map(({ map }) => map.destroy()));
    for (const node of cluster.nodes)
      await expect
        .poll(() => node.held(), { timeout: healMsMax })
        .toEqual({ sockets: 0, maps: 0, unhandled: 0 });
  }, 120_000);
});
