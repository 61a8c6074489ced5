import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CloseCode } from '@jejak/protocol';
import { connectMap, type MapConnection, type MapConnectionOptions } from '@jejak/sync-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { device } from './device.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

const mapId = 'map_tabs00000001';
const ends: (() => Promise<unknown>)[] = [];

async function open(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  const server = await startSyncServer(options);
  ends.unshift(() => server.stop());
  await server.createMap(mapId);
  return server;
}

function tab(
  server: { url: string },
  as: string,
  options: Partial<MapConnectionOptions> = {},
): MapConnection {
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

function scores({ docs }: MapConnection): unknown {
  return docs.content.getMap('emotionScores').toJSON();
}

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('tabs of one person', () => {
  it('[SYNC37] five work and agree; a sixth waits, and comes in by itself once there is room', async () => {
    const server = await open();
    const tabs = Array.from({ length: 5 }, () => tab(server, 'anna'));
    await Promise.all(tabs.map((one) => one.flush()));
    for (const [n, one] of tabs.entries()) one.docs.content.getMap('emotionScores').set(`tab${n}`, n);
    const all = Object.fromEntries(tabs.map((_one, n) => [`tab${n}`, n]));
    for (const one of tabs) await until('they agree', () => Object.keys(Object(scores(one))).length === 5);
    expect(tabs.map(scores)).toEqual(tabs.map(() => all));
    await until('they see one another', () => tabs.every(({ presence }) => presence.others().length === 4));
    const sixth = tab(server, 'anna');
    await until('it waits', () => sixth.status.kind === 'waiting');
    await tabs[0]?.destroy();
    await sixth.flush();
    expect(scores(sixth)).toEqual(all);
  });

  it('[SYNC37] ten, where that is allowed, agree after all have written at once and been cut off', async () => {
    const server = await open({ limits: { connectionsPerUserAndMap: 20 } });
    const tabs = Array.from({ length: 10 }, () => tab(server, 'anna'));
    await Promise.all(tabs.map((one) => one.flush()));
    const write = (round: string): void => {
      for (const [n, one] of tabs.entries()) {
        one.docs.content.getMap('emotionScores').set('same', `${round}${n}`);
        one.docs.content.getMap('emotionScores').set(`${round}${n}`, n);
      }
    };
    write('a');
    server.rooms.directory.closeAll(CloseCode.Restart, 'test');
    write('b');
    await until('all are offline', () => tabs.every(({ status }) => status.kind !== 'saved'));
    await Promise.all(tabs.map((one) => one.flush()));
    for (const one of tabs)
      await until('they have all', () => Object.keys(Object(scores(one))).length === 21);
    expect(new Set(tabs.map((one) => JSON.stringify(Object.entries(Object(scores(one))).sort()))).size).toBe(
      1,
    );
  });

  it('[SYNC38] a tab whose access ended stops at once: nothing it writes reaches the server or another tab', async () => {
    const server = await open();
    const [revoked, neighbour] = [tab(server, 'anna'), tab(server, 'budi')];
    await Promise.all([revoked.flush(), neighbour.flush()]);
    const channel = new BroadcastChannel(`${server.url}/${mapId}/content`);
    const said: unknown[] = [];
    channel.onmessage = (message) => said.push(message);
    ends.unshift(async () => channel.close());
    await server.rooms.liveMaps.disconnect({ userId: 'anna' }, CloseCode.Forbidden);
    await until('it is told', () => revoked.status.kind === 'refused');
    revoked.docs.content.getMap('emotionScores').set('leak', 1);
    revoked.presence.set({ typing: true });
    neighbour.docs.content.getMap('emotionScores').set('mine', 1);
    await neighbour.flush();
    expect(scores(neighbour)).toEqual({ mine: 1 });
    expect(scores(revoked)).toEqual({ leak: 1 });
    expect(revoked.status).toEqual({ kind: 'refused', code: CloseCode.Forbidden });
    expect(server.rooms.directory.count(mapId, 'anna').user).toBe(0);
    expect(said).toEqual([]);
  });
});

describe('what is kept on a device', () => {
  it('[SYNC39] work done offline survives a closed page and is sent by the next one', async () => {
    const server = await open();
    const openStore = device();
    const first = tab(server, 'anna', { openStore });
    await first.flush();
    server.rooms.directory.closeAll(CloseCode.Restart, 'test');
    await until('offline', () => first.status.kind === 'offline');
    first.docs.content.getMap('emotionScores').set('offline', 1);
    await first.destroy();
    const next = tab(server, 'anna', { openStore });
    expect(next.status.kind).not.toBe('saved');
    await next.flush();
    const reader = tab(server, 'reader');
    await reader.flush();
    expect(scores(reader)).toEqual({ offline: 1 });
  });

  it('[SYNC24] a map begun anew: the kept copy stays to be copied, is not sent, and afterwards the saved map is read', async () => {
    const server = await open();
    const openStore = device();
    const first = tab(server, 'anna', { openStore });
    await first.flush();
    await first.destroy();
    await server.rooms.liveMaps.remove(mapId);
    const again = await open();
    const saved = tab(again, 'other');
    await saved.flush();
    saved.docs.content.getMap('emotionScores').set('saved', 1);
    await saved.flush();
    const old = tab(again, 'anna', { openStore });
    old.docs.content.getMap('emotionScores').set('unsaved', 1);
    await until('it is told', () => old.status.kind === 'refused');
    expect(old.status).toEqual({ kind: 'refused', code: CloseCode.EpochChanged });
    expect(scores(old)).toEqual({ unsaved: 1 });
    await old.forget();
    await old.destroy();
    const fresh = tab(again, 'anna', { openStore });
    await fresh.flush();
    expect(scores(fresh)).toEqual({ saved: 1 });
    expect(scores(saved)).toEqual({ saved: 1 });
  });
});

describe('a server that takes a message from nobody', () => {
  it.each([1009, CloseCode.TooLarge])('[SYNC36] %i does not make an endless loop', async (code) => {
    const refusing = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    let visits = 0;
    refusing.on('connection', (socket) => {
      visits += 1;
      socket.close(code);
    });
    await once(refusing, 'listening');
    ends.unshift(async () => refusing.close());
    let uploads = 0;
    const map = tab({ url: `ws://127.0.0.1:${(refusing.address() as AddressInfo).port}` }, 'anna', {
      fetch: async () => {
        uploads += 1;
        return Response.json({ seq: 1 });
      },
    });
    await until('it ends', () => map.status.kind === 'refused');
    await until('both parts have ended', () => uploads === 6);
    expect(map.status).toEqual({ kind: 'refused', code: CloseCode.TooLarge });
    expect(visits).toBe(8);
  });

  it('[SYNC23] frames it calls broken are final', async () => {
    const refusing = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    refusing.on('connection', (socket) => socket.close(1008));
    await once(refusing, 'listening');
    ends.unshift(async () => refusing.close());
    const map = tab({ url: `ws://127.0.0.1:${(refusing.address() as AddressInfo).port}` }, 'anna');
    await until('it ends', () => map.status.kind === 'refused');
    expect(map.status).toEqual({ kind: 'refused', code: 1008 });
  });
});
