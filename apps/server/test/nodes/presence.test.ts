import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { seeded } from '../faults/seeded.ts';
import { until } from '../sync/until.ts';
import { FaultyBus } from './FaultyBus.ts';

const mapId = 'map_presence00001';
const anna = { id: 'usr_anna', name: 'Anna', team: 'PRODUCT' } as const;

interface Node {
  readonly rooms: Rooms;
  readonly bus: FaultyBus;
}

describe('people on several nodes', () => {
  const opened: Node[] = [];
  afterEach(async () => {
    for (const { rooms } of opened.splice(0)) await rooms.close();
  });

  /** Nodes that have the map open, with one clock that only the test turns. */
  const start = async (): Promise<{ a: Node; b: Node; clock: { now: number } }> => {
    const hub = new InProcessHub();
    const stores = {
      log: new MemoryUpdateLog(),
      snapshots: new MemorySnapshotStore(),
      claims: new MemoryClientClaims(),
    };
    const clock = { now: 1_000_000 };
    const open = async (): Promise<Node> => {
      const bus = new FaultyBus(hub.join(), seeded(1));
      const logger = pino({ level: 'silent' });
      const node = { bus, rooms: createRooms({ ...stores, bus, logger, now: () => clock.now }) };
      opened.push(node);
      if (opened.length === 1) await node.rooms.liveMaps.create(mapId, () => {});
      await node.rooms.registry.acquire(mapId);
      return node;
    };
    return { a: await open(), b: await open(), clock };
  };
  const board = ({ rooms }: Node) => {
    const map = rooms.registry.peek(mapId);
    if (map === null) throw new Error('not open');
    return map.presence;
  };
  const sees = (node: Node): boolean => board(node).all().length > 0;

  it('[NODE6] those of a node that dies are gone within 40 s', async () => {
    const { a, b, clock } = await start();
    board(a).say({}, null, anna, 7, 1, '{}');
    await until('b sees anna', () => sees(b));
    await a.bus.close();
    clock.now += 30_000;
    await b.rooms.registry.sweep();
    expect(sees(b)).toBe(true);
    clock.now += 8_000;
    await b.rooms.registry.sweep();
    expect(sees(b)).toBe(false);
  });

  it('[NODE6] those who say nothing new stay, as long as their node lives', async () => {
    const { a, b, clock } = await start();
    board(a).say({}, null, anna, 7, 1, '{}');
    await until('b sees anna', () => sees(b));
    for (let n = 0; n < 5; n++) {
      a.bus.published.length = 0;
      clock.now += 15_000;
      await until('a says it again', () => a.bus.published.some((text) => text.includes('"presence"')));
      await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
      await b.rooms.registry.sweep();
      expect(sees(b)).toBe(true);
    }
  });

  it('[NODE6] who moves is seen by the node left behind, before that noticed and after', async () => {
    const { a, b } = await start();
    const [left, taken] = [{}, {}];
    board(a).say(left, null, anna, 7, 1, '{}');
    await until('b sees anna', () => sees(b));
    board(b).say(taken, null, anna, 7, 2, '{"typing":true}');
    await until('a hears it', () => board(a).all()[0]?.clock === 2);
    board(a).leave(left);
    expect(board(a).all()).toEqual([{ clientId: 7, clock: 2, state: { user: anna, typing: true } }]);
    expect(board(b).all()).toEqual(board(a).all());
  });

  it('[NODE6] who was only heard to leave may come; nobody else may come as somebody', async () => {
    const { b } = await start();
    board(b).hear([{ clientId: 7, clock: 3, state: null }]);
    board(b).say({}, null, anna, 7, 4, '{}');
    expect(board(b).all()).toHaveLength(1);
    board(b).hear([{ clientId: 7, clock: 9, state: { user: { ...anna, id: 'usr_other' } } }]);
    expect(board(b).all()[0]?.state?.user.id).toBe(anna.id);
  });

  it('[NODE6] a node that opens the map, and one whose bus comes back, learn who is there', async () => {
    const { a, b } = await start();
    for (const { bus } of [a, b]) bus.faults = { drop: 1 };
    board(a).say({}, null, anna, 7, 1, '{}');
    await until('said in vain', () => a.bus.published.some((text) => text.includes('"presence"')));
    expect(sees(b)).toBe(false);
    for (const { bus } of [a, b]) bus.faults = {};
    b.bus.resume();
    await until('b sees anna', () => sees(b));
  });
});
