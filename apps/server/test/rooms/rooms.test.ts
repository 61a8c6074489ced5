import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { authorsOf } from '../../src/persistence/authorRuns.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { DurableBatch } from '../../src/rooms/DurableBatch.ts';
import type { MapRoom } from '../../src/rooms/MapRoom.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import { faultSize, reportRow } from '../faults/faultRows.ts';
import { startSyncServer } from '../sync/startSyncServer.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_rooms0000001';
const logger = pino({ level: 'silent' });

class Peer implements Receiver {
  readonly userId = 'ani';
  readonly by = { kind: 'USER', userId: 'ani', tokenId: null } as const;
  readonly batches: DurableBatch[] = [];
  closed: number | null = null;

  onBatch(batch: DurableBatch): void {
    this.batches.push(batch);
  }

  close(code: number): void {
    this.closed ??= code;
  }
}

const settled = (map: MapRoom): Promise<void> => until('settled', () => map.ready && map.settled);

describe('rooms', () => {
  const opened: Rooms[] = [];
  const hub = new InProcessHub();
  const stores = () => ({
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
  });
  const open = (given: ReturnType<typeof stores>, idleMs = 60_000): Rooms => {
    const rooms = createRooms({ ...given, bus: hub.join(), logger, idleMs });
    opened.push(rooms);
    return rooms;
  };
  afterEach(async () => {
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  const goodUpdate = (key: string): Uint8Array => {
    const doc = new Y.Doc();
    doc.getMap('cards').set(key, key);
    return Y.encodeStateAsUpdate(doc);
  };

  it('[EVENT1] the log says who made each update: people, programs, the server', async () => {
    const given = stores();
    const rooms = open(given);
    await rooms.liveMaps.create(mapId, () => {}, { kind: 'API', userId: 'budi', tokenId: 'tok_1' });
    const peer = new Peer();
    const { map, release } = await rooms.registry.acquire(mapId);
    map.content.submit(goodUpdate('a'), peer, 'live', true);
    map.content.submit(goodUpdate('b'), peer, 'live', true);
    const program = { kind: 'API', userId: 'citra', tokenId: null } as const;
    map.content.edit((doc) => doc.getMap('cards').set('c', 1), program);
    map.content.edit((doc) => doc.getMap('cards').set('d', 1));
    await settled(map);
    release();
    const entries = await given.log.readAfter(`${mapId}/content`, 0);
    const authors = entries.flatMap(({ updates, authors: runs }) => authorsOf(updates.length, runs));
    expect(authors).toEqual([
      { kind: 'API', userId: 'budi', tokenId: 'tok_1' },
      peer.by,
      peer.by,
      program,
      null,
    ]);
  });

  it('[ROOM1] an update that cannot be applied whole changes nothing for anybody', async () => {
    const given = stores();
    const rooms = open(given);
    await rooms.liveMaps.create(mapId, () => {});
    await rooms.registry.use(mapId, async (map) => {
      const [attacker, other] = [new Peer(), new Peer()];
      map.content.enter(other);
      expect(map.content.submit(goodUpdate('before'), attacker, 'live', true)).toBe('taken');
      await settled(map);
      const good = goodUpdate('half');
      // Whole structs, then a delete set that is cut off: Yjs applies the first half and then throws.
      const half = Uint8Array.from([...good.subarray(0, good.length - 1), 1]);
      const victim = new Y.Doc();
      for (const key of ['1', '2', '3']) victim.getMap('emotionScores').set(key, 1);
      const future = Uint8Array.from([0, 1, ...varint(victim.clientID), 1, 0, 3]);
      const later = new Y.Doc();
      later.getMap('cards').set('a', 1);
      const ground = Y.encodeStateVector(later);
      later.getMap('cards').set('b', 1);
      const gap = Y.encodeStateAsUpdate(later, ground);
      const refused: [unknown, Uint8Array][] = [
        [{ kind: 'refused', reason: 'malformed' }, half],
        [{ kind: 'refused', reason: 'malformed' }, Uint8Array.from([255, 255, 255, 255, 15])],
        ['pending', future],
        ['pending', gap],
      ];
      for (const [outcome, update] of refused) {
        await settled(map);
        expect(map.content.submit(update, attacker, 'live', true)).toEqual(outcome);
      }
      await settled(map);
      expect(map.content.submit(goodUpdate('after'), attacker, 'live', true)).toBe('taken');
      await settled(map);
      expect([...map.content.doc.getMap('cards').keys()].sort()).toEqual(['after', 'before']);
      expect(map.content.doc.store.pendingDs).toBeNull();
      expect(other.batches.flatMap(({ items }) => items)).toHaveLength(2);
      expect(
        (await given.log.readAfter(`${mapId}/content`, 1)).flatMap(({ updates }) => updates),
      ).toHaveLength(2);
      expect(map.content.submit(Y.encodeStateAsUpdate(victim), attacker, 'live', true)).toBe('taken');
      expect(map.content.doc.getMap('emotionScores').size).toBe(3);
    });
  });

  it('[ROOM28] a live edit is told as it came, of anything else only what was new', async () => {
    const rooms = open(stores());
    await rooms.liveMaps.create(mapId, () => {});
    await rooms.registry.use(mapId, async (map) => {
      const [author, other] = [new Peer(), new Peer()];
      map.content.enter(other);
      const doc = new Y.Doc();
      const send = async (update: Uint8Array, size: 'live' | 'state'): Promise<Uint8Array> => {
        expect(map.content.submit(update, author, size, true)).toBe('taken');
        await settled(map);
        return Uint8Array.from(other.batches.at(-1)?.items[0]?.update ?? []);
      };
      doc.getMap('cards').set('a', 1);
      expect(await send(Y.encodeStateAsUpdate(doc), 'live')).toEqual(Y.encodeStateAsUpdate(doc));
      let known = Y.encodeStateVector(doc);
      doc.getMap('cards').set('b', 1);
      expect(await send(Y.encodeStateAsUpdate(doc), 'live')).toEqual(Y.encodeStateAsUpdate(doc, known));
      doc.getMap('cards').delete('b');
      await send(Y.encodeStateAsUpdate(doc), 'live');
      known = Y.encodeStateVector(doc);
      doc.getMap('cards').set('c', 1);
      const lacking = Y.encodeStateAsUpdate(doc, known);
      const told = await send(lacking, 'state');
      // Without the deletion that is known.
      expect(Y.decodeUpdate(lacking).ds.clients.size).toBe(1);
      expect(Y.decodeUpdate(told).ds.clients.size).toBe(0);
      expect(Y.decodeUpdate(told).structs).toHaveLength(1);
    });
  });

  it('[ROOM2] a server edit that throws half-way leaves no trace', async () => {
    const given = stores();
    const rooms = open(given);
    await rooms.liveMaps.create(mapId, () => {});
    await rooms.registry.use(mapId, async (map) => {
      const edit = (): never =>
        map.content.edit((doc) => {
          doc.getMap('cards').set('half', 1);
          throw new Error('half-way');
        });
      expect(edit).toThrow('half-way');
      await settled(map);
      expect(map.content.doc.getMap('cards').size).toBe(0);
      expect(map.version).toEqual({ structure: 1, content: 1 });
    });
  });

  it('[ROOM3] two who create one map: one wins, its content is there once', async () => {
    const given = stores();
    const [a, b] = [open(given), open(given)];
    const fill = (docs: { content: Y.Doc }): void => {
      docs.content.getArray('list').insert(0, [1]);
    };
    const results = await Promise.allSettled([
      a.liveMaps.create(mapId, fill),
      b.liveMaps.create(mapId, fill),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await a.registry.use(mapId, async (map) => {
      expect(map.content.doc.getArray('list').toArray()).toEqual([1]);
    });
    await expect(b.liveMaps.create(mapId, fill)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it("[ROOM4] names the records that changed, and the map's own fields not at all", async () => {
    const rooms = open(stores());
    await rooms.liveMaps.create(mapId, () => {});
    const heard: (readonly string[])[] = [];
    const stop = rooms.liveMaps.onChange(mapId, ({ changedIds }) => heard.push(changedIds));
    await rooms.registry.use(mapId, async (map) => {
      const step = async (run: () => void): Promise<void> => {
        run();
        await settled(map);
      };
      await step(() =>
        map.content.edit((doc) => {
          const card = new Y.Map();
          card.set('text.en', new Y.Text('x'));
          doc.getMap('cards').set('crd_1', card);
        }),
      );
      await step(() =>
        map.content.edit((doc) => {
          const text: unknown = (doc.getMap('cards').get('crd_1') as Y.Map<unknown>).get('text.en');
          if (text instanceof Y.Text) text.insert(0, 'y');
          doc.getMap('emotionScores').set('stp_1:per_1', 2);
        }),
      );
      await step(() => map.structure.edit((doc) => doc.getMap('meta').set('type', 'FUTURE_STATE')));
    });
    expect(heard).toEqual([['crd_1'], ['crd_1', 'stp_1'], []]);
    stop();
  });

  it('[ROOM5] [F15] a map nobody uses is unloaded, and whoever comes at that moment finds every edit', async () => {
    const rounds = faultSize('F15');
    const rooms = open(stores(), 0);
    await rooms.liveMaps.create(mapId, () => {});
    for (let n = 0; n < rounds; n++) {
      const [, found] = await Promise.all([
        rooms.registry.sweep(),
        rooms.registry.use(mapId, async (map) => {
          const before = map.content.doc.getMap('cards').size;
          map.content.edit((doc) => doc.getMap('cards').set(`crd_${n}`, n));
          // Left without waiting: the map may only go once this is journaled.
          return before;
        }),
      ]);
      expect(found).toBe(n);
    }
    await until('unloaded', () => {
      void rooms.registry.sweep();
      return rooms.registry.openCount === 0;
    });
    reportRow('F15', { rounds, lost: 0 });
  }, 120_000);

  it('[ROOM6] two nodes write one map: nothing is lost, both agree, the log has no gap', async () => {
    const given = stores();
    const [a, b] = [open(given), open(given)];
    await a.liveMaps.create(mapId, () => {});
    const [onA, onB] = await Promise.all([a.registry.acquire(mapId), b.registry.acquire(mapId)]);
    try {
      for (let n = 0; n < 100; n++) {
        onA.map.content.edit((doc) => doc.getMap('cards').set(`a${n}`, n));
        onB.map.content.edit((doc) => doc.getMap('cards').set(`b${n}`, n));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await until('both agree', () => {
        const sizes = [onA, onB].map(({ map }) => map.content.doc.getMap('cards').size);
        return sizes[0] === 200 && sizes[1] === 200 && onA.map.settled && onB.map.settled;
      });
      expect(onA.map.content.doc.getMap('cards').toJSON()).toEqual(
        onB.map.content.doc.getMap('cards').toJSON(),
      );
      const seqs = (await given.log.readAfter(`${mapId}/content`, 0)).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      const { version } = await b.liveMaps.read(mapId, onA.map.version);
      expect(version.content).toBeGreaterThanOrEqual(onA.map.version.content);
    } finally {
      onA.release();
      onB.release();
    }
  });

  it('[ROOM7] a version nobody has reached is waited for a bounded time', async () => {
    const rooms = open(stores());
    await rooms.liveMaps.create(mapId, () => {});
    await expect(rooms.liveMaps.read(mapId, { structure: 1, content: 99 })).rejects.toMatchObject({
      code: 'VERSION_TIMEOUT',
    });
    expect((await rooms.liveMaps.read(mapId)).version).toEqual({ structure: 1, content: 1 });
  });

  it('[ROOM8] a node that slept through a compaction begins from the snapshot and loses nothing', async () => {
    const given = stores();
    // A bus of its own: no hint reaches the sleeper.
    const a = createRooms({ ...given, bus: new InProcessHub().join(), logger, idleMs: 60_000 });
    opened.push(a);
    const b = open(given, 0);
    await a.liveMaps.create(mapId, () => {});
    const sleeper = await a.registry.acquire(mapId);
    const peer = new Peer();
    sleeper.map.content.enter(peer);
    for (const from of [0, 3]) {
      await b.registry.use(mapId, async (map) => {
        for (let n = from; n < from + 3; n++) map.content.edit((doc) => doc.getMap('cards').set(`b${n}`, n));
        await settled(map);
      });
      await b.registry.sweep();
    }
    // What the sleeper lacks first is merged and gone.
    expect((await given.log.readAfter(`${mapId}/content`, 0)).map(({ seq }) => seq)).toEqual([3]);
    sleeper.map.content.edit((doc) => doc.getMap('cards').set('a', 1));
    await until('caught up', () => sleeper.map.settled && sleeper.map.content.doc.getMap('cards').size === 7);
    const fresh = open(given);
    await fresh.registry.use(mapId, async (map) => {
      expect(map.content.doc.getMap('cards').size).toBe(7);
    });
    expect(peer.batches.map(({ seq }) => seq)).toEqual([3, 4]);
    sleeper.release();
  });
});

describe('hostile sockets', () => {
  it('[SYNC10] broken frames end their sender and nobody else', async () => {
    const server = await startSyncServer();
    await server.createMap(mapId);
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const frames: [string, string | Uint8Array, number][] = [
      ['text', '9007199254740991', 4400],
      ['unknown kind', Uint8Array.from([77]), 4400],
      ['empty', new Uint8Array(), 4400],
      ['cut update', Uint8Array.from([0, 2, 5, 1, 1]), 4400],
      ['claimed 33.5 million structs', Uint8Array.from([0, 2, 7, 1, 255, 255, 255, 15, 1, 0]), 4400],
      ['deep presence', presence(1, 1, deep), 4400],
      ['no JSON', presence(1, 1, '{'), 4400],
      ['clock jump', presence(1, Number.MAX_SAFE_INTEGER, '{}'), 4400],
      ['too large', new Uint8Array(1024 * 1024 + 100), 1009],
    ];
    try {
      for (const [name, frame, code] of frames) {
        const ws = new WebSocket(`${server.url}/${mapId}/content`);
        const closed = new Promise<number>((resolve) => ws.on('close', resolve));
        ws.on('error', () => {});
        ws.on('open', () => ws.send(frame));
        expect([name, await closed]).toEqual([name, code]);
      }
      await until('all gone', () => server.rooms.directory.size === 0);
    } finally {
      await server.stop();
    }
  });

  it('[SYNC11] a cookie from a foreign page is refused before the upgrade', async () => {
    const server = await startSyncServer();
    await server.createMap(mapId);
    const statusOf = (origin: string | undefined): Promise<number> =>
      new Promise((resolve) => {
        const ws = new WebSocket(`${server.url}/${mapId}/content`, {
          headers: { cookie: 'session=1', ...(origin === undefined ? {} : { origin }) },
        });
        ws.on('unexpected-response', (_req, res) => {
          res.destroy();
          resolve(res.statusCode ?? 0);
        });
        ws.on('open', () => {
          ws.close();
          resolve(101);
        });
        ws.on('error', () => {});
      });
    try {
      for (const origin of [
        undefined,
        'null',
        'http://evil.example',
        'http://map.example.evil.example',
        'http://xmap.example',
        'https://map.example',
        'http://map.example:81',
        `http://127.0.0.1:${server.port}.evil.example`,
        'javascript:alert(1)',
      ]) {
        expect([origin, await statusOf(origin)]).toEqual([origin, 403]);
      }
      expect(await statusOf('http://map.example')).toBe(101);
      expect(await statusOf(`http://127.0.0.1:${server.port}`)).toBe(101);
    } finally {
      await server.stop();
    }
  });
});

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function presence(clientId: number, clock: number, json: string): Uint8Array {
  const text = [...new TextEncoder().encode(json)];
  const body = [1, ...varint(clientId), ...varint(clock), ...varint(text.length), ...text];
  return Uint8Array.from([1, ...varint(body.length), ...body]);
}
