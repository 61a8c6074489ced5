import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connectMap } from '@jejak/sync-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

/** How far the clock of the client's library, which keeps the function it found when it was loaded, goes ahead. */
const clock = vi.hoisted(() => {
  const ahead = { ms: 0 };
  const real = Date.now;
  Date.now = () => real() + ahead.ms;
  return ahead;
});

/** The server looks at its sockets this often. */
const beatMs = 1_000;

describe('silence', () => {
  const mapId = 'map_heartbeat001';
  const ends: (() => unknown)[] = [];
  let time = 1_000_000;

  beforeEach(() => {
    // Timers and clock are the subject; sockets go on as they are.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    time = 1_000_000;
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const end of ends.splice(0)) await end();
  });

  async function open(): Promise<SyncServer> {
    const server = await startSyncServer({ now: () => time });
    ends.unshift(() => server.stop());
    await server.createMap(mapId);
    return server;
  }

  /** Lets the server's clock go on, beat by beat. */
  function pass(ms: number): void {
    for (let beat = 0; beat < ms / beatMs; beat++) {
      time += beatMs;
      vi.advanceTimersByTime(beatMs);
    }
  }

  async function peer(server: SyncServer, autoPong: boolean): Promise<WebSocket> {
    const socket = new WebSocket(`${server.url}/${mapId}/content?as=peer`, { autoPong });
    ends.unshift(() => socket.terminate());
    await once(socket, 'message');
    return socket;
  }

  it('[SYNC29] ends a half-open socket after 35 s and not before, and its place is free', async () => {
    const server = await open();
    const mute = await peer(server, false);
    const closed = once(mute, 'close');
    pass(34_000);
    expect(server.rooms.directory.size).toBe(1);
    pass(beatMs);
    expect(server.rooms.directory.size).toBe(0);
    expect(await closed).toEqual([1006, expect.anything()]);
  });

  it('[SYNC29] keeps a quiet peer that answers, and tells it something every 20 s', async () => {
    const server = await open();
    const quiet = await peer(server, true);
    for (let round = 0; round < 10; round++) {
      const heard = Promise.all([once(quiet, 'ping'), once(quiet, 'message')]);
      pass(20_000);
      await heard;
      // The pong is behind us once something sent after it has been answered.
      const answer = once(quiet, 'message');
      quiet.send(Uint8Array.from([0, 0, 1, 0]));
      await answer;
    }
    expect(server.rooms.directory.size).toBe(1);
    expect(quiet.readyState).toBe(WebSocket.OPEN);
  });

  it('[SYNC29] a peer that is not read because it was too fast is not taken for dead', async () => {
    const limits = { messagesBurst: 1, messagesPerSecond: 0.01, debtMsMax: 1_000_000 };
    const server = await startSyncServer({ now: () => time, limits });
    ends.unshift(() => server.stop());
    await server.createMap(mapId);
    const fast = await peer(server, true);
    for (let ask = 0; ask < 3; ask++) fast.send(Uint8Array.from([0, 0, 1, 0]));
    await once(fast, 'message');
    pass(60_000);
    expect(server.rooms.directory.size).toBe(1);
    expect(fast.readyState).toBe(WebSocket.OPEN);
  });

  it('[SYNC29] a client gives up a server that says nothing for 30 s, and comes back', async () => {
    const silent = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    let visits = 0;
    let tickets = 0;
    // It hears the greeting and nothing more, not even that the client leaves.
    silent.on('connection', (socket) =>
      socket.once('message', () => {
        visits += 1;
        socket.pause();
      }),
    );
    await once(silent, 'listening');
    const map = connectMap({
      url: `ws://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => {
        tickets += 1;
        return { ticket: String(tickets) };
      },
      random: () => 0,
    });
    ends.unshift(
      () => map.destroy(),
      () => {
        for (const socket of silent.clients) socket.terminate();
        silent.close();
      },
    );
    await until('both documents are connected', () => visits === 2);
    clock.ms += 29_000;
    vi.advanceTimersByTime(29_000);
    expect(visits).toBe(2);
    clock.ms += 6_000;
    vi.advanceTimersByTime(6_000);
    await until('it came back', () => visits === 4);
    expect(tickets).toBe(4);
  });
});
