import { connectMap, type MapConnection, type MapConnectionOptions } from '@jejak/sync-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { device } from './device.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

const mapId = 'map_over00000001';
const ends: (() => Promise<unknown>)[] = [];

async function open(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  const server = await startSyncServer(options);
  ends.unshift(() => server.stop());
  return server;
}

/** A window that changes to the next connection as our page does. */
class Window {
  map: MapConnection;
  renewals = 0;

  constructor(server: { url: string }, as: string, options: Partial<MapConnectionOptions> = {}) {
    this.map = connectMap({
      url: server.url,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as }),
      random: () => 0,
      ...options,
    });
    this.#follow();
    ends.unshift(() => this.map.destroy());
  }

  type(letters: string): void {
    const text = this.map.docs.content.getText('t');
    text.insert(text.length, letters);
  }

  get text(): string {
    return this.map.docs.content.getText('t').toString();
  }

  get scores(): unknown {
    return this.map.docs.content.getMap('emotionScores').toJSON();
  }

  async changedOver(times = 1): Promise<void> {
    await until('it has changed over', () => this.renewals >= times);
    await this.map.flush();
  }

  #follow(): void {
    this.map.onRenewed((next) => {
      const former = this.map;
      this.map = next;
      this.renewals += 1;
      this.#follow();
      void former.destroy();
    });
  }
}

async function joined(
  server: SyncServer,
  as: string,
  options: Partial<MapConnectionOptions> = {},
): Promise<Window> {
  const window = new Window(server, as, options);
  await window.map.flush();
  return window;
}

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('people on a map that is begun anew', () => {
  it('[SYNC42] type on all the while: every letter is there, once and in order, and they see each other', async () => {
    const server = await open();
    await server.createMap(mapId);
    const [anna, budi] = [await joined(server, 'anna'), await joined(server, 'budi')];
    const quiet = await joined(server, 'citra', {
      params: async () => ({ as: 'citra', readOnly: '1' }),
    });
    const letters = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz';
    let renewed: Promise<unknown> = Promise.resolve();
    for (const [index, letter] of [...letters].entries()) {
      if (index === 10) renewed = server.rooms.registry.renew(mapId, ['content']);
      anna.type(letter);
      budi.map.docs.content.getMap('emotionScores').set(`b${index}`, index);
      // As fast as nobody types; nothing is waited for.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await renewed).toBe('renewed');
    await Promise.all([anna, budi, quiet].map((one) => one.changedOver()));
    const scores = Object.fromEntries([...letters].map((_, index) => [`b${index}`, index]));
    for (const one of [anna, budi, quiet]) {
      await until('they agree', () => one.text.length === letters.length);
      await until('they agree', () => Object.keys(Object(one.scores)).length === letters.length);
      expect([one.text, one.scores]).toEqual([letters, scores]);
    }
    await until('they see each other', () => anna.map.presence.others().length === 2);
    anna.type('!');
    await until('live again', () => budi.text === `${letters}!`);
  });

  it('[SYNC42] a server that ends in the middle of it, and a map begun anew twice', async () => {
    const on = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const first = await startSyncServer(on);
    await first.createMap(mapId);
    const anna = await joined(first, 'anna');
    anna.type('one');
    await anna.map.flush();
    const renewed = first.rooms.registry.renew(mapId, ['content', 'structure']);
    anna.type(' two');
    await renewed;
    await first.stop();
    anna.type(' three');
    await until('offline', () => anna.map.status.kind === 'offline');
    expect(anna.map.status).toEqual({ kind: 'offline', unsaved: true });
    const second = await open({ ...on, port: first.port });
    await second.rooms.registry.renew(mapId, ['content']);
    await anna.changedOver();
    expect(anna.text).toBe('one two three');
    const fresh = await joined(second, 'fresh');
    expect(fresh.text).toBe('one two three');
  });
});

describe('a copy of a former life on a device', () => {
  it('[SYNC42] brings what was written offline when it is opened again, and is followed by the present life', async () => {
    const server = await open();
    await server.createMap(mapId);
    const openStore = device();
    const first = await joined(server, 'anna', { openStore });
    first.type('halo');
    await first.map.flush();
    server.rooms.directory.closeAll(1012, 'test');
    await until('offline', () => first.map.status.kind === 'offline');
    first.type(' offline');
    await first.map.destroy();
    await server.rooms.registry.renew(mapId, ['content']);
    const budi = await joined(server, 'budi');
    budi.map.docs.content.getText('t').insert(0, 'Budi: ');
    await budi.map.flush();
    const again = new Window(server, 'anna', { openStore });
    await again.changedOver();
    expect(again.text).toBe('Budi: halo offline');
    await again.map.destroy();
    const third = await joined(server, 'anna', { openStore });
    expect([third.renewals, third.text]).toEqual([0, 'Budi: halo offline']);
  });

  it('[SYNC42] of a reader needs no right to write', async () => {
    const server = await open();
    await server.createMap(mapId);
    const reader: Partial<MapConnectionOptions> = {
      openStore: device(),
      params: async () => ({ as: 'anna', readOnly: '1' }),
    };
    const first = await joined(server, 'anna', reader);
    await first.map.destroy();
    await server.rooms.registry.renew(mapId, ['content', 'structure']);
    const again = new Window(server, 'anna', reader);
    await again.changedOver();
    expect([again.map.status.kind, again.map.canWrite('content')]).toEqual(['saved', false]);
  });
});
