import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logModels } from '../../src/persistence/mongo/logModels.ts';
import { snapshotModels } from '../../src/persistence/mongo/snapshotModels.ts';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const points = ['snapshot', 'pointer', 'moved', 'trim'] as const;
const mapIds = points.map((point) => `map_contend_${point}`);

describe(`two processes that want the same, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: 2, mapIds }, random);
  }, 120_000);
  afterAll(() => cluster.stop());

  const both = <T>(ask: (n: number) => Promise<T>): Promise<T[]> => Promise.all([ask(0), ask(1)]);

  it('[FAULT5] [F16] of two that make one map one wins, and its content is there once', async () => {
    const rounds = faultSize('F16');
    const { entries } = logModels(cluster.database.connection);
    const { heads } = snapshotModels(cluster.database.connection);
    for (let round = 0; round < rounds; round++) {
      const mapId = `map_made_by_two_${round}`;
      const made = await both((n) => cluster.node(n).create(mapId));
      expect({ round, made: made.sort() }).toEqual({ round, made: ['created', 'exists'] });
      const docIds = [`${mapId}/structure`, `${mapId}/content`];
      const stored = await entries.find({ docId: { $in: docIds } }).lean();
      expect(stored.map(({ seq }) => seq)).toEqual([1, 1]);
      const epochs = await heads.find({ _id: { $in: docIds } }).lean();
      expect(epochs).toHaveLength(2);
    }
    reportRow('F16', { seed, made_by_two: rounds });
  }, 120_000);

  it.each(points)(
    '[FAULT5] [F16] a compactor that stood still at %s and goes on late does no harm',
    async (point) => {
      const mapId = `map_contend_${point}`;
      const [slow, fast] = [cluster.join(mapId, 0, `${point}slow`), cluster.join(mapId, 1, `${point}fast`)];
      const saved = () => Promise.all([slow.map.flush(30_000), fast.map.flush(30_000)]);
      // Both load the cold map at once.
      await saved();
      const some = async (): Promise<void> => {
        for (let n = 0; n < 20; n++) {
          slow.write();
          fast.write();
        }
        await saved();
      };
      await some();
      // A first merge deletes nothing yet.
      expect(await cluster.node(1).compact(mapId)).toBe('merged');
      await some();
      await cluster.node(0).arm(point, 'SIGSTOP');
      const late = cluster.node(0).compact(mapId);
      await until('it stands still', () => cluster.node(0).stopped, 30_000);
      for (let n = 0; n < 20; n++) fast.write();
      await fast.map.flush(30_000);
      const other = await cluster.node(1).compact(mapId);
      for (let n = 0; n < 20; n++) fast.write();
      await fast.map.flush(30_000);
      // What nobody was told is saved.
      slow.write();
      cluster.node(0).resume();
      await late;
      await saved();
      await some();
      reportRow('F16', { seed, stalled_at: point, other: String(other), ...clean });
    },
    120_000,
  );

  it('[FAULT5] afterwards everybody has everything, once, in the log and in what was merged', async () => {
    expect(await cluster.healed()).toEqual(clean);
    for (const mapId of mapIds) await both((n) => cluster.node(n).compact(mapId));
    expect(await cluster.ledger()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
  }, 120_000);
});
