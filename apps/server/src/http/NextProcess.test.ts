import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../observability/createLogger.ts';
import { type NextProcess, startNextProcess, webDirectory } from './NextProcess.ts';

let directory = '';
const running: NextProcess[] = [];

/** A web app whose "Next" answers with what it was told. */
const fakeNext = `
module.exports = () => ({
  prepare: async () => {},
  getRequestHandler: () => async (request, response) => {
    if (request.url === '/die') process.exit(3);
    response.end(JSON.stringify({ internalUrl: process.env.JEJAK_INTERNAL_URL, secret: process.env.AUTH_SECRET ?? null }));
  },
  getUpgradeHandler: () => async () => {},
});`;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jejak-web-'));
  mkdirSync(join(directory, 'node_modules/next'), { recursive: true });
  mkdirSync(join(directory, '.next'));
  writeFileSync(join(directory, 'package.json'), '{}');
  writeFileSync(join(directory, '.next/BUILD_ID'), 'x');
  writeFileSync(join(directory, 'node_modules/next/package.json'), '{"name":"next","main":"index.js"}');
  writeFileSync(join(directory, 'node_modules/next/index.js'), fakeNext);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((web) => web.stop()));
  rmSync(directory, { recursive: true, force: true });
});

function start(): NextProcess {
  const log = createLogger({ logLevel: 'silent' });
  const web = startNextProcess({ internalUrl: 'http://127.0.0.1:1', development: false, log, directory });
  running.push(web);
  return web;
}

async function ask(web: NextProcess, path = '/'): Promise<Response> {
  const address = await web.find(20_000);
  if (address === null) throw new Error('no web process');
  return fetch(`http://${address.host}:${address.port}${path}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('[DOOR9] the web process is told where the server is and no secret', async () => {
  process.env.AUTH_SECRET = 'not for children';
  try {
    const web = start();
    await web.started;
    expect(await (await ask(web)).json()).toEqual({ internalUrl: 'http://127.0.0.1:1', secret: null });
  } finally {
    delete process.env.AUTH_SECRET;
  }
}, 40_000);

test('[DOOR9] a web process that dies is started again', async () => {
  const web = start();
  await web.started;
  const first = web.pid;
  await expect(ask(web, '/die')).rejects.toThrow();
  await expect.poll(() => web.pid, { timeout: 20_000 }).not.toBe(first);
  await expect.poll(async () => (await ask(web).catch(() => null))?.status, { timeout: 20_000 }).toBe(200);
  expect(web.pid).not.toBe(first);
}, 60_000);

test('[DOOR9] stop ends it for good, and nobody finds it any more in time', async () => {
  const web = start();
  await web.started;
  const pid = web.pid ?? 0;
  await web.stop();
  expect(isAlive(pid)).toBe(false);
}, 40_000);

test('[DOOR8] looking for a web process that does not come is bounded', async () => {
  writeFileSync(join(directory, 'node_modules/next/index.js'), 'throw new Error("broken");');
  const web = start();
  await expect(web.started).rejects.toThrow('ended while starting');
  expect(await web.find(1)).toBe(null);
}, 40_000);

test('a web app that is not built is reported with what to do', () => {
  rmSync(join(directory, '.next'), { recursive: true });
  expect(start).toThrow('npm start');
});

test('the web app is found beside the server', () => {
  expect(existsSync(join(webDirectory(), 'package.json'))).toBe(true);
});
