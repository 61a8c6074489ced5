import { CloseCode, offlineWorkBytesMax } from '@jejak/protocol';
import {
  connectMap,
  type MapConnection,
  type MapConnectionOptions,
  type MapStatus,
} from '@jejak/sync-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { presentEpoch } from './presentEpoch.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { transportModel } from './transportModel.ts';
import { until } from './until.ts';

const mapId = 'map_offlinework1';
const ends: (() => Promise<unknown>)[] = [];

async function open(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  const server = await startSyncServer(options);
  ends.unshift(() => server.stop());
  await server.createMap(mapId);
  return server;
}

function join(server: SyncServer, as: string, options: Partial<MapConnectionOptions> = {}): MapConnection {
  const map = connectMap({
    url: server.url,
    mapId,
    // The browser's type lacks what Node's has and the other way round.
    WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
    params: async () => ({ as }),
    random: () => 0,
    ...options,
  });
  ends.unshift(() => map.destroy());
  return map;
}

const text = 'x'.repeat(20_000);

/** Writes so many texts of 20 kB, each an edit of its own. */
function write({ docs }: MapConnection, count: number): void {
  for (let n = 0; n < count; n++) docs.content.getMap('emotionScores').set(`${text.length}-${n}`, text);
}

function written({ docs }: MapConnection): number {
  return docs.content.getMap('emotionScores').size;
}

/** A map connection that was live, and has written while its sockets were away. */
async function offline(server: SyncServer, map: MapConnection, count: number): Promise<readonly MapStatus[]> {
  await map.flush();
  const seen: MapStatus[] = [];
  map.onStatus((status) => seen.push(status));
  server.rooms.directory.closeAll(CloseCode.Restart, 'test');
  await until('offline', () => map.status.kind === 'offline');
  write(map, count);
  return seen;
}

async function post(server: SyncServer, query: string, body: Uint8Array, type = 'application/octet-stream') {
  const epoch = query.includes('epoch=') ? '' : `&epoch=${await presentEpoch(server.rooms, mapId)}`;
  const address = `${server.url.replace('ws', 'http')}/${mapId}/content/work?${query}${epoch}`;
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer, retryAfter: response.headers.get('retry-after') };
}

/** An update by somebody who was never here. */
function updateOf(count: number, length = 20_000): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < count; n++) doc.getMap('emotionScores').set(`u${n}`, 'y'.repeat(length));
  });
  return Y.encodeStateAsUpdate(doc);
}

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('large offline work', () => {
  it('[SYNC36] below a message it goes over the socket, above 64 KiB tried in a thread first', async () => {
    const server = await open();
    const anna = join(server, 'anna');
    const seen = await offline(server, anna, 30);
    await anna.flush();
    expect(seen.map(({ kind }) => kind)).not.toContain('sending');
    const reader = join(server, 'reader');
    await reader.flush();
    expect(written(reader)).toBe(30);
  });

  it('[SYNC36] above a message it is uploaded, is told to be on its way, and then everything goes on live', async () => {
    const server = await open();
    const [anna, reader] = [join(server, 'anna'), join(server, 'reader')];
    await reader.flush();
    const seen = await offline(server, anna, 80);
    await anna.flush();
    const sending = seen.find(({ kind }) => kind === 'sending');
    expect(sending).toMatchObject({ bytes: expect.toSatisfy((bytes: number) => bytes > 1_600_000) });
    expect(seen.at(-1)).toEqual({ kind: 'saved' });
    await until('others see it', () => written(reader) === 80);
    anna.docs.content.getMap('emotionScores').set('after', 1);
    await until('others see what came after', () => written(reader) === 81);
  });

  it('[SYNC36] an edit above what an update may be goes the same way', async () => {
    const server = await open();
    const [anna, reader] = [join(server, 'anna'), join(server, 'reader')];
    await Promise.all([anna.flush(), reader.flush()]);
    anna.docs.content.transact(() => write(anna, 20));
    await anna.flush();
    await until('others see it', () => written(reader) === 20);
  });

  it('[SYNC36] more single edits than a state may hold go the same way', async () => {
    const server = await open();
    const anna = join(server, 'anna');
    await anna.flush();
    const seen: MapStatus[] = [];
    anna.onStatus((status) => seen.push(status));
    server.rooms.directory.closeAll(CloseCode.Restart, 'test');
    await until('offline', () => anna.status.kind === 'offline');
    for (let n = 0; n < 6_000; n++) anna.docs.content.getMap('emotionScores').set(`e${n}`, n % 5);
    await anna.flush(20_000);
    expect(seen.map(({ kind }) => kind)).toContain('sending');
    const reader = join(server, 'reader');
    await reader.flush();
    expect(written(reader)).toBe(6_000);
  });

  it('[SYNC36] what may not be saved now is tried again until it is', async () => {
    const server = await open();
    const anna = join(server, 'anna', {
      fetch: async (...given) => {
        refusals += 1;
        if (refusals === 1) return new Response('', { status: 429, headers: { 'retry-after': '0' } });
        if (refusals < 6) throw new TypeError('fetch failed');
        return fetch(...given);
      },
    });
    let refusals = 0;
    await offline(server, anna, 60);
    await anna.flush(20_000);
    expect(refusals).toBe(6);
  });

  it('[SYNC36] large work in both documents goes one after the other', async () => {
    const server = await open();
    let statuses: number[] = [];
    const anna = join(server, 'anna', {
      fetch: async (...given) => {
        const response = await fetch(...given);
        statuses = [...statuses, response.status];
        return response;
      },
    });
    await offline(server, anna, 60);
    for (let n = 0; n < 60; n++) anna.docs.structure.getMap('meta').set(`${n}`, text);
    await anna.flush(20_000);
    expect(statuses).toEqual([200, 200]);
  });

  it('[SYNC36] what will never be taken ends with a clear code, is not sent again, and is still here', async () => {
    const server = await open();
    let uploads = 0;
    const anna = join(server, 'anna', {
      fetch: (...given) => {
        uploads += 1;
        return fetch(...given);
      },
    });
    await offline(server, anna, Math.ceil(offlineWorkBytesMax / 20_000) + 1);
    await until('refused', () => anna.status.kind === 'refused');
    expect(anna.status).toEqual({ kind: 'refused', code: CloseCode.TooLarge });
    expect(uploads).toBe(0);
    expect(written(anna)).toBeGreaterThan(400);
  });

  it('[SYNC36] who lost the right to write is told, and nothing is lost here', async () => {
    const server = await open();
    let readOnly = '0';
    const anna = join(server, 'anna', { params: async () => ({ as: 'anna', readOnly }) });
    await offline(server, anna, 60);
    readOnly = '1';
    await until('refused', () => anna.status.kind === 'refused');
    expect(anna.status).toEqual({ kind: 'refused', code: CloseCode.Forbidden });
    expect(written(anna)).toBe(60);
  });
});

