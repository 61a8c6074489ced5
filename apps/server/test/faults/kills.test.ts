import { freePort } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';
import { until } from '../sync/until.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean, compare, stored, tellings } from './ledger.ts';
import { ServerProcess } from './ServerProcess.ts';
import { seeded } from './seeded.ts';
import { Writer } from './Writer.ts';

const writerCount = 8;
const everyMs = 50;
const healMsMax = 20_000;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = { server: faultSize('F1'), database: faultSize('F3') };

describe(`kill -9 under ${writerCount} writers, seed ${seed}`, () => {
  const mapId = 'map_faults000001';
  const docId = `${mapId}/content`;
  const random = seeded(seed);
  const writers: Writer[] = [];
  let database: TestDatabase;
  let server: ServerProcess;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    database = await startTestDatabase();
    const port = await freePort();
    server = new ServerProcess({ uri: database.uri, port, mapIds: [mapId] });
    await server.start();
    for (let n = 0; n < writerCount; n++) {
      writers.push(new Writer(`w${n}`, server.url, mapId, random));
    }
    await allSaved();
    for (const writer of writers) writer.start(everyMs);
  }, 90_000);

  afterAll(async () => {
    for (const writer of writers) {
      writer.stop();
      await writer.map.destroy();
    }
    await server.kill();
    await database.stop();
  });

  const allSaved = (): Promise<void> =>
    until(
      'everybody is connected and saved',
      () =>
        writers.every(
          ({ acked, written, map }) =>
            map.status.kind === 'saved' ||
            (map.status.kind === 'saving' && acked > 0 && acked > written.length - 40),
        ),
      healMsMax,
    );

  /** The moment of a kill: after a seeded number of further acknowledged writes, whatever this machine is doing. */
  const underLoad = (): Promise<void> => {
    const acked = () => writers.reduce((sum, writer) => sum + writer.acked, 0);
    const enough = acked() + 1 + Math.floor(random() * 200);
    return until('enough is acknowledged', () => acked() >= enough, healMsMax);
  };

  it(`[FAULT1] the server, ${rounds.server} times: nothing acknowledged or seen is lost`, async () => {
    for (let round = 0; round < rounds.server; round++) {
      await underLoad();
      await server.kill();
      await until('everybody noticed', () => writers.every(({ map }) => map.status.kind === 'offline'));
      // Read past the server, before anybody could send again what was lost.
      const ledger = compare(writers, await stored(database.connection, docId), false);
      expect({ round, ...ledger }).toEqual({ round, ...clean });
      await server.start();
      const progress = writers.map(({ acked }) => acked);
      await Promise.all(writers.map(({ map }) => map.retryNow()));
      await until(
        'everybody is saved again',
        () => writers.every(({ acked }, n) => acked > (progress[n] ?? 0)),
        healMsMax,
      );
    }
  }, 240_000);

  it(`[FAULT2] the database, ${rounds.database} times: nothing acknowledged or seen is lost`, async () => {
    for (let round = 0; round < rounds.database; round++) {
      await underLoad();
      const pid = database.pid();
      if (pid === null) throw new Error('the database is not running');
      process.kill(pid, 'SIGKILL');
      await until('the database is back', () => database.pid() !== null && database.pid() !== pid, healMsMax);
      // Taken before reading: whatever was told until now must be found.
      const told = tellings(writers);
      const found = await vi.waitFor(() => stored(database.connection, docId), healMsMax);
      expect({ round, ...compare(writers, found, false, told) }).toEqual({ round, ...clean });
      const progress = writers.map(({ acked }) => acked);
      await until(
        'everybody is saved again',
        () => writers.every(({ acked }, n) => acked > (progress[n] ?? 0)),
        healMsMax,
      );
    }
  }, 240_000);

  it('[FAULT3] after healing everybody has everything, once, all agree, and nothing leaks', async () => {
    for (const writer of writers) writer.stop();
    await Promise.all(writers.map(({ map }) => map.flush(healMsMax)));
    const total = writers.reduce((sum, { written }) => sum + written.length, 0);
    await until('everybody has everything', () =>
      writers.every((writer) => writer.entries().length >= total),
    );
    expect(compare(writers, await stored(database.connection, docId), true)).toEqual(clean);
    expect(tellings(writers).acked).toHaveLength(total);
    // Everybody but its author saw each entry.
    expect(tellings(writers).seen).toHaveLength(total);
    expect(server.errors).toBe('');
    await Promise.all(writers.map(({ map }) => map.destroy()));
    await expect
      .poll(() => server.held(), { timeout: healMsMax })
      .toEqual({ sockets: 0, maps: 0, unhandled: 0 });
    reportRow('F3', { seed, rounds: rounds.database, writes: total, ...clean });
  }, 60_000);
});
