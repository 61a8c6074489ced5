import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@jejak/embedded-mongo';
import { TestWorkspace } from '@jejak/testbed';
import { expect, it, onTestFinished } from 'vitest';
import { startTestServer } from '../startTestServer.ts';

const rounds = 2;
const backMsMax = 30_000;

it('[DB2] a server whose database froze and was killed works with it again, without a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejak-test-db-'));
  const engine = await startEmbeddedMongo({ dataDir: folder, log: () => {} });
  const server = await startTestServer({ env: { MONGODB_URI: engine.uri.replace('/?', '/killed?') } });
  onTestFinished(async () => {
    await server.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const workspace = await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
  const { database } = server;

  for (let round = 1; round <= rounds; round++) {
    const frozen = engine.pid ?? 0;
    process.kill(frozen, 'SIGSTOP');
    const asked = workspace.createMap('Asked while frozen').catch(() => null);
    // Asked of a frozen process: each look ends without an answer.
    for (let look = 0; look < 3; look++) expect(await database.answers()).toBe(false);
    process.kill(frozen, 'SIGCONT');
    await asked;
    const underWay = Array.from({ length: 6 }, () => workspace.createMap('Cut off').catch(() => null));
    await Promise.race(underWay);
    process.kill(frozen, 'SIGKILL');
    await Promise.all(underWay);

    const end = Date.now() + backMsMax;
    while (!(await database.answers())) {
      if (Date.now() > end) throw new Error(`round ${round}: not back after ${backMsMax} ms`);
    }
    expect(await workspace.createMap(`After round ${round}`)).toMatch(/^map_/);
  }
}, 180_000);
