import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestDatabase } from '../persistence/startTestDatabase.ts';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { SmallDisk } from './SmallDisk.ts';
import { seeded } from './seeded.ts';

const nodeCount = 2;
const writersPerNode = 3;
const everyMs = 50;
const mapId = 'map_diskfull0001';
const backMsMax = 30_000;
/** The engine makes no index with less than 500 MB of room; what is not used takes no memory. */
const diskMegabytes = 600;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`a full disk under the database, seed ${seed}`, () => {
  const random = seeded(seed);
  let disk: SmallDisk;
  let cluster: Cluster;
  let failedStarts = 0;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    disk = SmallDisk.mount(diskMegabytes);
    const log = (message: string): void => {
      if (message.includes('did not start again')) failedStarts += 1;
    };
    const database = startTestDatabase({ folder: disk.folder, log });
    cluster = await Cluster.start({ nodes: nodeCount, mapIds: [mapId] }, random, database);
    await cluster.database.connection.createCollection('ballast');
    for (let n = 0; n < nodeCount * writersPerNode; n++) cluster.join(mapId, n % nodeCount, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), backMsMax);
    for (const writer of cluster.allWriters) writer.start(everyMs);
  }, 120_000);
  afterAll(async () => {
    await cluster?.stop();
    disk?.unmount();
  }, 60_000);

  /** Writes until the journal wants more room than there is. */
  async function useUpTheJournal(): Promise<void> {
    const ballast = cluster.database.connection.collection('ballast');
    for (let n = 0; n < 100 && cluster.database.pid() !== null; n++)
      await ballast.insertOne({ bytes: Buffer.alloc(500_000, n) }).catch(() => {});
    expect(cluster.database.pid()).toBeNull();
  }

  const acked = (): number => cluster.allWriters.reduce((sum, writer) => sum + writer.acked, 0);

  it('[FAULT8] [F8] nothing is acknowledged while it cannot be journaled; with room again all goes on by itself', async () => {
    const rounds = faultSize('F8');
    let back = 0;
    for (let round = 0; round < rounds; round++) {
      await cluster.underLoad();
      disk.fill();
      const failedBefore = failedStarts;
      await useUpTheJournal();
      // Nobody is told that work is saved: what they see is that it is not.
      await cluster.orTell(
        until('everybody waits', () =>
          cluster.allWriters.every(
            ({ acked, written, map }) => map.status.kind !== 'saved' && written.length > acked,
          ),
        ),
      );
      await until('it was tried anew', () => failedStarts > failedBefore);
      const told = acked();
      await until('it was tried again and again', () => failedStarts > failedBefore + 2, backMsMax);
      expect(acked()).toBe(told);
      // The nodes live, and say so.
      for (const node of cluster.nodes) expect(await node.held()).toMatchObject({ unhandled: 0, maps: 1 });

      disk.free();
      await until('the database is back', () => cluster.database.pid() !== null, backMsMax);
      const since = performance.now();
      const ledger = await vi.waitFor(() => cluster.ledger(), backMsMax);
      expect({ round, ...ledger }).toEqual({ round, ...clean });
      await cluster.allProgress();
      back = Math.max(back, performance.now() - since);
      await cluster.database.connection.collection('ballast').deleteMany({});
    }
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    reportRow('F8', { seed, rounds, back_ms: Math.round(back), ...clean });
  }, 300_000);
});
