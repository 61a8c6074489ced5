import { afterAll, beforeAll, expect, it, vi } from 'vitest';
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
