import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SourceServer } from './SourceServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'jejak-commands-'));
const file = join(folder, 'jejak.backup.gz');
let server: SourceServer;

beforeAll(async () => {
  server = new SourceServer({ LOG_LEVEL: 'warn' });
  await server.start();
  await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
}, 90_000);
afterAll(async () => {
  await server.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm run backup` or `npm run restore` as far as the server has a part in it. */
async function run(command: 'backup' | 'restore', dataDir: string, ...args: string[]) {
  const main = join(import.meta.dirname, `../../src/${command}Command.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const read = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const [code]: unknown[] = await once(child, 'close');
  return { code, said };
}

it('[OPS4] [OPS5] the embedded database is backed up beside its server and restored elsewhere, not under it', async () => {
  const made = await run('backup', server.folder, file);
  expect(made).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1 maps and 1 accounts .*\nEvery edit saved before /),
  });
  const under = await run('restore', server.folder, file, '--replace');
  expect(under).toEqual({
    code: 1,
    said: expect.stringMatching(/^The server is running on this data folder\..*\n$/),
  });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  expect(await server.stop()).toBe(0);
  expect(existsSync(join(server.folder, 'db.address'))).toBe(false);
  const elsewhere = join(folder, 'elsewhere');
  expect(await run('restore', elsewhere, file)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Restored 2 documents/),
  });
}, 90_000);
