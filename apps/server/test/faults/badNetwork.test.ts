import { type ProxyFaults, TcpProxy } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SyncServer, startSyncServer } from '../sync/startSyncServer.ts';
import { until } from '../sync/until.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { fillWithLedger } from './ledgerList.ts';
import { seeded } from './seeded.ts';
import { Writer } from './Writer.ts';

const given = process.env.FAULT_SEED;
const first = given === undefined ? Math.floor(Math.random() * 1_000_000) : Number(given);
const count = given === undefined ? faultSize('F10') : 1;
const healMsMax = 30_000;

/** One kind of bad weather per seed, so that a failing seed says which. */
function weather(seed: number, random: () => number): ProxyFaults {
  const kinds: readonly ProxyFaults[] = [
    { delayMs: [0, 300 * random()] },
    { stallChance: 0.01, stallMs: 1_000 },
    { stallChance: 0.1, stallMs: 300 },
    { bytesPerSecond: 16_000, splitBytes: 512 },
    { splitBytes: 1 },
    { splitBytes: 1 + Math.floor(random() * 40), delayMs: [0, 20] },
    { joinMs: 1 + Math.floor(random() * 100) },
  ];
  return kinds[seed % kinds.length] ?? {};
}

describe(`a bad network between people and the server, seeds from ${first}`, () => {
  let server: SyncServer;

  beforeAll(async () => {
    process.stdout.write(`fault seeds from ${first} (set FAULT_SEED to repeat one)\n`);
    server = await startSyncServer();
  });
  afterAll(() => server.stop());

  async function run(seed: number): Promise<void> {
    const random = seeded(seed);
    const mapId = `map_network_${seed}`;
    await server.createMap(mapId, fillWithLedger);
    const proxy = await TcpProxy.listen(server.port, random);
    proxy.faults = weather(seed, random);
    const near = new Writer(`n${seed}`, server.url, mapId, random);
    const far = new Writer(`f${seed}`, `ws://127.0.0.1:${proxy.port}/sync`, mapId, random);
    const refused: unknown[] = [];
    far.map.onStatus((status) => {
      if (status.kind === 'refused') refused.push(status);
    });
    await Promise.all([near.map.flush(healMsMax), far.map.flush(healMsMax)]);
    for (let n = 0; n < 30; n++) {
      near.write();
      far.write();
      if (n === 10) proxy.reset();
      // From now on connections break in the middle of a frame, wherever that is.
      if (n === 15) proxy.resetAfterBytes = () => 20 + Math.floor(random() * 3_000);
      if (n === 25) {
        proxy.resetAfterBytes = null;
        proxy.reset();
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    await far.map.retryNow();
    await Promise.all([near.map.flush(healMsMax), far.map.flush(healMsMax)]);
    await until(
      `seed ${seed}: both have all`,
      () => near.entries().length >= 60 && far.entries().length >= 60,
      healMsMax,
    );
    expect({
      seed,
      refused,
      same: near.entries().join() === far.entries().join(),
      count: far.entries().length,
    }).toEqual({
      seed,
      refused: [],
      same: true,
      count: 60,
    });
    await near.map.destroy();
    await far.map.destroy();
    await proxy.close();
  }

  it(`[FAULT6] [F10] slow, split, joined, stalling and breaking connections lose nothing: ${count} seeds`, async () => {
    for (let n = 0; n < count; n++) await run(first + n);
    reportRow('F10', { seed: first, seeds: count, lost: 0, frame_errors: 0 });
  }, 3_600_000);
});
