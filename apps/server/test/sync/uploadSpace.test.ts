import { type ClientRequest, request } from 'node:http';
import { offlineWorkBytesAtOnceMax, offlineWorkBytesMax } from '@jejak/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

const mapId = 'map_uploadspace1';
const headers = { 'content-type': 'application/octet-stream' };

it('[WORKUP10] what all upload at once is bounded before it is read; who finds no place comes back and finds one', async () => {
  const server = await startSyncServer();
  await server.createMap(mapId);
  const lease = await server.rooms.registry.acquire(mapId);
  const { epoch } = lease.map.content;
  const address = (as: string): string =>
    `${server.url.replace('ws', 'http')}/${mapId}/content/work?as=${as}&epoch=${epoch}`;
  const small = async (): Promise<Response> =>
    fetch(address('late'), {
      method: 'POST',
      headers,
      body: new Uint8Array(Y.encodeStateAsUpdate(new Y.Doc())),
    });
  const held: ClientRequest[] = [];
  try {
    const places = offlineWorkBytesAtOnceMax / offlineWorkBytesMax;
    for (let n = 0; n < places; n++) {
      // One comes in pieces, and may become as long as the others say they are.
      const length = n === 0 ? {} : { 'content-length': offlineWorkBytesMax };
      const upload = request(address(`u${n}`), { method: 'POST', headers: { ...headers, ...length } });
      upload.on('error', () => {});
      upload.write(new Uint8Array(1));
      held.push(upload);
    }
    await until('all have a place', () => server.rooms.directory.size === places);
    const late = await small();
    expect([late.status, late.headers.get('retry-after'), await late.json()]).toMatchObject([
      429,
      '2',
      { code: 'TOO_MANY_ATTEMPTS' },
    ]);
    held[0]?.destroy();
    await until('a place is free', () => server.rooms.directory.size === places - 1);
    expect((await small()).status).toBe(200);
  } finally {
    for (const upload of held) upload.destroy();
    lease.release();
    await server.stop();
  }
});
