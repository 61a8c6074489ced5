import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { doorLimits } from '@jejak/protocol';
import { afterEach, expect, test } from 'vitest';
import { createLimitedServer, type DoorLimits } from './createFrontDoor.ts';

const open: { server: Server; sockets: Socket[] }[] = [];

afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server with lower limits, and a way to be its peer. */
async function listening(limits: Partial<DoorLimits>): Promise<() => Promise<Socket>> {
  const server = createLimitedServer({ ...doorLimits, ...limits });
  const sockets: Socket[] = [];
  open.push({ server, sockets });
  server.on('request', (_request, response) => response.end('here'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return async () => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
}

const ended = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

test('[DOOR6] whoever sends headers one by one is ended, also in the middle of an upgrade', async () => {
  const peer = await listening({ headersMsMax: 200 });
  for (const head of [
    'GET / HTTP/1.1\r\nHost: x\r\n',
    'GET /sync/map_1/content HTTP/1.1\r\nUpgrade: websocket\r\n',
  ]) {
    const socket = await peer();
    socket.resume();
    socket.write(head);
    await ended(socket);
  }
});

test('[DOOR6] connections beyond their number are ended at once, and whoever is there is served', async () => {
  const peer = await listening({ connectionsMax: 2 });
  const [first] = [await peer(), await peer()];
  const third = await peer();
  third.resume();
  await ended(third);
  const answer = once(first, 'data');
  first.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 200 /);
});

test('[DOOR6] whoever takes too long to send a body is ended, and told', async () => {
  const peer = await listening({ requestMsMax: 1_000, headersMsMax: 1_000 });
  const socket = await peer();
  const said: string[] = [];
  socket.on('data', (chunk) => said.push(String(chunk)));
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhello');
  await ended(socket);
  // The answer of this server comes at once; the body behind it never does.
  expect(said.join('')).toMatch(/^HTTP\/1\.1 (200|408) /);
});
