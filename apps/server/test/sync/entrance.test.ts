import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncFrame } from '../protocol/frames.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

const mapId = 'map_entrance0001';
const ends: (() => unknown)[] = [];

async function open(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  const server = await startSyncServer(options);
  ends.unshift(() => server.stop());
  await server.createMap(mapId);
  return server;
}

function upgradeText(path: string): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: map.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  );
}

/** A plain TCP peer that has said `text`. */
async function raw(server: SyncServer, text: string): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  ends.unshift(() => socket.destroy());
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** All that the server says until it ends the connection. */
async function answerTo(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

async function peer(server: SyncServer, query: string, part = 'content'): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url}/${mapId}/${part}?ack=1&${query}`);
  socket.on('error', () => {});
  ends.unshift(() => socket.terminate());
  await once(socket, 'message');
  return socket;
}

/** The close code, or the HTTP status the upgrade was answered with. */
async function refusal(server: SyncServer, query: string): Promise<number> {
  const socket = new WebSocket(`${server.url}/${mapId}/content?${query}`);
  ends.unshift(() => socket.terminate());
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('close', (code) => resolve(code));
  });
}

describe('the way in', () => {
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('[SYNC34] counts sockets per person in a map, per person, and per map', async () => {
    const limits = { connectionsPerUserAndMap: 2, connectionsPerUser: 3, connectionsPerMap: 4 };
    const server = await open({ limits });
    await server.createMap('map_entrance0002');
    for (const part of ['structure', 'content']) await peer(server, 'as=anna', part);
    expect(await refusal(server, 'as=anna')).toBe(4503);
    const elsewhere = new WebSocket(`${server.url}/map_entrance0002/content?as=anna`);
    ends.unshift(() => elsewhere.terminate());
    await once(elsewhere, 'message');
    const third = new WebSocket(`${server.url}/map_entrance0002/structure?as=anna`);
    ends.unshift(() => third.terminate());
    expect((await once(third, 'close'))[0]).toBe(4503);
    await peer(server, 'as=budi');
    const last = await peer(server, 'as=citra');
    expect(await refusal(server, 'as=dewi')).toBe(4503);
    last.terminate();
    await until('a place is free', () => server.rooms.directory.size === 4);
    await peer(server, 'as=dewi');
  });

  it('[SYNC34] 200 people with both sockets come in from one address, are cut off, and all come back at once', async () => {
    const server = await open();
    const people = Array.from({ length: 200 }, (_, person) => `as=u${person}`);
    const all = () =>
      Promise.all(people.flatMap((as) => [peer(server, as, 'structure'), peer(server, as, 'content')]));
    const sockets = await all();
    expect(server.rooms.directory.size).toBe(400);
    const gone = sockets.map((socket) => once(socket, 'close'));
    server.rooms.directory.closeAll(1012, 'test');
    const codes = (await Promise.all(gone)).map(([code]) => code);
    expect(new Set(codes)).toEqual(new Set([1012]));
    await all();
    expect(server.rooms.directory.size).toBe(400);
    expect(await refusal(server, 'as=late')).toBe(4503);
  });

  it('[SYNC34] refuses too many sockets of an address before anything is asked: 429 and when to come back', async () => {
    const server = await open({ limits: { connectionsPerAddress: 2 } });
    await peer(server, 'as=anna');
    await peer(server, 'as=budi');
    expect(await refusal(server, 'as=citra')).toBe(429);
    const answer = await answerTo(await raw(server, upgradeText(`/sync/${mapId}/content`)));
    expect(answer).toMatch(/^HTTP\/1\.1 429 /);
    expect(answer).toMatch(/\r\nRetry-After: \d+\r\n/);
  });

  it('[SYNC35] reads nothing of what is sent before the answer, and ends who sends it', async () => {
    let judge: () => void = () => {};
    const judged = new Promise<void>((resolve) => {
      judge = resolve;
    });
    const server = await open({ beforeAuthorise: () => judged });
    const socket = await raw(server, upgradeText(`/sync/${mapId}/content`));
    await until('the request is being judged', () => server.judging === 1);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const piece = Buffer.alloc(1024 * 1024, 1);
    // As much as the network takes; the rest of 50 MB waits in this process, not in the server.
    for (let sent = 0; sent < 50; sent++) socket.write(piece);
    await until('the network takes no more', () => server.bytesRead() > 0 && socket.writableLength > 0);
    await peer(server, 'as=other&judge=no');
    expect(server.bytesRead()).toBeLessThan(256 * 1024);
    judge();
    await closed;
    expect(server.rooms.directory.size).toBe(1);
  });

  it('[SYNC35] 300 upgrades that never end their headers harm nobody', async () => {
    const server = await open();
    const half = upgradeText(`/sync/${mapId}/content`).slice(0, -2);
    await Promise.all(Array.from({ length: 300 }, () => raw(server, half)));
    const anna = await peer(server, 'as=anna');
    const answered = once(anna, 'message');
    anna.send(syncFrame('step1', Y.encodeStateVector(new Y.Doc())));
    await answered;
    expect(server.rooms.directory.size).toBe(1);
  });

  it('[SYNC35] many who knock and leave at once keep nothing', async () => {
    const server = await open();
    for (let round = 0; round < 50; round++) {
      const socket = await raw(server, upgradeText(`/sync/${mapId}/content?as=u${round}`));
      socket.destroy();
    }
    await until('all have left', () => server.rooms.directory.size === 0);
    await peer(server, 'as=anna');
  });
});
