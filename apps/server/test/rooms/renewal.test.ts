import type { ActorRef } from '@jejak/access';
import { CloseCode, clientIdLimits, renewalLimits } from '@jejak/protocol';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { varint } from '../../../../packages/update-guard/test/bytes.ts';
import { InProcessBus, InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { LoadedSnapshot, Snapshot } from '../../src/persistence/SnapshotStore.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import type { Lease } from '../../src/rooms/RoomRegistry.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_renewal00001';
const docId = `${mapId}/content`;

class Peer implements Receiver {
  readonly userId: string;
  readonly by: ActorRef;
  closed: number | null = null;

  constructor(userId = 'ani') {
    this.userId = userId;
    this.by = { kind: 'USER', userId, tokenId: null };
  }

  onBatch(): void {}

  close(code: number): void {
    this.closed ??= code;
  }
}

/** Stores that several nodes share, and that may fail or be held up at one point. */
class Snapshots extends MemorySnapshotStore {
  failing = false;
  /** The number of a snapshot that is damaged. */
  damaged: number | null = null;
  override async load(id: string): Promise<LoadedSnapshot> {
    const loaded = await super.load(id);
    if (loaded.kind !== 'loaded' || id !== docId || loaded.head.snapshotSeq !== this.damaged) return loaded;
    return { kind: 'damaged', head: loaded.head };
  }
  beforeMending: (() => Promise<void>) | null = null;
  override async loadBefore(id: string): Promise<LoadedSnapshot> {
    const mend = this.beforeMending;
    this.beforeMending = null;
    await mend?.();
    return super.loadBefore(id);
  }
  override async save(id: string, snapshot: Snapshot): Promise<'saved' | 'stale'> {
    if (this.failing && !id.includes('@')) throw new Error('broken');
    return super.save(id, snapshot);
  }
}
class Log extends MemoryUpdateLog {
  beforeRenewal: (() => Promise<void>) | null = null;
  override async append(entry: LogEntry): Promise<AppendResult> {
    if (entry.epoch !== undefined) await this.beforeRenewal?.();
    return super.append(entry);
  }
}

describe('a document begun anew', () => {
  const opened: Rooms[] = [];
  const leases: Lease[] = [];
  const stores = () => ({ log: new Log(), snapshots: new Snapshots(), claims: new MemoryClientClaims() });
  const open = (
    on: ReturnType<typeof stores>,
    bus: InProcessBus = new InProcessBus(),
    options: { readonly now?: () => number; readonly idleMs?: number } = {},
  ): Rooms => {
    const rooms = createRooms({ ...on, bus, logger: pino({ level: 'silent' }), ...options });
    opened.push(rooms);
    return rooms;
  };
  const make = (rooms: Rooms) =>
    rooms.liveMaps.create(mapId, ({ structure, content }) => {
      structure.getMap('meta').set('schemaVersion', 3);
      content.getMap('cards').set('first', 1);
    });
  const join = async (rooms: Rooms): Promise<Lease> => {
    const lease = await rooms.registry.acquire(mapId);
    leases.push(lease);
    return lease;
  };
  const write = (rooms: Rooms, key: string) =>
    rooms.liveMaps.execute(
      mapId,
      {
        name: 'test',
        action: 'map:editContent',
        part: 'content',
        input: z.object({}),
        run({ content }) {
          content.getMap('cards').set(key, key);
          return { ok: true, value: null };
        },
      },
      {},
      null,
    );
  const keys = async (rooms: Rooms): Promise<readonly string[]> =>
    rooms.registry.use(mapId, async ({ content }) => [...content.doc.getMap('cards').keys()].sort());
  const contentOf = async (rooms: Rooms) =>
    rooms.registry.use(mapId, async ({ content }) => ({
      epoch: content.epoch,
      tail: content.tail,
      clients: [...Y.decodeStateVector(content.stateVector).keys()],
    }));

  afterEach(async () => {
    for (const lease of leases.splice(0)) lease.release();
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  it('[ROOM24] has the same content, a new epoch, one client and the next number; everybody comes back', async () => {
    const on = stores();
    const rooms = open(on);
    await make(rooms);
    const { map } = await join(rooms);
    const peers = { structure: new Peer(), content: new Peer() };
    map.structure.enter(peers.structure);
    map.content.enter(peers.content);
    const copy = new Y.Doc();
    copy.getMap('cards').set('second', 2);
    expect(map.content.submit(Y.encodeStateAsUpdate(copy), peers.content, 'live', true)).toBe('taken');
    await until('it is journaled', () => map.content.tail === 2);
    const { epoch } = map.content;
    expect((await on.claims.load(docId)).size).toBe(1);

    expect(await rooms.registry.renew(mapId, ['content'])).toBe('renewed');
    expect([peers.structure.closed, peers.content.closed]).toEqual([4409, 4409]);
    expect(await keys(rooms)).toEqual(['first', 'second']);
    const after = await contentOf(rooms);
    expect(after).toEqual({ epoch: after.clients[0], tail: 3, clients: [after.epoch] });
    expect(after.epoch).not.toBe(epoch);
    expect(await on.claims.load(docId)).toEqual(new Map());
    // What is stored begins with the new life, and the former one is kept.
    expect(await on.snapshots.head(docId)).toEqual({
      docId,
      epoch: after.epoch,
      snapshotSeq: 3,
      beforeSeq: 0,
    });
    // The entry that holds all of it is left, should the snapshot be damaged.
    expect((await on.log.readAfter(docId, 0)).map(({ seq }) => seq)).toEqual([3]);
    expect(await on.snapshots.head(`${docId}@${epoch}`)).toMatchObject({ epoch, snapshotSeq: 2 });
    await write(rooms, 'third');
    expect(await keys(rooms)).toEqual(['first', 'second', 'third']);
  });

  it('[ROOM24] other nodes send their people away too, and write on in the new life', async () => {
    const [on, hub] = [stores(), new InProcessHub()];
    const [one, other] = [open(on, hub.join()), open(on, hub.join())];
    await make(one);
    const { map } = await join(other);
    const peer = new Peer();
    map.content.enter(peer);
    await write(one, 'here');
    await until('the other has it', () => map.content.tail === 2);
    expect(await one.registry.renew(mapId, ['content'])).toBe('renewed');
    await until('the other hears of it', () => peer.closed !== null);
    expect(peer.closed).toBe(CloseCode.EpochChanged);
    await write(other, 'there');
    expect(await keys(other)).toEqual(['first', 'here', 'there']);
    await join(one);
    await until('the first catches up', () => one.registry.peek(mapId)?.content.tail === 4);
    expect(await keys(one)).toEqual(['first', 'here', 'there']);
    expect((await contentOf(other)).epoch).toBe((await contentOf(one)).epoch);
  });

  it('[ROOM24] when another node has written in between, nothing happens but what it wrote', async () => {
    const [on, hub] = [stores(), new InProcessHub()];
    const [one, other] = [open(on, hub.join()), open(on, hub.join())];
    await make(one);
    const { map } = await join(one);
    const { epoch } = map.content;
    on.log.beforeRenewal = async () => {
      await write(other, 'in between');
    };
    expect(await one.registry.renew(mapId, ['content'])).toBe('missed');
    expect(map.closed).toBe(false);
    await until('it has what the other wrote', () => map.content.doc.getMap('cards').has('in between'));
    expect(map.content.epoch).toBe(epoch);
    on.log.beforeRenewal = null;
    expect(await one.registry.renew(mapId)).toBe('renewed');
    expect(await keys(one)).toEqual(['first', 'in between']);
  });

  it('[ROOM24] a program that comes meanwhile waits and is served from the new life', async () => {
    const on = stores();
    const rooms = open(on);
    await make(rooms);
    let reached = (): void => {};
    let go = (): void => {};
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const mayGo = new Promise<void>((resolve) => {
      go = resolve;
    });
    on.log.beforeRenewal = () => {
      reached();
      return mayGo;
    };
    const renewing = rooms.registry.renew(mapId, ['content']);
    await isReached;
    const writing = write(rooms, 'meanwhile');
    go();
    expect(await renewing).toBe('renewed');
    expect((await writing).version.content).toBe(3);
    expect(await keys(rooms)).toEqual(['first', 'meanwhile']);
  });

  it('[ROOM27] a first snapshot of the new life that is damaged is made good by the entry that began it', async () => {
    const on = stores();
    const rooms = open(on, undefined, { idleMs: 0 });
    await make(rooms);
    await rooms.registry.sweep();
    await write(rooms, 'second');
    expect(await rooms.registry.renew(mapId, ['content'])).toBe('renewed');
    const { epoch } = await contentOf(rooms);
    on.snapshots.damaged = (await on.snapshots.head(docId))?.snapshotSeq ?? 0;
    await write(rooms, 'third');
    const next = open(on, undefined, { idleMs: 0 });
    expect(await keys(next)).toEqual(['first', 'second', 'third']);
    expect((await contentOf(next)).epoch).toBe(epoch);
    await write(next, 'fourth');
    await next.registry.sweep();
    on.snapshots.damaged = null;
    expect(await keys(open(on))).toEqual(['first', 'fourth', 'second', 'third']);
  });

  it('[ROOM27] of two nodes that find the damage at one moment both open the map', async () => {
    const on = stores();
    const rooms = open(on, undefined, { idleMs: 0 });
    await make(rooms);
    await rooms.registry.sweep();
    await write(rooms, 'second');
    await rooms.close();
    on.snapshots.damaged = (await on.snapshots.head(docId))?.snapshotSeq ?? 0;
    const [one, other] = [open(on), open(on)];
    on.snapshots.beforeMending = async () => expect(await keys(other)).toEqual(['first', 'second']);
    expect(await keys(one)).toEqual(['first', 'second']);
    expect((await on.snapshots.head(docId))?.snapshotSeq).toBeLessThan(on.snapshots.damaged);
  });

  it('[ROOM25] a node that dies behind the entry of the new life leaves a map that opens in it', async () => {
    const on = stores();
    const rooms = open(on, undefined, { idleMs: 0 });
    await make(rooms);
    await write(rooms, 'second');
    on.snapshots.failing = true;
    expect(await rooms.registry.renew(mapId, ['content'])).toBe('renewed');
    on.snapshots.failing = false;
    const next = open(on, undefined, { idleMs: 0 });
    const { epoch, clients, tail } = await contentOf(next);
    expect([tail, clients]).toEqual([3, [epoch]]);
    await write(next, 'third');
    expect(await keys(next)).toEqual(['first', 'second', 'third']);
    // The next compaction brings the stores to the new life.
    await next.registry.sweep();
    expect(await on.snapshots.head(docId)).toEqual({ docId, epoch, snapshotSeq: 4, beforeSeq: 0 });
    expect(await keys(open(on))).toEqual(['first', 'second', 'third']);
  });

  it('[ROOM25] what is broken before the new life does not matter any more', async () => {
    const on = stores();
    const rooms = open(on);
    await make(rooms);
    await on.log.append({ docId, seq: 2, updates: [Uint8Array.of(255)] });
    const fresh = new Y.Doc();
    fresh.clientID = 9;
    fresh.getMap('cards').set('new life', 1);
    await on.log.append({ docId, seq: 3, epoch: 9, updates: [Y.encodeStateAsUpdate(fresh)] });
    expect(await keys(rooms)).toEqual(['new life']);
    expect(rooms.registry.peek(mapId)?.content).toMatchObject({ epoch: 9, tail: 3, readOnly: false });
  });

  /** So many clients, each with something that is gone. */
  const withClients = (count: number): Uint8Array => {
    const structs = Array.from({ length: count }, (_, n) => [1, ...varint(n + 1), 0, 0, 1]);
    return Uint8Array.from([...varint(count), ...structs.flat(), 0]);
  };

  it.each([
    ['alone', renewalLimits.alone.clients, false],
    ['in company', renewalLimits.inCompany.clients, true],
  ])('[ROOM26] many client ids are a reason, %s', async (_how, limit, company) => {
    let now = 1_000_000;
    const rooms = open(stores(), undefined, { now: () => now });
    await rooms.liveMaps.create(mapId, ({ content }) => Y.applyUpdate(content, withClients(limit - 2)));
    const { map } = await join(rooms);
    if (company) map.content.enter(new Peer());
    await rooms.registry.sweep();
    expect(map.closed).toBe(false);
    const copy = new Y.Doc();
    copy.getMap('cards').set('one more', 1);
    expect(map.content.submit(Y.encodeStateAsUpdate(copy), new Peer(), 'live', true)).toBe('taken');
    await until('it is journaled', () => map.settled);
    await rooms.registry.sweep();
    expect(map.closed).toBe(false);
    now += 2_000;
    await rooms.registry.sweep();
    expect(map.closed).toBe(true);
    expect((await contentOf(rooms)).clients).toHaveLength(1);
    expect(await keys(rooms)).toEqual(['one more']);
  });

  it.each([
    [10_000, false],
    [40_000, true],
  ])('[ROOM26] many deletions are a reason: %i', async (deletions, due) => {
    const rooms = open(stores());
    const torn = new Y.Doc();
    const cards = torn.getMap('cards');
    torn.transact(() => {
      for (let n = 0; n < 2 * deletions; n++) cards.set(`k${n}`, n);
      for (let n = 0; n < 2 * deletions; n += 2) cards.delete(`k${n}`);
    });
    await rooms.liveMaps.create(mapId, ({ content }) => Y.applyUpdate(content, Y.encodeStateAsUpdate(torn)));
    const { map } = await join(rooms);
    await rooms.registry.sweep();
    expect(map.closed).toBe(due);
    expect((await keys(rooms)).length).toBe(deletions);
  });

  it('[ROOM26] former lives are kept for their time, and go with the map', async () => {
    const on = stores();
    let now = 1_000_000;
    const rooms = open(on, undefined, { now: () => now });
    await make(rooms);
    const epochs: number[] = [];
    for (let lives = 0; lives < 2; lives++) {
      epochs.push((await contentOf(rooms)).epoch);
      await rooms.registry.renew(mapId, ['content']);
      now += renewalLimits.formerLifeMs / 2;
    }
    const kept = async () => (await on.snapshots.formerLivesOf(docId)).length;
    expect(await kept()).toBe(2);
    await rooms.registry.sweep();
    expect(await on.snapshots.formerLivesOf(docId)).toEqual([`${docId}@${epochs[1]}`]);
    await rooms.liveMaps.remove(mapId);
    expect(await kept()).toBe(0);
  });

  it('the limits leave room below what a document takes', () => {
    expect(renewalLimits.inCompany.clients).toBeLessThan(clientIdLimits.perDocument);
  });
});
