import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ProtocolBed } from './protocolBed.ts';

let bed: ProtocolBed;

beforeAll(async () => {
  // The server's clock is the subject; sockets and the database go on as they are.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  bed = await ProtocolBed.start();
});
afterAll(async () => {
  vi.useRealTimers();
  await bed.close();
});

it('[PROTO12] "Within 25 s something comes from the server", on both parts', async () => {
  const mapId = await bed.map();
  for (const part of ['structure', 'content'] as const) {
    const client = await bed.client(mapId, { part, query: '' }).ready();
    await client.settled();
    for (let round = 0; round < 3; round++) {
      const from = client.frames.length;
      const pinged = client.pinged();
      for (let beat = 0; beat < 5; beat++) vi.advanceTimersByTime(5_000);
      await pinged;
      expect(await client.got('awareness', () => true, from)).toEqual({ kind: 'awareness', entries: [] });
      await client.settled();
    }
  }
});

it('[FAULT11] who answers no ping is cut off within 35 s, however much is heard of them and has to wait', async () => {
  const mapId = await bed.map();
  const headers = { cookie: bed.owner.cookie, origin: bed.server.url };
  const socket = new WebSocket(bed.address(mapId, 'content', 'ack=1'), { headers, autoPong: false });
  await once(socket, 'message');
  const closed = once(socket, 'close');
  let isOver = false;
  void closed.then(() => {
    isOver = true;
  });
  // After a hundred messages the others have their turn, and nothing is read for a moment.
  const nothing = Buffer.from([0, 2, 2, 0, 0]);
  let seconds = 0;
  for (; seconds < 60 && !isOver; seconds += 1) {
    for (let n = 0; n < 50; n += 1) socket.send(nothing);
    const heard = new Promise((resolve) => socket.once('pong', resolve));
    socket.ping();
    await Promise.race([heard, closed]);
    // The moment passes before the second does.
    for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(1_000);
  }
  socket.terminate();
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThanOrEqual(36);
});
