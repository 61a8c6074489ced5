import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Ends the whole group that npm leads; none may be left when a test fails. */
function endAll(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // They have all ended, as they should.
  }
}

describe('npm start', () => {
  it.each([
    // A service manager tells the program it started; a terminal tells everything that runs in it.
    ['npm is told to end', 'SIGTERM', (pid: number) => pid],
    ['somebody presses Ctrl+C', 'SIGINT', (pid: number) => -pid],
  ] as const)('serves until %s, and nothing of it stays', async (_how, signal, told) => {
    const folder = mkdtempSync(join(tmpdir(), 'jejak-start-'));
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (npm.pid === undefined) throw new Error('npm did not start');
    const gone = once(npm, 'exit');
    const silent = once(npm.stdout, 'close');
    try {
      let output = '';
      const url = await new Promise<string>((resolve, reject) => {
        const read = (chunk: Buffer) => {
          output += chunk.toString();
          const address = /ready: (http\S+)/.exec(output)?.[1];
          if (address !== undefined) resolve(address);
        };
        npm.stdout.on('data', read);
        npm.stderr.on('data', read);
        npm.once('exit', () => reject(new Error(`npm start ended:\n${output}`)));
      });
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      process.kill(told(npm.pid), signal);
      // Every program below npm holds its output open: it closes when the last of them has ended.
      await Promise.all([gone, silent]);
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    } finally {
      endAll(npm.pid);
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    }
  });
});
