import { CloseCode, clientIdLimits, updateLimits } from '@jejak/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { updateOf, varint } from '../../../../packages/update-guard/test/bytes.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import { syncFrame } from '../protocol/frames.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';

const mapId = 'map_gate00000001';
const ends: (() => unknown)[] = [];

async function open(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  const server = await startSyncServer(options);
  ends.unshift(() => server.stop());
  return server;
}

function client(
  server: SyncServer,
  as: string,
  options: { doc?: Y.Doc; speaks?: boolean } = {},
): PlainClient {
  const one = new PlainClient(`${server.url}/${mapId}/content?ack=1&as=${as}`, options);
  ends.unshift(() => one.drop());
  return one;
}

/** Somebody who has written something. */
async function victimOf(server: SyncServer): Promise<PlainClient> {
  const victim = await client(server, 'victim').ready();
  victim.doc.getMap('cards').set('crd_1', 1);
  await victim.saved();
  return victim;
}

/** What the victim has not written yet, deleted. */
const deleteAhead = (victim: number): Uint8Array =>
  updateOf(1, 0, [], [{ client: victim, ranges: [[1_000, 5]] }]);

describe('what peers may write', () => {
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const end of ends.splice(0)) await end();
  });

  it('[ID7] a document that takes no more ids is begun anew, and who was new comes back and writes', async () => {
    const server = await open();
    const full = Array.from({ length: clientIdLimits.perDocument }, (_, n) => [1, ...varint(n + 1), 0, 0, 1]);
    const bytes = Uint8Array.from([...varint(full.length), ...full.flat(), 0]);
    await server.createMap(mapId, ({ content }) => Y.applyUpdate(content, bytes));
    const reader = await client(server, 'reader').ready();
    const writer = client(server, 'writer');
    await writer.opened();
    writer.doc.getMap('cards').set('crd_1', 1);
    // Whichever comes first: no further id, or the new life.
    expect([CloseCode.Overload, CloseCode.EpochChanged]).toContain(await writer.closed);
    expect(await reader.closed).toBe(CloseCode.EpochChanged);
    const back = await client(server, 'writer').ready();
    back.doc.getMap('cards').set('crd_1', 1);
    await back.saved();
  });

  it('[GATE8] nobody keeps others out of a map by writing a format of their own', async () => {
    const server = await open({ idleMs: 0 });
    await server.createMap(mapId);
    const hostile = client(server, 'hostile', { speaks: false });
    await hostile.got('step1');
    const doc = new Y.Doc();
    doc.getMap('meta').set('schemaVersion', 99);
    hostile.update(Y.encodeStateAsUpdate(doc));
    await hostile.got('step1', () => true, hostile.frames.length);
    hostile.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
    expect(await hostile.closed).toBe(4400);
    expect(server.rooms.registry.peek(mapId)?.content.doc.getMap('meta').get('schemaVersion')).not.toBe(99);
  });

  it('[GATE1] what is refused has touched nothing: no rebuild, no entry, no word to others', async () => {
    const server = await open();
    await server.createMap(mapId);
    const rebuilt = vi.spyOn(server.rooms.metrics, 'rebuilt');
    const refused = vi.spyOn(server.rooms.metrics, 'refused');
    const victim = await victimOf(server);
    const room = server.rooms.registry.peek(mapId)?.content;
    const before = [room?.revision, room?.tail];
    const heard = victim.all('update').length;
    for (const bytes of [
      deleteAhead(victim.doc.clientID),
      Uint8Array.of(7, 7, 7),
      updateOf(victim.doc.clientID, 1, [[0, 9]]),
    ]) {
      const attacker = client(server, `attacker ${bytes.length}`, { speaks: false });
      await attacker.got('step1');
      const from = attacker.frames.length;
      attacker.update(bytes);
      await Promise.any([attacker.closed, attacker.got('step1', () => true, from)]);
    }
    expect([room?.revision, room?.tail]).toEqual(before);
    expect(victim.all('update').length).toBe(heard);
    expect(rebuilt).not.toHaveBeenCalled();
    expect(refused.mock.calls.flat()).toEqual(['foreignDelete', 'malformed', 'foreignClient']);
  });

  it('[GATE2] the first time one is asked for all one has; who sends the same again has to stop', async () => {
    const server = await open();
    await server.createMap(mapId);
    const victim = await victimOf(server);
    const bad = deleteAhead(victim.doc.clientID);
    const broken = client(server, 'broken', { speaks: false });
    await broken.got('step1');
    const from = broken.frames.length;
    broken.update(bad);
    await broken.got('step1', () => true, from);
    // Live edits are not heard until the answer comes.
    broken.update(updateOf(77, 0, [[0, 1]]));
    broken.send(syncFrame('step2', bad));
    expect(await broken.closed).toBe(4400);
    expect(broken.all('saved')).toEqual([]);
    const otherWindow = await client(server, 'broken').ready();
    const again = client(server, 'broken', { speaks: false });
    await again.got('step1');
    again.update(bad);
    expect([await again.closed, await otherWindow.closed]).toEqual([4403, 4403]);
    expect(await client(server, 'broken').closed).toBe(4403);
    expect((await client(server, 'somebody else').ready()).frames.length).toBeGreaterThan(1);
  });

  it('[GATE2] after a refusal no count says that all is saved, for it is not', async () => {
    const server = await open();
    await server.createMap(mapId);
    const victim = await victimOf(server);
    const broken = client(server, 'broken', { speaks: false });
    await broken.got('step1');
    const from = broken.frames.length;
    broken.update(deleteAhead(victim.doc.clientID));
    await broken.got('step1', () => true, from);
    broken.answer(Uint8Array.of(0));
    broken.update(updateOf(77, 0, [[0x28, 1, 5, ...Buffer.from('cards'), 1, 107, 1, 120]]));
    await victim.until('the edit behind it', (doc) => doc.getMap('cards').has('k'));
    await broken.settled();
    expect(broken.all('saved')).toEqual([]);
  });

  it('[GATE3] who brings from another node what this one has not read yet is not refused', async () => {
    const stores = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const [a, b] = [await open(stores), await open(stores)];
    await a.createMap(mapId, () => {});
    const onB = await client(b, 'citra').ready();
    const anna = await client(a, 'anna').ready();
    anna.doc.getMap('cards').set('of anna', 1);
    await anna.saved();
    const budi = await client(a, 'budi').ready();
    budi.doc.getMap('cards').set('of budi', 1);
    await budi.saved();
    // No word passes between the nodes: only the log knows.
    const refused = vi.spyOn(b.rooms.metrics, 'refused');
    const moved = client(b, 'budi', { doc: budi.doc, speaks: false });
    await moved.got('step1');
    moved.update(Y.encodeStateAsUpdate(budi.doc));
    await moved.got('saved');
    moved.doc.getMap('cards').delete('of anna');
    moved.update(Y.encodeStateAsUpdate(moved.doc));
    await onB.until('the card of budi alone', (doc) => [...doc.getMap('cards').keys()].join() === 'of budi');
    expect(refused).not.toHaveBeenCalled();
  });

  it('[GATE3] nor is whoever brings the edits of more people than an update may bring news of', async () => {
    const stores = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const [a, b] = [await open(stores), await open(stores)];
    await a.createMap(mapId, () => {});
    const onB = await client(b, 'citra').ready();
    const peers = updateLimits.state.clients + 1;
    for (let n = 0; n < peers; n++) {
      const peer = await client(a, `peer${n}`).ready();
      peer.doc.getMap('cards').set(`of ${n}`, n);
      await peer.saved();
      peer.drop();
    }
    const budi = await client(a, 'budi').ready();
    await budi.leave();
    budi.doc.getMap('cards').set('of budi', 1);
    // No word passes between the nodes: only the log knows.
    const refused = vi.spyOn(b.rooms.metrics, 'refused');
    await client(b, 'budi', { doc: budi.doc }).saved();
    await onB.until('the card of budi', (doc) => doc.getMap('cards').has('of budi'));
    expect(onB.doc.getMap('cards').size).toBe(peers + 1);
    expect(refused).not.toHaveBeenCalled();
    const made = Array.from({ length: peers }, (_, n) => [1, ...varint(70_000 + n), 0, 0, 1]);
    const away = client(b, 'away', { speaks: false });
    await away.got('step1');
    away.send(syncFrame('step2', Uint8Array.from([...varint(peers), ...made.flat(), 0])));
    expect(await away.closed).toBe(4413);
  });

  it('[GATE3] so it is with work that is uploaded', async () => {
    const stores = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const [a, b] = [await open(stores), await open(stores)];
    await a.createMap(mapId, () => {});
    await client(b, 'citra').ready();
    for (let n = 0; n <= updateLimits.work.clients; n++) {
      const peer = await client(a, `peer${n}`).ready();
      peer.doc.getMap('cards').set(`of ${n}`, n);
      await peer.saved();
      peer.drop();
    }
    const budi = await client(a, 'budi').ready();
    budi.doc.getMap('cards').set('of budi', 1);
    await budi.saved();
    const { epoch } = await budi.got('hello');
    const work = await fetch(`${b.url.replace('ws', 'http')}/${mapId}/content/work?as=budi&epoch=${epoch}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(Y.encodeStateAsUpdate(budi.doc)),
    });
    expect(work.status).toBe(200);
  });

  it('[GATE4] more than a live update may hold comes as a state; more than a state may is 4413', async () => {
    const server = await open();
    await server.createMap(mapId);
    const anna = await client(server, 'anna').ready();
    for (let round = 0; round < 2; round++) {
      anna.doc.transact(() => {
        for (let n = 0; n <= updateLimits.live.walk.structs; n++)
          anna.doc.getMap('cards').set(`${round}.${n}`, n);
      });
      await anna.saved();
    }
    const reader = await client(server, 'reader').ready();
    expect(reader.doc.getMap('cards').size).toBe(2 * (updateLimits.live.walk.structs + 1));
    const away = new Y.Doc();
    away.transact(() => {
      for (let n = 0; n <= updateLimits.state.walk.structs; n++) away.getMap('cards').set(`away.${n}`, n);
    });
    expect(await client(server, 'away', { doc: away }).closed).toBe(4413);
  });

  it('[GATE6] refusals are counted and logged by a reason of ours, without a word of the update', async () => {
    const server = await open();
    await server.createMap(mapId);
    const warn = vi.spyOn(server.rooms.logger, 'warn');
    const doc = new Y.Doc();
    doc.getMap('cards').set('secret words', Uint8Array.of(1));
    const peer = client(server, 'peer', { doc });
    await peer.closed;
    expect(warn).toHaveBeenCalledWith(
      { mapId, part: 'content', userId: 'peer', reason: 'content' },
      'refused an update',
    );
    expect(JSON.stringify(warn.mock.calls)).not.toContain('secret');
  });

  it('[GATE7] limits hold where they say: structs and values, live and as a state', async () => {
    const server = await open();
    await server.createMap(mapId);
    const peer: Receiver = {
      userId: 'ani',
      by: { kind: 'USER', userId: 'ani', tokenId: null },
      onBatch() {},
      close() {},
    };
    await server.rooms.registry.use(mapId, async ({ content }) => {
      let client = 1_000;
      const outcome = (size: 'live' | 'state' | 'work', structs: readonly (readonly number[])[]): unknown => {
        client += 1;
        const judged = content.submit(updateOf(client, 0, structs), peer, size, true);
        return typeof judged === 'string' ? judged : judged.reason;
      };
      for (const size of ['live', 'state', 'work'] as const) {
        const { structs, values } = updateLimits[size].walk;
        const many = (count: number): number[][] => Array.from({ length: count }, () => [0, 1]);
        expect([size, outcome(size, many(structs)), outcome(size, many(structs + 1))]).toEqual([
          size,
          'taken',
          'tooMany',
        ]);
        const members = (count: number): number[][] => [
          [
            0x28,
            1,
            5,
            ...Buffer.from('cards'),
            1,
            107,
            1,
            117,
            ...varint(count),
            ...Array.from({ length: count }, () => 120),
          ],
        ];
        expect([size, outcome(size, members(values)), outcome(size, members(values + 1))]).toEqual([
          size,
          'taken',
          'tooMany',
        ]);
      }
    });
  });
});
