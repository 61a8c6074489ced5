import type { ActorRef } from '@jejak/access';
import { clientIdLimits } from '@jejak/protocol';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { varint } from '../../../../packages/update-guard/test/bytes.ts';
import type { Bus } from '../../src/bus/Bus.ts';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import type { ClientClaims } from '../../src/persistence/ClientClaims.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { DocumentHead } from '../../src/persistence/SnapshotStore.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { MapRoom } from '../../src/rooms/MapRoom.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_clientids001';
const docId = `${mapId}/content`;

class Peer implements Receiver {
  readonly userId: string;
  readonly by: ActorRef;
  closed: number | null = null;

  constructor(userId: string) {
    this.userId = userId;
    this.by = { kind: 'USER', userId, tokenId: null };
  }

  onBatch(): void {}

  close(code: number): void {
    this.closed ??= code;
  }
}

/** A copy of a document that writes under an id. */
class Pen {
  readonly doc = new Y.Doc();

  constructor(clientId: number) {
    this.doc.clientID = clientId;
  }

  /** What writing one more card comes to. */
  card(key: string): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    this.doc.getMap('cards').set(key, this.doc.clientID);
    return Y.encodeStateAsUpdate(this.doc, before);
  }
}

const opened: Rooms[] = [];
const stores = () => ({
  log: new MemoryUpdateLog(),
  snapshots: new MemorySnapshotStore(),
  claims: new MemoryClientClaims(),
});
const open = (
  given: ReturnType<typeof stores>,
  bus: Bus = new InProcessHub().join(),
  now = Date.now,
): Rooms => {
  const rooms = createRooms({ ...given, bus, logger: pino({ level: 'silent' }), idleMs: 0, now });
  opened.push(rooms);
  return rooms;
};
afterEach(async () => {
  for (const rooms of opened.splice(0)) await rooms.close();
});

const settled = (map: MapRoom): Promise<void> => until('settled', () => map.ready && map.settled);
const cardsOf = (doc: Y.Doc): string[] => [...doc.getMap('cards').keys()].sort();
const [ani, budi] = [new Peer('ani'), new Peer('budi')];
const foreign = { kind: 'refused', reason: 'foreignClient' };

test('[ID1] under an id only its owner goes on, from any connection', async () => {
  const rooms = open(stores());
  await rooms.liveMaps.create(mapId, () => {});
  await rooms.registry.use(mapId, async ({ content }) => {
    const pen = new Pen(7);
    expect(content.submit(pen.card('a'), ani, 'live', true)).toBe('taken');
    const next = pen.card('b');
    expect(content.submit(next, budi)).toBe('behind');
    expect(content.submit(next, budi, 'live', true)).toEqual(foreign);
    expect(content.submit(next, new Peer('ani'), 'live', true)).toBe('taken');
    expect(content.submit(next, budi, 'live', true)).toBe('taken');
    expect(cardsOf(content.doc)).toEqual(['a', 'b']);
  });
});

test('[ID9] the first edit of an id reads the log once, writes its claim and its entry', async () => {
  const asked: string[] = [];
  class Log extends MemoryUpdateLog {
    override readAfter(id: string, seq: number): Promise<readonly LogEntry[]> {
      asked.push('read');
      return super.readAfter(id, seq);
    }
    override append(entry: LogEntry): Promise<AppendResult> {
      asked.push('append');
      return super.append(entry);
    }
  }
  class Snapshots extends MemorySnapshotStore {
    override head(id: string): Promise<DocumentHead | null> {
      asked.push('head');
      return super.head(id);
    }
  }
  class Claims extends MemoryClientClaims {
    override claim(...given: Parameters<MemoryClientClaims['claim']>): ReturnType<ClientClaims['claim']> {
      asked.push('claim');
      return super.claim(...given);
    }
  }
  const rooms = open({ log: new Log(), snapshots: new Snapshots(), claims: new Claims() });
  await rooms.liveMaps.create(mapId, () => {});
  await rooms.registry.use(mapId, async (map) => {
    asked.length = 0;
    const first = new Pen(7).card('a');
    expect(map.content.submit(first, ani)).toBe('behind');
    await new Promise<void>((resolve) => map.content.whenCaughtUp(resolve));
    expect(map.content.submit(first, ani, 'live', true)).toBe('taken');
    await settled(map);
    expect(asked).toEqual(['read', 'claim', 'append']);
  });
});

