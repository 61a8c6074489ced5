import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestDatabase } from '../persistence/startTestDatabase.ts';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { FailingCalls } from './FailingCalls.ts';
import { FailingDisk } from './FailingDisk.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';

const nodeCount = 2;
const writersPerNode = 3;
const everyMs = 50;
const mapId = 'map_faildisk0001';
const backMsMax = 30_000;
/** What the engine writes its journal with. */
const writing = ['pwrite64', 'fdatasync'] as const;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`a disk under the database that gives errors, seed ${seed}`, () => {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'jejak-failing-'));
  const disks: FailingDisk[] = [];
  let cluster: Cluster;
  let failedStarts = 0;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    const log = (message: string): void => {
      if (message.includes('did not start again')) failedStarts += 1;
    };
    const database = startTestDatabase({ folder, log });
    cluster = await Cluster.start({ nodes: nodeCount, mapIds: [mapId] }, random, database);
    for (let n = 0; n < nodeCount * writersPerNode; n++) cluster.join(mapId, n % nodeCount, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), backMsMax);
    for (const writer of cluster.allWriters) writer.start(everyMs);
  }, 120_000);
  afterAll(async () => {
    for (const disk of disks) await disk.mend();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** The database works again: nothing told is lost, and everybody is told of more. Answers how long that took. */
  async function back(round: unknown): Promise<number> {
    await until('the database is back', () => cluster.database.pid() !== null, backMsMax);
    const since = performance.now();
    const ledger = await vi.waitFor(() => cluster.ledger(), backMsMax);
    expect({ round, ...ledger }).toEqual({ round, ...clean });
    await cluster.allProgress();
    for (const node of cluster.nodes) expect(await node.held()).toMatchObject({ unhandled: 0, maps: 1 });
    return Math.round(performance.now() - since);
  }

  it('[FAULT14] [F8] one write or sync of the journal that fails loses nothing, and needs nobody', async () => {
    const rounds = faultSize('F8');
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      for (const call of writing) {
        const pid = cluster.database.pid() ?? 0;
        const when = 1 + Math.floor(random() * 40);
        const calls = await FailingCalls.of(pid, `${call}:error=EIO:when=${when}`);
        // Whatever was under way then is in the journal, or nobody was told that it is.
        await until(`an end over ${call}`, () => cluster.database.pid() !== pid, backMsMax);
        await calls.end();
        slowest = Math.max(slowest, await back({ round, call, when }));
      }
    }
    reportRow('F8', { seed, rounds, one_error_back_ms: slowest, ...clean });
  }, 600_000);

  it('[FAULT14] [F8] while every write fails nothing is acknowledged; when it no longer does all goes on by itself', async () => {
    const rounds = faultSize('F8');
    const acked = (): number => cluster.allWriters.reduce((sum, writer) => sum + writer.acked, 0);
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      await cluster.underLoad();
      const failedBefore = failedStarts;
      const disk = new FailingDisk(process.pid, folder, ...writing.map((call) => `${call}:error=EIO`));
      disks.push(disk);
      await disk.takesHold();
      await until('the database ended', () => cluster.database.pid() === null, backMsMax);
      await cluster.orTell(until('everybody waits', () => cluster.allWriters.every(({ waits }) => waits)));
      const told = acked();
      await until('it was tried again', () => failedStarts > failedBefore + 1, backMsMax);
      expect(acked()).toBe(told);
      for (const node of cluster.nodes) expect(await node.held()).toMatchObject({ unhandled: 0, maps: 1 });
      await disk.mend();
      slowest = Math.max(slowest, await back({ round }));
    }
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    reportRow('F8', { seed, rounds, lasting_errors_back_ms: slowest, ...clean });
  }, 600_000);
});