describe('work of which nothing stays', () => {
  it('[SYNC36] a text filled and emptied again and again while away is taken, although undo keeps every letter', async () => {
    const server = await open();
    const anna = join(server, 'anna');
    await anna.flush();
    const seen: MapStatus[] = [];
    anna.onStatus((status) => seen.push(status));
    const undo = new Y.UndoManager(anna.docs.content.getMap('cards'));
    server.rooms.directory.closeAll(CloseCode.Restart, 'test');
    await until('offline', () => anna.status.kind === 'offline');
    const field = new Y.Text();
    anna.docs.content.getMap('cards').set('crd_1', new Y.Map([['text.en', field]]));
    for (let round = 0; round < 3; round++) {
      field.insert(0, text);
      field.delete(0, text.length);
    }
    await anna.flush();
    undo.undo();
    await anna.flush();
    undo.destroy();
    expect(seen.map(({ kind }) => kind)).not.toContain('refused');
  });
});

describe('a large message', () => {
  it('[HEAVY1] what its sender says after it waits for it, in order; others do not wait', async () => {
    const server = await open();
    const doc = new Y.Doc();
    const writer = new PlainClient(`${server.url}/${mapId}/content?ack=1&as=anna`, { doc, speaks: false });
    const other = new PlainClient(`${server.url}/${mapId}/content?ack=1&as=budi`);
    ends.unshift(
      async () => writer.drop(),
      async () => other.drop(),
    );
    const { stateVector } = await writer.got('step1');
    await other.ready();
    doc.transact(() => {
      for (let n = 0; n < 20; n++) doc.getMap('emotionScores').set(`large${n}`, text);
    });
    writer.answer(stateVector);
    doc.on('update', (update: Uint8Array) => writer.update(update));
    for (let n = 0; n < 5; n++) doc.getMap('emotionScores').set(`after${n}`, n);
    other.doc.getMap('emotionScores').set('other', 1);
    await writer.got('saved', ({ count }) => count === 6);
    await other.until('all', (copy) => copy.getMap('emotionScores').size === 26);
    expect(writer.all('step1')).toHaveLength(1);
  });
});

