import { spawn } from 'node:child_process';
import { freePort } from '@jejak/testbed';

const startMsMax = 10_000;

/** A Redis that keeps nothing, for as long as it is measured. */
export interface Redis {
  readonly url: string;
  readonly pid: number;
  close(): Promise<void>;
}

/** Starts the `redis-server` of the system. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('redis-server did not start')), startMsMax);
    child.once('error', (cause) => {
      clearTimeout(timer);
      reject(new Error('This row needs redis-server (Debian package redis-server).', { cause }));
    });
    child.stdout.on('data', (text: Buffer) => {
      if (!text.toString().includes('Ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
