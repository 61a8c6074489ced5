import { connectMap, type MapConnection, type MapConnectionOptions } from '@jejak/sync-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { device, type KeptLife } from './device.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';
import { until } from './until.ts';

/** A log whose appends wait until they are let through. */
class GatedLog extends MemoryUpdateLog {
  #open: (() => void)[] | null = null;

  shut(): void {
    this.#open = [];
  }

  letThrough(): void {
    const waiting = this.#open ?? [];
    this.#open = null;
    for (const go of waiting) go();
  }

  override async append(entry: LogEntry): Promise<AppendResult> {
    const gate = this.#open;
    if (gate !== null) await new Promise<void>((resolve) => gate.push(resolve));
    return super.append(entry);
  }
}

describe('our client', () => {
  const mapId = 'map_client000001';
  const otherMapId = 'map_client000002';
  const ends: (() => Promise<void>)[] = [];
  const open = async (options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> => {
    const server = await startSyncServer(options);
    ends.unshift(() => server.stop());
    return server;
  };
  const join = (
    server: { url: string },
    as: string,
    options: Partial<MapConnectionOptions> = {},
  ): MapConnection => {
    const map = connectMap({
      url: server.url,
      mapId,
      // The browser's type lacks what Node's has and the other way round.
      WebSocketImpl: WebSocket as unknown as typeof globalThis.WebSocket,
      params: async () => ({ as }),
      ...options,
    });
    ends.unshift(() => map.destroy());
    return map;
  };
  const text = (map: MapConnection): string => map.docs.content.getText('t').toString();

  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('[SYNC21] is told saved after the append, and others see nothing before it', async () => {
    const log = new GatedLog();
    const server = await open({ log });
    await Promise.all([mapId, otherMapId].map((id) => server.createMap(id)));
    const [anna, budi] = [join(server, 'anna'), join(server, 'budi')];
    await Promise.all([anna.flush(), budi.flush(), server.rooms.liveMaps.read(otherMapId)]);
    log.shut();
    const order: string[] = [];
    budi.docs.content.on('update', () => order.push(`seen ${text(budi)}`));
    anna.docs.content.getText('t').insert(0, 'halo');
    expect(anna.status).toEqual({ kind: 'saving' });
    await until('the server has it', () => server.rooms.registry.peek(mapId)?.content.settled === false);
    const late = join(server, 'late');
    late.docs.content.on('update', () => order.push(`seen ${text(late)}`));
    anna.onStatus(({ kind }) => order.push(`anna ${kind}`));
    const read = server.rooms.liveMaps.read(mapId).then(() => order.push('read'));
    // Presence waits for no disk and a socket keeps its order: had the edit left the room, it would be there first.
    anna.presence.set({ typing: true });
    const heard = (name: string) =>
      budi.presence.others().some(({ user, typing }) => user.id === name && (typing || name === 'late'));
    await until('budi hears of both', () => heard('anna') && heard('late'));
    await server.rooms.liveMaps.read(otherMapId);
    order.push('let through');
    log.letThrough();
    await anna.flush();
    await until('the others see it', () => text(budi) === 'halo' && text(late) === 'halo');
    await read;
    expect(order[0]).toBe('let through');
    expect(order).toEqual(expect.arrayContaining(['anna saved', 'seen halo', 'read']));
  });

  it('[SYNC22] comes back by itself after a restart of the server and brings what was written meanwhile', async () => {
    const [log, snapshots] = [new MemoryUpdateLog(), new MemorySnapshotStore()];
    const claims = new MemoryClientClaims();
    const first = await startSyncServer({ log, snapshots, claims });
    await first.createMap(mapId);
    const anna = join(first, 'anna', { random: () => 0 });
    await anna.flush();
    await first.handler.close();
    await until('offline', () => anna.status.kind === 'offline');
    await first.stop();
    anna.docs.content.getText('t').insert(0, 'offline');
    anna.docs.structure.getMap('meta').set('x', 1);
    expect(anna.status).toEqual({ kind: 'offline', unsaved: true });
    const second = await open({ log, snapshots, claims, port: first.port });
    await anna.flush();
    const fresh = join(second, 'fresh');
    await fresh.flush();
    expect(text(fresh)).toBe('offline');
    expect(fresh.docs.structure.getMap('meta').get('x')).toBe(1);
  });

  it('[SYNC23] stops when refused and says why', async () => {
    const server = await open();
    await server.createMap(mapId);
    const map = join(server, 'nobody');
    await until('refused', () => map.status.kind === 'refused');
    expect(map.status).toEqual({ kind: 'refused', code: 4401 });
    await expect(map.flush()).rejects.toThrow('4401');
  });

  it('[SYNC24] a copy kept from another life of the document is not merged', async () => {
    const server = await open();
    await server.createMap(mapId);
    const stores = new Map<string, KeptLife>();
    const openStore = device(stores);
    const anna = join(server, 'anna', { openStore });
    await anna.flush();
    await anna.destroy();
    const kept = stores.get(`${mapId}/content`);
    expect(kept?.epoch).toBe(server.rooms.registry.peek(mapId)?.content.epoch);
    if (kept !== undefined) kept.epoch += 1;
    const again = join(server, 'anna', { openStore });
    await until('refused', () => again.status.kind === 'refused');
    expect(again.status).toEqual({ kind: 'refused', code: 4409 });
  });

  it('[SYNC25] tells others where it is, under its own name, and is gone when it leaves', async () => {
    const server = await open();
    await server.createMap(mapId);
    const [anna, budi] = [join(server, 'anna', { presence: { locale: 'en' } }), join(server, 'budi')];
    await Promise.all([anna.flush(), budi.flush()]);
    anna.presence.set({ cell: { laneId: 'lan_1', columnId: 'stp_1' } });
    anna.presence.set({ typing: true });
    await until('budi sees anna type', () => budi.presence.others()[0]?.typing === true);
    expect(budi.presence.others().map(({ clientId: _, ...person }) => person)).toEqual([
      {
        locale: 'en',
        cell: { laneId: 'lan_1', columnId: 'stp_1' },
        typing: true,
        user: { id: 'anna', name: 'Name of anna', team: 'PRODUCT' },
      },
    ]);
    expect(
      server.rooms.liveMaps
        .present(mapId)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['anna', 'budi']);
    await anna.destroy();
    await until('anna is gone', () => budi.presence.others().length === 0);
  });

  it('[SYNC26] may type before the server has asked for what was written offline', async () => {
    const server = await open();
    await server.createMap(mapId);
    const anna = join(server, 'anna', { random: () => 0 });
    await anna.flush();
    const content = anna.docs.content.getText('t');
    server.rooms.directory.closeAll(1012, 'test');
    await until('offline', () => anna.status.kind === 'offline');
    content.insert(0, 'a');
    // Each keystroke is on its way as soon as the socket opens, before the server has asked for the first.
    anna.onStatus(() => {
      if (content.length < 20) content.insert(0, 'b');
    });
    await until('typed', () => content.length >= 4);
    await anna.flush();
    const fresh = join(server, 'fresh');
    await fresh.flush();
    expect(text(fresh)).toBe(content.toString());
  });

  it('[SYNC27] is sent away when its access ends, on this node and on others', async () => {
    const server = await open();
    await server.createMap(mapId);
    const [anna, budi] = [join(server, 'anna'), join(server, 'budi')];
    await Promise.all([anna.flush(), budi.flush()]);
    await server.rooms.liveMaps.disconnect({ userId: 'anna' }, 4403);
    await until('anna is refused', () => anna.status.kind === 'refused');
    expect(budi.status).toEqual({ kind: 'saved' });
    await server.rooms.liveMaps.remove(mapId);
    await until('budi is refused', () => budi.status.kind === 'refused');
    expect(budi.status).toEqual({ kind: 'refused', code: 4404 });
  });

  it('[SYNC44] leaves nothing on the process, however many maps a program has open', async () => {
    const server = await open();
    await server.createMap(mapId);
    const before = process.listenerCount('exit');
    const maps = Array.from({ length: 6 }, (_, n) => join(server, `p${n}`));
    await Promise.all(maps.map((map) => map.flush()));
    expect(process.listenerCount('exit')).toBe(before);
  });
});
