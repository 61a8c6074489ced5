import type { MapConnection } from '@jejak/sync-client';
import { TcpProxy } from '@jejak/testbed';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultSize, reportRow } from '../faults/faultRows.ts';
import { fillWithLedger, ledgerList } from '../faults/ledgerList.ts';
import { seeded } from '../faults/seeded.ts';
import { until } from '../sync/until.ts';
import { type Nodes, startNodes } from './startNodes.ts';

const nodeCount = 3;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`${nodeCount} nodes over a bad Redis, seed ${seed}`, () => {
  const random = seeded(seed);
  let cluster: Nodes;
  let maps: MapConnection[];
  let mapId: string;
  let count = 0;
  let written: string[];

  beforeAll(async () => {
    process.stdout.write(`seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await startNodes(nodeCount, random);
  }, 30_000);
  afterAll(() => cluster.close());
  beforeEach(async () => {
    count += 1;
    mapId = `map_redisaway_${count}`;
    written = [];
    await cluster.node(0).server.createMap(mapId, fillWithLedger);
    maps = cluster.nodes.map((_, n) => cluster.join(mapId, n, `p${n}`));
    await Promise.all(maps.map((map) => map.flush()));
  });

  const list = (map: MapConnection) => {
    const found = ledgerList(map.docs.content);
    if (found === null) throw new Error('no ledger yet');
    return found;
  };
  const write = (by: number): void => {
    const map = maps[by % nodeCount];
    if (map === undefined) throw new Error('no client');
    const key = `${by % nodeCount}:${written.length}`;
    written.push(key);
    list(map).push([key]);
  };
  const saved = async (): Promise<void> => {
    await Promise.all(maps.map((map) => map.flush()));
  };
  /** Everybody holds everything, once, in one order, within `msMax` of now. */
  const agreed = async (msMax: number): Promise<number> => {
    const since = performance.now();
    await until('all have all', () => maps.every((map) => list(map).length >= written.length), msMax);
    const ms = Math.round(performance.now() - since);
    const [first, ...others] = maps.map((map) => list(map).toArray());
    for (const other of others) expect(other).toEqual(first);
    expect([...(first ?? [])].sort()).toEqual([...written].sort());
    return ms;
  };

  it('[NODE3] [F6] lost, repeated and reordered messages are made good within 2 s', async () => {
    const rounds = faultSize('F6');
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      const drop = [0.01, 0.1, 0.5, 1][round % 4] ?? 1;
      cluster.setFaults({ drop, duplicate: 0.2, reorder: 0.3 });
      for (let n = 0; n < 20; n++) write(Math.floor(random() * nodeCount));
      await saved();
      slowest = Math.max(slowest, await agreed(2_000));
    }
    cluster.setFaults({});
    reportRow('F6', { seed, rounds, slowest_ms: slowest });
  });

  it('[NODE3] [F6] nobody answers a message with a message: at most two per edit and node', async () => {
    for (const { bus } of cluster.nodes) bus.published.length = 0;
    const edits = 40;
    for (let n = 0; n < edits; n++) {
      write(n);
      await saved();
    }
    await agreed(2_000);
    const said = cluster.nodes
      .flatMap(({ bus }) => bus.published)
      .filter((text) => !text.includes('"presence"'));
    expect(said.length).toBeGreaterThanOrEqual(edits);
    expect(said.length).toBeLessThanOrEqual(2 * nodeCount * edits);
    // In fact one for each entry, which nobody says again, and one of whoever found its number taken.
    const told = said.filter((text) => text.includes('"log"'));
    const conflicts = told.filter((text) => text.includes('"holdMs"'));
    expect(told.length - conflicts.length).toBe(edits);
    expect(conflicts.length).toBeLessThanOrEqual((nodeCount - 1) * edits);
  });

  it('[NODE3] [F6] a slow, cutting, splitting way to Redis changes nothing', async () => {
    for (const { proxy } of cluster.nodes) {
      proxy.faults = { delayMs: [0, 200], splitBytes: 3, stallChance: 0.05, stallMs: 500 };
    }
    for (let n = 0; n < 60; n++) {
      write(Math.floor(random() * nodeCount));
      if (random() < 0.1) cluster.node(Math.floor(random() * nodeCount)).proxy.reset();
    }
    await saved();
    await agreed(2_000);
    for (const { proxy } of cluster.nodes) proxy.faults = {};
  });

  it('[NODE4] [F5] while Redis is dead editing goes on; after it everybody agrees within 3 s', async () => {
    const rounds = faultSize('F5');
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      await cluster.redis.kill();
      for (let n = 0; n < 20; n++) {
        write(Math.floor(random() * nodeCount));
        if (n % 5 === 0) await saved();
      }
      await saved();
      await cluster.redis.start();
      for (let n = 0; n < 20; n++) write(n);
      await saved();
      slowest = Math.max(slowest, await agreed(3_000));
    }
    reportRow('F5', { seed, rounds, slowest_ms: slowest });
  });

  it('[NODE4] [F6] while Redis is frozen too', async () => {
    cluster.redis.pause();
    try {
      for (let n = 0; n < 60; n++) write(Math.floor(random() * nodeCount));
      await saved();
      // Without Redis the log alone tells.
      await agreed(2_000);
    } finally {
      cluster.redis.resume();
    }
    for (let n = 0; n < 20; n++) write(n);
    await saved();
    await agreed(3_000);
  });

  it('[NODE5] a client that moves from node to node in mid-edit loses nothing and is seen again', async () => {
    const door = await TcpProxy.listen(cluster.node(0).server.port, random);
    const mover = cluster.join(mapId, `ws://127.0.0.1:${door.port}/sync`, 'mover');
    maps.push(mover);
    await mover.flush();
    const seesMover = (map: MapConnection | undefined) =>
      map?.presence.others().some(({ user }) => user.id === 'mover') ?? false;
    for (let move = 1; move <= 6; move++) {
      for (let n = 0; n < 10; n++) {
        const key = `mover:${written.length}`;
        written.push(key);
        list(mover).push([key]);
        if (n === 5) {
          door.target = cluster.node(move % nodeCount).server.port;
          door.reset();
        }
      }
      await mover.retryNow();
      await until('the mover is saved', () => mover.status.kind === 'saved');
      // On the node it left, too.
      await until('everybody sees the mover', () => maps.slice(0, nodeCount).every(seesMover), 5_000);
    }
    await saved();
    await agreed(2_000);
    await mover.destroy();
    await until('the mover is gone', () => !maps.slice(0, nodeCount).some(seesMover), 5_000);
    await door.close();
  });
});