test('[ID2] an id stays its owner’s after an unload, a compaction and a restart', async () => {
  const given = stores();
  const pen = new Pen(7);
  const first = open(given);
  await first.liveMaps.create(mapId, () => {});
  await first.registry.use(mapId, async (map) => {
    expect(map.content.submit(pen.card('a'), ani, 'live', true)).toBe('taken');
    await settled(map);
  });
  await first.registry.sweep();
  expect(first.registry.openCount).toBe(0);
  expect(await given.snapshots.head(docId)).toMatchObject({ snapshotSeq: 2 });
  await open(given).registry.use(mapId, async ({ content }) => {
    const next = pen.card('b');
    expect(content.submit(next, budi, 'live', true)).toEqual(foreign);
    expect(content.submit(next, new Peer('ani'), 'live', true)).toBe('taken');
  });
});

test('[ID2] also on a node that slept through the compaction', async () => {
  const given = stores();
  const [a, sleeper] = [open(given), open(given)];
  await a.liveMaps.create(mapId, () => {});
  const asleep = await sleeper.registry.acquire(mapId);
  const pen = new Pen(7);
  for (const card of ['a', 'b']) {
    await a.registry.use(mapId, async (map) => {
      expect(map.content.submit(pen.card(card), ani, 'live', true)).toBe('taken');
      await settled(map);
    });
    await a.registry.sweep();
  }
  // What the sleeper lacks first is merged and gone.
  expect((await given.log.readAfter(docId, 0)).map(({ seq }) => seq)).toEqual([3]);
  const { content } = asleep.map;
  content.hint(3);
  await until('begun anew', () => content.tail === 3 && content.ready);
  const next = pen.card('c');
  expect(content.submit(next, budi, 'live', true)).toEqual(foreign);
  expect(content.submit(next, ani, 'live', true)).toBe('taken');
  asleep.release();
});

test('[ID3] ids of the first content and of the server’s own edits are nobody else’s', async () => {
  const given = stores();
  const rooms = open(given);
  let firstContent = 0;
  await rooms.liveMaps.create(mapId, ({ content }) => {
    firstContent = content.clientID;
    content.getMap('cards').set('made', 1);
  });
  await rooms.registry.use(mapId, async (map) => {
    const { content } = map;
    const unused = content.doc.clientID;
    expect(content.submit(new Pen(unused).card('x'), ani, 'live', true)).toEqual(foreign);
    content.edit((doc) => doc.getMap('cards').set('edited', 1));
    await settled(map);
    expect(await given.claims.load(docId)).toEqual(new Map([[unused, null]]));
    for (const client of [firstContent, unused]) {
      const pen = new Pen(0);
      Y.applyUpdate(pen.doc, Y.encodeStateAsUpdate(content.doc));
      pen.doc.clientID = client;
      expect(content.submit(pen.card('x'), ani, 'live', true)).toEqual(foreign);
    }
    expect(cardsOf(content.doc)).toEqual(['edited', 'made']);
  });
});

test('[ID4] owners are written before the entry, and read before others’ entries are applied', async () => {
  const given = stores();
  const [a, b] = [open(given), open(given)];
  const order: string[] = [];
  const claim = given.claims.claim.bind(given.claims);
  const append = given.log.append.bind(given.log);
  given.claims.claim = async (...args) => {
    const owners = await claim(...args);
    order.push('claimed');
    return owners;
  };
  given.log.append = async (entry) => {
    order.push('appending');
    return append(entry);
  };
  await a.liveMaps.create(mapId, () => {});
  order.splice(0);
  const [onA, onB] = [await a.registry.acquire(mapId), await b.registry.acquire(mapId)];
  const pen = new Pen(7);
  expect(onA.map.content.submit(pen.card('a'), ani, 'live', true)).toBe('taken');
  await settled(onA.map);
  expect(order).toEqual(['claimed', 'appending']);
  const next = pen.card('b');
  // To this node the id is new; what it says rests on what was not read yet.
  expect(onB.map.content.submit(next, budi)).toBe('behind');
  await new Promise<void>((resolve) => onB.map.content.whenCaughtUp(resolve));
  expect(onB.map.content.submit(next, budi, 'live', true)).toEqual(foreign);
  expect(onB.map.content.submit(next, ani, 'live', true)).toBe('taken');
  onA.release();
  onB.release();
});

