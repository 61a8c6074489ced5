import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { FailingCalls } from './FailingCalls.ts';
import { faultSize, isNightly, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { seeded } from './seeded.ts';
import type { Writer } from './Writer.ts';

const nodeCount = 2;
const [mapId, otherMapId] = ['map_slowbase0001', 'map_slowbase0002'] as const;
const writersPerMap = 6;
const everyMs = 80;
const pausesMs = isNightly ? [5_000, 30_000, 90_000] : [5_000];
/** Delays of a sync to the disk, in milliseconds. A write is tried again after 2 s: with the longest it lands before. */
const syncDelaysMs = isNightly ? [50, 500, 2_000] : [500];
/** What a document's queue may hold while its sockets, which are paused then, still bring what was read. */
const [updatesMax, bytesMax] = [2_000, 8 * 1024 * 1024];
const growthMegabytesMax = 100;
const healMsMax = 30_000;
/** For all that was written meanwhile, which everybody hears too. */
const floodMsMax = 60_000;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`a database that stands still or is slow, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Cluster;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: nodeCount, mapIds: [mapId, otherMapId] }, random);
    for (const map of [mapId, otherMapId])
      for (let n = 0; n < writersPerMap; n++) cluster.join(map, n % nodeCount, `${map}w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), healMsMax);
    for (const writer of cluster.allWriters) writer.start(everyMs);
  }, 120_000);
  afterAll(() => cluster?.stop());

  const acked = (): number => cluster.allWriters.reduce((sum, { acked: count }) => sum + count, 0);
  const at = (map: string): readonly Writer[] => cluster.writers.get(map) ?? [];
  const pid = (): number => {
    const found = cluster.database.pid();
    if (found === null) throw new Error('the database is not running');
    return found;
  };

  /** Far more than a queue takes: many small edits in one map, large ones in the other. */
  function flood(): void {
    for (const writer of at(mapId)) for (let n = 0; n < 450; n++) writer.write();
    for (const { name, map } of at(otherMapId))
      for (let n = 0; n < 90; n++)
        map.docs.content.getMap<string>('emotionWords').set(`stp_${n}:per_${name}`, 'x'.repeat(16_000));
  }

  it('[FAULT15] [F4] while it stands still queues and memory are bounded, edits refused, and nothing is there twice', async () => {
    const rounds = faultSize('F4');
    const worst = { updates: 0, bytes: 0, rss_mb: 0, back_ms: 0 };
    const stopped = pid();
    onTestFinished(() => {
      process.kill(stopped, 'SIGCONT');
    });
    for (let round = 0; round < rounds; round++) {
      for (const pauseMs of pausesMs) {
        await cluster.underLoad();
        const before = cluster.nodes.map(({ rssMegabytes }) => rssMegabytes);
        process.kill(pid(), 'SIGSTOP');
        const end = performance.now() + pauseMs;
        flood();
        await cluster.orTell(
          until('all wait', () => cluster.allWriters.every(({ map }) => map.status.kind !== 'saved')),
        );
        const told = acked();
        const refusals = new Set<unknown>();
        // On a busy machine the queues fill later.
        while (performance.now() < end || (refusals.size === 0 && performance.now() < end + healMsMax)) {
          for (const [n, node] of cluster.nodes.entries()) {
            const { updates, bytes } = await node.backlog();
            worst.updates = Math.max(worst.updates, updates);
            worst.bytes = Math.max(worst.bytes, bytes);
            worst.rss_mb = Math.max(worst.rss_mb, node.rssMegabytes - (before[n] ?? 0));
            if (updates >= 1_000) refusals.add(await node.edit(mapId));
          }
        }
        expect({ acked: acked(), refusals: [...refusals] }).toEqual({
          acked: told,
          refusals: ['UNAVAILABLE'],
        });
        process.kill(pid(), 'SIGCONT');
        worst.back_ms = Math.max(
          worst.back_ms,
          Math.round(await cluster.allProgress(cluster.allWriters, floodMsMax)),
        );
        const ledger = await vi.waitFor(() => cluster.ledger(), healMsMax);
        expect({ round, pauseMs, ...ledger }).toEqual({ round, pauseMs, ...clean });
      }
    }
    expect(worst.updates).toBeLessThanOrEqual(updatesMax);
    expect(worst.bytes).toBeLessThanOrEqual(bytesMax);
    expect(worst.rss_mb).toBeLessThan(growthMegabytesMax);
    reportRow('F4', { seed, rounds, pauses: pausesMs.join('+'), ...worst, ...clean });
  }, 3_600_000);

  it('[FAULT15] [F4] while syncs to its disk are slow work is saved later, and a kill in the middle loses none', async () => {
    const rounds = faultSize('F4');
    const slowest = { told_ms: 0, back_ms: 0 };
    for (let round = 0; round < rounds; round++) {
      for (const delayMs of syncDelaysMs) {
        const calls = await FailingCalls.of(pid(), `fdatasync:delay_enter=${delayMs * 1_000}`);
        onTestFinished(() => calls.end());
        // Several writes in a row stand between a letter and its acknowledgement, and nodes that meet add to them.
        const told = cluster.allProgress(cluster.allWriters, healMsMax + 30 * delayMs);
        slowest.told_ms = Math.max(slowest.told_ms, Math.round(await told));
        await cluster.underLoad();
        const killed = pid();
        process.kill(killed, 'SIGKILL');
        await calls.end();
        await until('it is back', () => ![null, killed].includes(cluster.database.pid()), healMsMax);
        const ledger = await vi.waitFor(() => cluster.ledger(), healMsMax);
        expect({ round, delayMs, ...ledger }).toEqual({ round, delayMs, ...clean });
        slowest.back_ms = Math.max(slowest.back_ms, Math.round(await cluster.allProgress()));
      }
    }
    expect(await cluster.healed()).toEqual(clean);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    reportRow('F4', { seed, rounds, sync_delays: syncDelaysMs.join('+'), ...slowest, ...clean });
  }, 3_600_000);
});
