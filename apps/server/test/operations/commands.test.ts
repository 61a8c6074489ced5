import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkspace } from '@jejak/testbed';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { testMongoUri } from '../startTestServer.ts';
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
async function run(
  command: 'backup' | 'restore',
  settings: Readonly<Record<string, string>>,
  ...args: string[]
) {
  const main = join(import.meta.dirname, `../../src/${command}Command.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
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
  const made = await run('backup', { DATA_DIR: server.folder }, file);
  expect(made).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1 maps and 1 accounts .*\nEvery edit saved before /),
  });
  const under = await run('restore', { DATA_DIR: server.folder }, file, '--replace');
  expect(under).toEqual({
    code: 1,
    said: expect.stringMatching(/^The server is running on this data folder\..*\n$/),
  });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  expect(await server.stop()).toBe(0);
  expect(existsSync(join(server.folder, 'db.address'))).toBe(false);
  const elsewhere = join(folder, 'elsewhere');
  expect(await run('restore', { DATA_DIR: elsewhere }, file)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Restored 2 documents/),
  });
}, 90_000);

it('[OPS5] nothing is restored under a server whose database is its own, though nobody asked it anything', async () => {
  const MONGODB_URI = await testMongoUri();
  const shared = new SourceServer({ LOG_LEVEL: 'warn', MONGODB_URI, AUTH_SECRET: 'x'.repeat(40) });
  onTestFinished(() => shared.dispose());
  await shared.start();
  expect(await run('restore', { MONGODB_URI }, file, '--replace')).toEqual({
    code: 1,
    said: 'Looking whether a server works on this database …\nA server works on this database. Stop every server and try again. Nothing was restored.\n',
  });
  expect(await shared.stop()).toBe(0);
  expect(await run('restore', { MONGODB_URI }, file, '--replace')).toMatchObject({ code: 0 });
}, 120_000);
