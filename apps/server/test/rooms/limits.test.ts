import { Duplex } from 'node:stream';
import { operations } from '@jejak/journey-model';
import { instantiateTemplate } from '@jejak/journey-model/templates';
import { syncLimits } from '@jejak/protocol';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult } from '../../src/persistence/UpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { PresenceBoard } from '../../src/rooms/PresenceBoard.ts';
import type { Receiver } from '../../src/rooms/Receiver.ts';
import { Outbox } from '../../src/sync/Outbox.ts';
import { until } from '../sync/until.ts';

const mapId = 'map_limits000001';
const nobody: Receiver = {
  userId: 'ani',
  by: { kind: 'USER', userId: 'ani', tokenId: null },
  onBatch() {},
  close() {},
};

function roomsOn(log: MemoryUpdateLog): Rooms {
  return createRooms({
    log,
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger: pino({ level: 'silent' }),
  });
}

describe('limits of rooms', () => {
  it('[ROOM14] while the database is away the queue ends at its limit and edits are refused', async () => {
    class AwayLog extends MemoryUpdateLog {
      away = false;
      readonly waiting: (() => void)[] = [];

      override async append(...given: Parameters<MemoryUpdateLog['append']>): Promise<AppendResult> {
        if (this.away) await new Promise<void>((resolve) => this.waiting.push(resolve));
        return super.append(...given);
      }
    }
    const log = new AwayLog();
    const rooms = roomsOn(log);
    await rooms.liveMaps.create(mapId, () => {});
    await rooms.registry.use(mapId, async ({ content }) => {
      log.away = true;
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (let n = 0; n < 3_000; n++) doc.getMap('cards').set(`c${n}`, n);
      expect(content.submit(updates[0] ?? new Uint8Array(), nobody, 'live', true)).toBe('taken');
      await until('one is under way', () => log.waiting.length > 0);
      let taken = 1;
      for (; taken < updates.length; taken++) {
        if (content.submit(updates[taken] ?? new Uint8Array(), nobody, 'live', true) !== 'taken') break;
      }
      expect(content.congested).toBe(true);
      expect(taken).toBe(2_001);
      expect(() => content.edit((live) => live.getMap('cards').set('x', 1))).toThrow('UNAVAILABLE');
      expect(content.tail).toBe(1);
      log.away = false;
      for (const go of log.waiting.splice(0)) go();
      await until('settled', () => content.settled);
      expect(content.doc.getMap('cards').size).toBe(2_001);
      expect(content.submit(updates[taken] ?? new Uint8Array(), nobody, 'live', true)).toBe('taken');
    });
    await rooms.close();
  });

  it('[ROOM15] an operation through LiveMaps is journaled when it answers, and read with its version', async () => {
    const rooms = roomsOn(new MemoryUpdateLog());
    let ids = 0;
    await rooms.liveMaps.create(mapId, (docs) => {
      const context = {
        newId: () => {
          ids += 1;
          return `id${ids}`;
        },
        random: () => 0.5,
        origin: null,
      };
      instantiateTemplate(
        docs,
        { template: 'offline', type: 'CURRENT_STATE', locale: 'en', title: 'A map' },
        context,
      );
    });
    const { snapshot } = await rooms.liveMaps.read(mapId);
    const [column] = snapshot.columns;
    const [lane] = snapshot.lanes;
    const input = operations.addCard.input.parse({
      columnId: column?.id,
      laneId: lane?.id,
      text: { en: 'Hello' },
    });
    const heard: unknown[] = [];
    const named: string[] = [];
    const stops = [
      rooms.liveMaps.onChange(mapId, (change) => heard.push(change)),
      rooms.liveMaps.onAnyChange((changed) => named.push(changed)),
    ];
    const { result, version } = await rooms.liveMaps.execute(mapId, operations.addCard, input, null);
    expect(result.ok).toBe(true);
    expect(version).toEqual({ structure: 1, content: 2 });
    const after = await rooms.liveMaps.read(mapId, version);
    expect(after.version).toEqual(version);
    expect(after.snapshot.cards.map(({ text }) => text.en)).toEqual(['Hello']);
    expect(heard).toEqual([{ mapId, version, changedIds: [after.snapshot.cards[0]?.id] }]);
    expect(named).toEqual([mapId]);
    for (const stop of stops) stop();
    await rooms.liveMaps.remove(mapId);
    await expect(rooms.liveMaps.read(mapId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rooms.liveMaps.create(mapId, () => {})).rejects.toMatchObject({ code: 'CONFLICT' });
    await rooms.close();
  });
});

describe('presence', () => {
  const anna = { id: 'anna', name: 'Anna', team: 'SALES' } as const;
  const budi = { id: 'budi', name: 'Budi', team: 'OTHER' } as const;

  it('[SYNC13] nobody speaks for another, and one connection speaks for one id', () => {
    let now = 0;
    const board = new PresenceBoard(() => now);
    const [a, b] = [{}, {}];
    expect(board.say(a, null, anna, 1, 5, '{"typing":true}')).toBeNull();
    // An echo of Anna by Budi, a claim of her id by Budi, a second id of Anna: all ignored.
    expect(board.say(b, null, budi, 1, 9, '{}')).toBeNull();
    expect(board.say(b, null, budi, 1, 10, 'null')).toBeNull();
    expect(board.say(a, 1, anna, 2, 1, '{}')).toBeNull();
    expect(board.all()).toEqual([{ clientId: 1, clock: 5, state: { typing: true, user: anna } }]);
    expect(board.ownedBy(b)).toBeNull();
    expect(board.say(a, 1, anna, 1, 5 + 1_001, '{}')).toMatchObject({ code: 4400 });
    expect(board.say(a, 1, anna, 1, 6, `{"cell":${'['.repeat(9)}${']'.repeat(9)}}`)).toMatchObject({
      code: 4400,
    });
    expect(board.say(a, 1, anna, 1, 6, JSON.stringify({ typing: true, x: 'y'.repeat(3_000) }))).toMatchObject(
      {
        code: 4400,
      },
    );
    // Anna comes back on a new connection before the old one is noticed dead; its end takes nothing away.
    const again = {};
    expect(board.say(again, null, anna, 1, 7, '{}')).toBeNull();
    board.leave(a);
    expect(board.all()).toEqual([{ clientId: 1, clock: 7, state: { user: anna } }]);
    board.leave(again);
    expect(board.all()).toEqual([]);
    // A late echo does not bring her back under another name.
    expect(board.say(b, null, budi, 1, 8, '{}')).toBeNull();
    expect(board.all()).toEqual([]);
    now = 61_000;
    board.sweep();
    expect(board.takeChanges().all).toEqual([]);
  });
});

describe('what is told of presence', () => {
  const user = { id: 'anna', name: 'Anna', team: 'SALES' } as const;

  it('[SYNC25] is the newest of each client that changed, once, and apart what other nodes need to hear', () => {
    const board = new PresenceBoard(() => 0);
    const [one, other] = [{}, {}];
    board.say(one, null, user, 1, 1, '{"typing":true}');
    board.say(one, 1, user, 1, 2, '{"typing":false}');
    board.say(other, null, user, 2, 1, '{}');
    board.hear([{ clientId: 3, clock: 7, state: { user } }]);
    const ours = [
      { clientId: 1, clock: 2, state: { typing: false, user } },
      { clientId: 2, clock: 1, state: { user } },
    ];
    const theirs = { clientId: 3, clock: 7, state: { user } };
    expect(board.takeChanges()).toEqual({ all: [...ours, theirs], here: ours });
    expect(board.takeChanges()).toEqual({ all: [], here: [] });
    board.leave(other);
    const left = [{ clientId: 2, clock: 1, state: null }];
    expect(board.takeChanges()).toEqual({ all: left, here: left });
  });
});

describe('much presence', () => {
  const user = { id: 'anna', name: 'Anna', team: 'SALES' } as const;

  it('[SYNC40] a map shows so many windows and no more, here and from other nodes', () => {
    const board = new PresenceBoard(() => 0);
    const max = syncLimits.presenceStatesPerMap;
    for (let id = 1; id <= max; id++) expect(board.say({}, null, user, id, 1, '{}')).toBeNull();
    const late = {};
    board.say(late, null, user, max + 1, 1, '{}');
    board.hear([{ clientId: max + 2, clock: 1, state: { user } }]);
    expect(board.all()).toHaveLength(max);
    expect(board.ownedBy(late)).toBeNull();
    const [first] = [{}];
    board.say(first, null, user, 1, 2, '{"typing":true}');
    board.leave(first);
    expect(board.say(late, null, user, max + 1, 2, '{}')).toBeNull();
    expect(board.ownedBy(late)).toBe(max + 1);
  });

  it('[SYNC40] sessions that come and go leave nothing behind: bounded at once, gone after a minute', () => {
    let now = 0;
    const board = new PresenceBoard(() => now);
    for (let id = 1; id <= 20_000; id++) {
      const owner = {};
      board.say(owner, null, user, id, 1, '{}');
      board.leave(owner);
    }
    expect(board.takeChanges().all.length).toBeLessThanOrEqual(syncLimits.presenceIdsPerMap);
    now = 61_000;
    board.sweep();
    board.say({}, null, user, 1, 1, '{}');
    expect(board.all()).toEqual([{ clientId: 1, clock: 1, state: { user } }]);
  });

  it('[SYNC13] a window that echoes another one of the same person does not become it', () => {
    const board = new PresenceBoard(() => 0);
    const [one, echoing] = [{}, {}];
    board.say(one, null, user, 1, 5, '{"typing":true}');
    board.say(echoing, null, user, 1, 5, '{"typing":true}');
    expect(board.ownedBy(one)).toBe(1);
    expect(board.ownedBy(echoing)).toBeNull();
  });

  it('[SYNC40] two KiB are bytes, not letters', () => {
    const board = new PresenceBoard(() => 0);
    const json = JSON.stringify({ selection: Array.from({ length: 12 }, () => '界'.repeat(64)) });
    expect(json.length).toBeLessThan(syncLimits.awarenessBytesMax);
    expect(board.say({}, null, user, 1, 1, json)).toMatchObject({ code: 4400 });
  });
});

describe('a slow reader', () => {
  it('[SYNC14] hears of presence while 256 KiB wait for it, and of none beyond', () => {
    class Stuck extends Duplex {
      override _write(): void {}
      override _read(): void {}
    }
    const socket = new Stuck();
    const outbox = new Outbox({ socket, now: () => 0, overload: () => {} });
    const waiting = (bytes: number): number => {
      outbox.sendPresence(Buffer.alloc(bytes));
      outbox.flush();
      return socket.writableLength;
    };
    expect(waiting(syncLimits.sendQueueDropPresenceBytes)).toBe(syncLimits.sendQueueDropPresenceBytes);
    expect(waiting(1)).toBe(syncLimits.sendQueueDropPresenceBytes + 1);
    expect(waiting(1)).toBe(syncLimits.sendQueueDropPresenceBytes + 1);
  });

  it('[SYNC14] loses presence first, then its connection; a large state may be on its way', () => {
    class Stuck extends Duplex {
      override _write(): void {}
      override _read(): void {}
    }
    let now = 0;
    let closed: number | null = null;
    const socket = new Stuck();
    const make = (): Outbox =>
      new Outbox({
        socket,
        now: () => now,
        overload: (code) => {
          closed = code;
        },
      });
    const outbox = make();
    outbox.sendState([Buffer.alloc(9 * 1024 * 1024)]);
    outbox.flush();
    expect(closed).toBeNull();
    const before = socket.writableLength;
    outbox.sendPresence(Buffer.alloc(100));
    outbox.flush();
    expect(socket.writableLength).toBe(before);
    // Asking for it again and again, and reading none of it, is no way to fill the memory.
    outbox.sendState([Buffer.alloc(9 * 1024 * 1024)]);
    outbox.flush();
    expect(closed).toBe(1013);
    closed = null;
    now = 10_001;
    outbox.check();
    expect(closed).toBe(1013);
    closed = null;
    outbox.send(Buffer.alloc(5 * 1024 * 1024));
    outbox.flush();
    expect(closed).toBe(1013);
  });
});
