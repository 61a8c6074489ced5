import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections: nobody takes one while its server is down. */
const [first, count] = [15_000, 17_000];
const attemptsMax = 100;

/** A port nobody listens on: known beforehand, so that a server comes back on the one it had. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port after ${attemptsMax} attempts`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
