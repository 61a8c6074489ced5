import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Below those that systems give to outgoing connections: nobody takes one while its server is down. */
const [first, count] = [15_000, 8_500];
const attemptsMax = 100;

/**
 * A port that is this process's until it ends: known beforehand, so that a server comes back on the one it had, though
 * nobody listens on it meanwhile. Whoever takes one listens on its marker, the port `count` below: of several processes
 * that choose the same port only one can.
 *
 * @throws Error when none of a hundred is free.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const marker = first + Math.floor(Math.random() * count);
    const mark = await listen(marker);
    if (mark === null) continue;
    const port = marker + count;
    const probe = await listen(port);
    if (probe === null) {
      await close(mark);
      continue;
    }
    await close(probe);
    // It ends with the process, and does not keep it.
    mark.unref();
    return port;
  }
  throw new Error(`no free port after ${attemptsMax} attempts`);
}

async function listen(port: number): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return null;
  }
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
