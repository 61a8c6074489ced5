import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from '@jejak/embedded-mongo';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import type { Health } from '../../src/http/Health.ts';
import { addOperationRoutes } from '../../src/http/operationRoutes.ts';
import { createMetrics } from '../../src/observability/createMetrics.ts';
import { slowestAppendMs } from '../../src/observability/observeRooms.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { testConfig } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';
import { metricsOf } from './metricsOf.ts';

const backMsMax = 20_000;

async function readiness(url: string): Promise<unknown> {
  const response = await fetch(`${url}/readyz`);
  const body: unknown = await response.json();
  return { code: response.status, ...(typeof body === 'object' ? body : {}) };
}

describe('a server on a database of its own', () => {
  let engine: EmbeddedMongo;
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'jejak-test-db-'));

  beforeAll(async () => {
    engine = await startEmbeddedMongo({ dataDir: folder, log: () => {} });
    server = await startTestServer({ env: { MONGODB_URI: engine.uri.replace('/?', '/ready?') } });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[OPS3] is not ready while its database is frozen, and ready again by itself', async () => {
    expect(await readiness(server.url)).toEqual({ code: 200, status: 'ready' });
    const frozen = engine.pid ?? 0;
    process.kill(frozen, 'SIGSTOP');
    try {
      expect(await readiness(server.url)).toEqual({ code: 503, status: 'database away' });
      expect((await metricsOf(server.url)).get('jejak_ready')).toBe(0);
      // The process is well all the time: nobody should restart it.
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    } finally {
      process.kill(frozen, 'SIGCONT');
    }
    await expect
      .poll(() => readiness(server.url), { timeout: backMsMax })
      .toEqual({ code: 200, status: 'ready' });
    expect((await metricsOf(server.url)).get('jejak_ready')).toBe(1);
  }, 60_000);

  it('[OPS3] is not ready while a database that answers refuses writes', async () => {
    const probes = server.database.connection.collection('probes');
    // From here on there is no room for the document that is written as a probe.
    await probes.deleteMany({});
    await probes.insertOne({ at: new Date() });
    await probes.createIndex({ nothing: 1 }, { unique: true, name: 'one' });
    await expect
      .poll(() => readiness(server.url), { timeout: backMsMax })
      .toEqual({ code: 503, status: 'writes fail' });
    expect(await server.database.answers()).toBe(true);
    await probes.dropIndex('one');
    await expect
      .poll(() => readiness(server.url), { timeout: backMsMax })
      .toEqual({ code: 200, status: 'ready' });
  }, 60_000);
});

/** A log that does not come back from an append until it is told to. */
class HangingLog extends MemoryUpdateLog {
  #hanging: (() => void)[] | null = [];

  recover(): void {
    const hanging = this.#hanging ?? [];
    this.#hanging = null;
    for (const go of hanging) go();
  }

  override async append(entry: LogEntry): Promise<AppendResult> {
    const hanging = this.#hanging;
    if (hanging !== null) await new Promise<void>((resolve) => hanging.push(resolve));
    return super.append(entry);
  }
}

it('[OPS3] an append that hangs is noticed, whatever the log is kept in, and forgotten when it lands', async () => {
  const log = new HangingLog();
  const rooms = createRooms({
    log,
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger: pino({ level: 'silent' }),
  });
  onTestFinished(() => rooms.close());
  const slowest = (inMs: number) => slowestAppendMs(rooms.registry, performance.now() + inMs);
  const creating = rooms.liveMaps.create('map_ready0000001', (docs) => {
    docs.content.getMap('cards').set('a', 1);
  });
  creating.catch(() => {});
  expect(slowest(10_000)).toBe(0);
  log.recover();
  await creating;
  const hanging = new HangingLog();
  log.append = (entry) => hanging.append(entry);
  const lease = await rooms.registry.acquire('map_ready0000001');
  onTestFinished(lease.release);
  lease.map.content.edit((doc) => doc.getMap('cards').set('b', 2));
  await until('the append is under way', () => slowest(10_000) > 9_000);
  hanging.recover();
  await until('it has landed', () => slowest(10_000) === 0);
}, 30_000);

it('[OPS3] [DOOR3] a node that ends is not ready, without asking its database', async () => {
  const app = express();
  const health: Health = {
    draining: () => true,
    problem: () => Promise.reject(new Error('asked')),
  };
  const clientOf = () => ({
    address: '127.0.0.1',
    protocol: 'http' as const,
    host: '',
    forwardedByStranger: false,
    claimedAddresses: [],
  });
  addOperationRoutes(app, { config: testConfig(), health, metrics: createMetrics(), clientOf });
  const server = createServer(app).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  expect(await readiness(`http://127.0.0.1:${address.port}`)).toEqual({ code: 503, status: 'draining' });
}, 30_000);
