import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { crashPoints } from './crashPoints.ts';
import { faultSize, isNightly, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const nodeCount = 3;
/** Writers of each map, and how often each writes: two hot maps, and at night eight others. */
const load = isNightly
  ? { writers: [8, 8, 3, 3, 3, 3, 3, 3, 3, 3], everyMs: 50 }
  : { writers: [6, 6], everyMs: 80 };
const mapIds = load.writers.map((_, m) => `map_cluster00000${m}`);
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`${nodeCount} nodes as processes, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: nodeCount, mapIds }, random);
    for (const [m, mapId] of mapIds.entries())
      for (let n = 0; n < (load.writers[m] ?? 0); n++) cluster.join(mapId, (m + n) % nodeCount, `m${m}w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), 30_000);
    for (const writer of cluster.allWriters) writer.start(load.everyMs);
  }, 120_000);
  afterAll(() => cluster.stop());

  const at = (n: number) => cluster.writersAt(n);

  it(`[FAULT1] [F1] a node killed under load: nothing is lost, others go on`, async () => {
    const rounds = faultSize('F1');
    let [back, stall] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      await cluster.underLoad();
      const n = Math.floor(random() * nodeCount);
      const others = cluster.allWriters.filter((writer) => !at(n).includes(writer));
      for (const writer of others) writer.watch();
      await cluster.node(n).kill();
      await until('noticed', () => at(n).every(({ map }) => map.status.kind === 'offline'));
      // Before anybody could send again what was lost.
      expect({ round, ...(await cluster.ledger()) }).toEqual({ round, ...clean });
      await cluster.node(n).start();
      back = Math.max(back, await cluster.allProgress());
      stall = Math.max(stall, ...others.map(({ stallMs }) => stallMs));
    }
    reportRow('F1', { seed, rounds, back_ms: Math.round(back), stall_ms: Math.round(stall), ...clean });
  }, 3_600_000);

  it.each(crashPoints)(
    '[FAULT4] [F2] a node that dies in the middle of: %s',
    async (point) => {
      const rounds = faultSize('F2');
      const merging = !['append', 'ack', 'broadcast'].includes(point);
      for (let round = 0; round < rounds; round++) {
        await cluster.underLoad();
        const n = Math.floor(random() * nodeCount);
        // A first merge deletes nothing yet.
        if (point === 'trim') expect(await cluster.node(n).compact(mapIds[0] ?? '')).toBe('merged');
        await cluster.node(n).arm(point, 'SIGKILL');
        const [mapId = ''] = mapIds;
        const merged = merging ? mergeToDeath(cluster, n, mapId) : Promise.resolve('died');
        await cluster.orTell(cluster.node(n).died());
        expect(await merged).toBe('died');
        await until('noticed', () => at(n).every(({ map }) => map.status.kind === 'offline'));
        expect({ point, round, ...(await cluster.ledger()) }).toEqual({ point, round, ...clean });
        await cluster.node(n).start();
        await cluster.allProgress();
      }
      reportRow('F2', { seed, point, rounds, ...clean });
    },
    3_600_000,
  );

  it('[FAULT3] after healing fresh readers of every node have everything, once, and nothing leaks', async () => {
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    await Promise.all(cluster.allWriters.map(({ map }) => map.destroy()));
    for (const node of cluster.nodes)
      await expect
        .poll(() => node.held(), { timeout: 30_000 })
        .toEqual({ sockets: 0, maps: 0, unhandled: 0 });
  }, 120_000);
});

/** Merges until the node dies over it: one that was under way when the point was armed may be past it, and ends well. */
async function mergeToDeath(cluster: Cluster, n: number, mapId: string): Promise<unknown> {
  let outcome: unknown = '';
  for (let tries = 0; tries < 5 && outcome !== 'died'; tries++)
    outcome = await cluster
      .node(n)
      .compact(mapId)
      .catch(() => 'died');
  return outcome;
}
