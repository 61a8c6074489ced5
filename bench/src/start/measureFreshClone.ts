import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, TestWorkspace } from '@jejak/testbed';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readyMsMax = 5 * 60_000;

/**
 * Seconds from `npm start` in a fresh clone whose packages are installed, nothing built, to the first map on the
 * screen's side of the wire: set up, and its page answered.
 */
export async function measureFreshClone(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'jejak-clone-'));
  let child: ChildProcess | null = null;
  try {
    const clone = join(folder, 'jejak');
    execFileSync('git', ['clone', '--quiet', root, clone]);
    for (const packages of installedFolders()) {
      cpSync(join(root, packages), join(clone, packages), { recursive: true, verbatimSymlinks: true });
    }
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const began = performance.now();
    child = spawn(process.execPath, ['packages/tooling/src/start.mjs'], {
      cwd: clone,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await ready(child);
    await openFirstMap(url);
    return (performance.now() - began) / 1000;
  } finally {
    if (child !== null && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Where npm put packages: the root's folder, and those of workspaces that want another version. */
function installedFolders(): string[] {
  const workspaces = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}`),
  );
  return ['.', 'bench', ...workspaces]
    .map((workspace) => join(workspace, 'node_modules'))
    .filter((path) => existsSync(join(root, path)));
}

async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), readyMsMax);
    child.once('exit', () => reject(new Error(`ended while starting:\n${output}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!/ready: http/.test(output)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function openFirstMap(url: string): Promise<void> {
  const workspace = await TestWorkspace.setUp(url, { name: 'Bench', locale: 'en', team: 'PRODUCT' });
  const headers = { cookie: workspace.owner.cookie };
  const page = await fetch(`${url}/en/maps/${workspace.sampleMapId}`, { headers });
  if (!(await page.text()).includes('data-card-id')) throw new Error(`the map answered ${page.status}`);
}