describe('the address for work', () => {
  it('[WORKUP3] answers with the sequence once it is journaled, and again for the same bytes', async () => {
    const server = await open();
    const update = updateOf(100);
    const { status, answer } = await post(server, 'as=anna', update);
    expect({ status, answer }).toEqual({ status: 200, answer: { seq: expect.any(Number) } });
    const reader = join(server, 'reader');
    await reader.flush();
    expect(written(reader)).toBe(100);
    expect((await post(server, 'as=anna', update)).status).toBe(200);
    expect(server.rooms.directory.count(mapId, 'anna').user).toBe(0);
  });

  it('[WORKUP4] refuses with a code what a socket would be closed for', async () => {
    const server = await open();
    const update = updateOf(10);
    const refused = async (query: string, body = update, type?: string) => {
      const { status, answer } = await post(server, query, body, type);
      return [status, typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null];
    };
    expect(await refused('as=nobody')).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refused('as=stranger')).toEqual([404, 'NOT_FOUND']);
    expect(await refused('as=anna&readOnly=1')).toEqual([403, 'FORBIDDEN']);
    expect(await refused('as=anna&epoch=1')).toEqual([409, 'CONFLICT']);
    for (const epoch of ['', '0', '-1', '1.5', 'x', '12345678901'])
      expect(await refused(`as=anna&epoch=${epoch}`)).toEqual([400, 'INVALID']);
    expect(await refused('as=anna', update, 'text/plain')).toEqual([400, 'INVALID']);
    expect(await refused('as=anna', new Uint8Array(100).fill(7))).toEqual([400, 'INVALID']);
    expect(await refused('as=budi', new Uint8Array(offlineWorkBytesMax + 1))).toEqual([413, 'TOO_LARGE']);
    expect(server.rooms.registry.peek(mapId)?.content.tail).toBe(1);
  });

  it('[WORKUP4] takes nothing of another format: its client is told why by the socket it comes back with', async () => {
    const server = await open();
    const { format } = transportModel;
    for (const other of [format - 1, format + 1]) {
      const { status, retryAfter } = await post(server, `as=anna&format=${other}`, updateOf(1));
      expect([status, retryAfter]).toEqual([503, '1']);
    }
    expect((await post(server, `as=anna&format=${format}`, updateOf(1))).status).toBe(200);
  });

  it('[WORKUP4] a foreign page cannot use the cookie', async () => {
    const server = await open();
    const response = await fetch(`${server.url.replace('ws', 'http')}/${mapId}/content/work?as=anna`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        cookie: 'session=1',
        origin: 'https://elsewhere.example',
      },
      body: new Uint8Array(updateOf(1)),
    });
    expect(response.status).toBe(403);
    await response.body?.cancel();
  });

  it('[WORKUP7] on a node that is behind it is taken once that has read what other nodes journaled', async () => {
    const shared = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const node = await open(shared);
    const behind = await startSyncServer(shared);
    ends.unshift(() => behind.stop());
    const lease = await behind.rooms.registry.acquire(mapId);
    const doc = new Y.Doc();
    doc.getMap('emotionScores').set('ground', 1);
    expect((await post(node, 'as=anna', Y.encodeStateAsUpdate(doc))).status).toBe(200);
    const known = Y.encodeStateVector(doc);
    doc.getMap('emotionScores').set('work', 2);
    const work = Y.encodeStateAsUpdate(doc, known);
    expect((await post(behind, 'as=anna', work)).status).toBe(200);
    expect([...lease.map.content.doc.getMap('emotionScores').keys()].sort()).toEqual(['ground', 'work']);
    lease.release();
  });

  it('[GATE2] [GATE6] what no honest client sends is counted here too: the second time closes all windows', async () => {
    const server = await open();
    const refused = vi.spyOn(server.rooms.metrics, 'refused');
    const window = await new PlainClient(`${server.url}/${mapId}/content?as=anna`).ready();
    ends.unshift(async () => window.drop());
    const bad = new Uint8Array(100).fill(7);
    expect((await post(server, 'as=anna', bad)).status).toBe(400);
    window.doc.getMap('cards').set('crd_1', 1);
    await until('the window goes on', () => server.rooms.registry.peek(mapId)?.content.tail === 2);
    expect((await post(server, 'as=anna', bad)).status).toBe(400);
    expect(await window.closed).toBe(CloseCode.Forbidden);
    expect((await post(server, 'as=anna', updateOf(1))).status).toBe(403);
    expect(refused.mock.calls.flat()).toEqual(['malformed', 'malformed']);
  });

  it('[WORKUP5] one at a time per person', async () => {
    const server = await open();
    const update = updateOf(60);
    const answers = await Promise.all([1, 2, 3].map(() => post(server, 'as=anna', update)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.retryAfter).toBe('2');
  });

  it('[WORKUP6] access that ends while it is on its way ends it', async () => {
    const server = await open();
    const update = updateOf(60);
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(update.subarray(0, 1_000));
        await until('it is on its way', () => server.rooms.directory.count(mapId, 'anna').user === 1);
        await server.rooms.liveMaps.disconnect({ userId: 'anna' }, CloseCode.Forbidden);
        controller.enqueue(update.subarray(1_000));
        controller.close();
      },
    });
    const epoch = await presentEpoch(server.rooms, mapId);
    const address = `${server.url.replace('ws', 'http')}/${mapId}/content/work?as=anna&epoch=${epoch}`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(403);
    await response.body?.cancel();
    expect(server.rooms.registry.peek(mapId)?.content.tail).toBe(1);
  });
});
