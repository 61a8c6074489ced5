import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const started = [];
afterEach(() => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
});

const keepRunning = pathToFileURL(fileURLToPath(new URL('../src/keepRunning.mjs', import.meta.url))).href;
const script = (childCode) => `
  import { keepRunning } from ${JSON.stringify(keepRunning)};
  const args = ['-e', ${JSON.stringify(childCode)}];
  process.exitCode = await keepRunning([{ program: process.execPath, args, env: {} }]);`;
/** Lives until told to end, says its pid, and ends with 7 on a signal or when its channel closes. */
const server = `
  process.on('SIGTERM', () => process.exit(7));
  process.on('disconnect', () => process.exit(7));
  setInterval(() => {}, 1000);
  console.log('pid ' + process.pid);`;

async function start(command, args, env = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  started.push(child);
  for await (const chunk of child.stdout) {
    const pid = /pid (\d+)/.exec(String(chunk))?.[1];
    if (pid !== undefined) return { child, pid: Number(pid) };
  }
  throw new Error('it said nothing');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a signal reaches the program, and its exit code comes back', async () => {
  const { child } = await start(process.execPath, ['--input-type=module', '-e', script(server)]);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});

test('the program ends when the script is killed', async () => {
  const { child, pid } = await start(process.execPath, ['--input-type=module', '-e', script(server)]);
  child.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

test('the program ends when the shell between npm and the script dies of a signal', async () => {
  const command = `${process.execPath} --input-type=module -e '${script(server).replaceAll("'", `'"'"'`)}'; true`;
  const { child, pid } = await start('sh', ['-c', command], { npm_lifecycle_event: 'start' });
  child.kill('SIGTERM');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

test('the program ends when npm is killed and the shell below it lives on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejak-npm-'));
  try {
    writeFileSync(join(folder, 'main.mjs'), script(server));
    // The shell has more to do afterwards, so that it cannot become the program.
    const command = `${JSON.stringify(process.execPath)} main.mjs; true`;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: command } }));
    const { child, pid } = await start('npm', ['start', '--prefix', folder]);
    child.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