test('[ID5] of two people who use one id on two nodes at once one has it; nothing else is lost', async () => {
  const given = stores();
  const [a, b] = [open(given), open(given)];
  await a.liveMaps.create(mapId, () => {});
  const [onA, onB] = [await a.registry.acquire(mapId), await b.registry.acquire(mapId)];
  const [first, second, beside] = [new Peer('ani'), new Peer('budi'), new Peer('citra')];
  const besides = new Pen(8);
  expect(onA.map.content.submit(new Pen(7).card('ani'), first, 'live', true)).toBe('taken');
  expect(onB.map.content.submit(new Pen(7).card('budi'), second, 'live', true)).toBe('taken');
  const kept = besides.card('citra');
  expect(onB.map.content.submit(kept, beside, 'live', true)).toBe('taken');
  await until('sent away', () => second.closed !== null && beside.closed !== null);
  expect([first.closed, second.closed, beside.closed]).toEqual([null, 4400, 1012]);
  await until('ready', () => onB.map.ready);
  expect(onB.map.content.submit(kept, new Peer('citra'), 'live', true)).toBe('taken');
  for (const { map } of [onA, onB]) await settled(map);
  for (const { map } of [onA, onB]) {
    await new Promise<void>((resolve) => map.content.whenCaughtUp(resolve));
    expect(cardsOf(map.content.doc)).toEqual(['ani', 'citra']);
  }
  await open(given).registry.use(mapId, async ({ content }) => {
    expect(cardsOf(content.doc)).toEqual(['ani', 'citra']);
  });
  onA.release();
  onB.release();
});

test('[ID6] when one id says different things on two nodes, what the log has first holds for everybody', async () => {
  const given = stores();
  const [a, b] = [open(given), open(given)];
  await a.liveMaps.create(mapId, () => {});
  const [onA, onB] = [await a.registry.acquire(mapId), await b.registry.acquire(mapId)];
  const [one, other] = [new Pen(7), new Pen(7)];
  expect(onA.map.content.submit(one.card('one'), ani, 'live', true)).toBe('taken');
  expect(onB.map.content.submit(other.card('other'), ani, 'live', true)).toBe('taken');
  for (const { map } of [onA, onB]) await settled(map);
  for (const { map } of [onA, onB]) await new Promise<void>((resolve) => map.content.whenCaughtUp(resolve));
  const fresh = await open(given).registry.acquire(mapId);
  const states = [onA, onB, fresh].map(({ map }) => cardsOf(map.content.doc).join());
  expect(new Set(states).size).toBe(1);
  expect(['one', 'other']).toContain(states[0]);
  for (const lease of [onA, onB, fresh]) lease.release();
});

test('[ID7] a connection, a person and a document have so many new ids', async () => {
  let now = 0;
  const rooms = open(stores(), new InProcessHub().join(), () => now);
  await rooms.liveMaps.create(mapId, () => {});
  await rooms.registry.use(mapId, async (map) => {
    const { content } = map;
    let client = 1_000;
    const bring = (peer: Peer, count: number, size: 'live' | 'state'): unknown => {
      const structs = Array.from({ length: count }, () => {
        client += 1;
        return [1, ...varint(client), 0, 0, 1];
      });
      const update = Uint8Array.from([...varint(count), ...structs.flat(), 0]);
      return content.submit(update, peer, size, true);
    };
    expect(bring(ani, clientIdLimits.newPerConnection, 'live')).toBe('taken');
    expect(bring(ani, 1, 'live')).toEqual({ kind: 'refused', reason: 'tooManyIds' });
    expect(bring(new Peer('ani'), 1, 'live')).toBe('taken');
    let left = clientIdLimits.newPerUserAndHour - clientIdLimits.newPerConnection - 1;
    for (; left >= 64; left -= 64) expect(bring(ani, 64, 'state')).toBe('taken');
    expect(bring(ani, left, 'state')).toBe('taken');
    const later = { kind: 'later', reason: 'idsPerHour' };
    expect(bring(ani, 1, 'state')).toEqual(later);
    expect(bring(budi, 1, 'state')).toBe('taken');
    now += 60 * 60 * 1_000;
    expect(bring(ani, 1, 'state')).toBe('taken');
    await settled(map);
    for (let user = 0; content.doc.store.clients.size + 64 <= clientIdLimits.perDocument; user++) {
      expect(bring(new Peer(`user ${Math.floor(user / 15)}`), 64, 'state')).toBe('taken');
      if (content.congested) await settled(map);
    }
    await settled(map);
    expect(bring(new Peer('last'), 64, 'state')).toEqual({ kind: 'later', reason: 'idsPerDocument' });
  });
});

test('[ID8] the owners go with the map', async () => {
  const given = stores();
  const rooms = open(given);
  await rooms.liveMaps.create(mapId, () => {});
  await rooms.registry.use(mapId, async (map) => {
    map.content.submit(new Pen(7).card('a'), ani, 'live', true);
    await settled(map);
  });
  expect((await given.claims.load(docId)).size).toBe(1);
  await rooms.liveMaps.remove(mapId);
  expect((await given.claims.load(docId)).size).toBe(0);
});
