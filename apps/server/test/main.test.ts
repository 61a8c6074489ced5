import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

let web: Server;
let webUrl = '';
const started: ChildProcess[] = [];
const folders: string[] = [];

beforeAll(async () => {
  web = createServer((_request, response) => response.end('a page'));
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  webUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(() => {
  web.closeAllConnections();
  web.close();
});
afterEach(async () => {
  await Promise.all(
    started.splice(0).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // Asked, not killed: its database must have stopped writing before its folder goes.
      const exited = once(child, 'exit', { signal: AbortSignal.timeout(15_000) });
      child.kill('SIGTERM');
      await exited;
    }),
  );
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** Starts the server as `npm start` does and gathers what it prints. */
function start(env: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  ready: Promise<string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'jejak-main-'));
  folders.push(folder);
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      DATA_DIR: folder,
      WEB_URL: webUrl,
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /Jejak is ready: (\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(text)));
  });
  ready.catch(() => {});
  return { child, output: () => text, ready };
}

test('starts with no settings, says what it chose, ends its output with one address, and serves there', async () => {
  const { ready, output } = start({});
  const url = await ready;
  expect(output()).toContain('Database: embedded, data in ');
  expect(output()).toContain('Bus: in this process');
  expect(output().match(/https?:\/\//g)).toHaveLength(1);
  expect(output().trimEnd().endsWith(url)).toBe(true);
  expect(await (await fetch(url)).text()).toBe('a page');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
}, 60_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[DOOR10] %s ends the process with 0 within 10 s',
  async (signal) => {
    const { child, ready } = start({});
    const url = await ready;
    await fetch(`${url}/healthz`);
    child.kill(signal);
    const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
    expect(code).toBe(0);
  },
  60_000,
);

test('a bad setting ends the start with its name, its problem and an example', async () => {
  const { child, output } = start({ PORT: 'eighty' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(output()).toContain('PORT must be a port from 0 to 65535, but it is "eighty". Example: PORT=3000');
  expect(output()).not.toContain('at loadConfig');
}, 30_000);

test('a port that is taken ends the start and names another', async () => {
  const taken = new URL(webUrl).port;
  const { child, output } = start({ PORT: taken });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(output()).toContain(`Port ${taken} on 127.0.0.1 is in use.`);
}, 30_000);

test('its database ends with it even when it is killed', async () => {
  const { child, ready } = start({});
  await ready;
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  expect(children.length).toBeGreaterThan(0);
  child.kill('SIGKILL');
  const alive = () =>
    children.filter((pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        return false;
      }
    });
  await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
}, 60_000);
