import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { mapTopic, parseMapMessage } from '../../src/rooms/busMessages.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import type { Lease } from '../../src/rooms/RoomRegistry.ts';
import { seeded } from '../faults/seeded.ts';
import { storedDocument } from '../faults/storedDocument.ts';
import { until } from '../sync/until.ts';
import { FaultyBus } from './FaultyBus.ts';

const mapId = 'map_toldentries1';
const docId = `${mapId}/content`;

/** Counts what is asked of it. */
class CountingLog extends MemoryUpdateLog {
  reads = 0;
  appends = 0;
  conflicts = 0;
  override readAfter(id: string, seq: number): Promise<readonly LogEntry[]> {
    this.reads += 1;
    return super.readAfter(id, seq);
  }
  override async append(entry: LogEntry): Promise<AppendResult> {
    const result = await super.append(entry);
    if (result === 'appended') this.appends += 1;
    else this.conflicts += 1;
    return result;
  }
}

it('[BUS4] a node that is alone tells its entries to nobody, and does once another is there', async () => {
  const hub = new InProcessHub();
  const bus = hub.join();
  const told: string[] = [];
  const publish = bus.publish.bind(bus);
  bus.publish = (topic, message) => {
    if (parseMapMessage(message)?.kind === 'log') told.push(topic);
    publish(topic, message);
  };
  const rooms = createRooms({
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus,
    logger: pino({ level: 'silent' }),
  });
  await rooms.liveMaps.create(mapId, () => {});
  const lease = await rooms.registry.acquire(mapId);
  const write = async (value: number) => {
    lease.map.content.edit((doc) => doc.getMap('cards').set('crd_1', value));
    await new Promise<number>((resolve, reject) => lease.map.content.whenDurable(resolve, reject));
  };
  await write(1);
  expect(told).toEqual([]);
  hub.join();
  await write(2);
  expect(told).toEqual([mapTopic(mapId)]);
  lease.release();
  await rooms.close();
});

describe('entries that nodes tell one another', () => {
  const opened: Rooms[] = [];
  const leases: Lease[] = [];
  afterEach(async () => {
    for (const lease of leases.splice(0)) lease.release();
    for (const rooms of opened.splice(0)) await rooms.close();
  });

  const start = async () => {
    const [hub, log] = [new InProcessHub(), new CountingLog()];
    const [snapshots, claims] = [new MemorySnapshotStore(), new MemoryClientClaims()];
    const logger = pino({ level: 'silent' });
    const buses = [0, 1].map((n) => new FaultyBus(hub.join(), seeded(n + 1)));
    const nodes = buses.map((bus) => createRooms({ log, snapshots, claims, bus, logger, idleMs: 60_000 }));
    opened.push(...nodes);
    const [a, b] = nodes;
    if (a === undefined || b === undefined) throw new Error('no nodes');
    await a.liveMaps.create(mapId, () => {});
    for (const node of nodes) leases.push(await node.registry.acquire(mapId));
    const stored = () => storedDocument(docId, { log, snapshots, logger });
    return { log, buses, a, b, stored };
  };
  const content = (rooms: Rooms) => {
    const map = rooms.registry.peek(mapId);
    if (map === null) throw new Error('not open');
    return map.content;
  };
  const write = (rooms: Rooms, key: string): void => {
    content(rooms).edit((doc) => doc.getMap('cards').set(key, key));
  };
  const keys = (rooms: Rooms): string[] => [...content(rooms).doc.getMap('cards').keys()].sort();

  it('[NODE12] are taken from the message, without a look at the log', async () => {
    const { log, a, b } = await start();
    write(a, 'first');
    await until('b has it', () => keys(b).length === 1);
    log.reads = 0;
    for (let n = 0; n < 20; n++) {
      write(a, `key${n}`);
      await until('b has it', () => keys(b).length === n + 2);
    }
    expect(log.reads).toBe(0);
  });

  it('[NODE12] are read when they are large, lost, or of another life', async () => {
    const { log, buses, a, b } = await start();
    content(a).edit((doc) => doc.getMap('cards').set('large', 'x'.repeat(40_000)));
    await until('b has it', () => keys(b).length === 1);
    const [bus] = buses;
    if (bus === undefined) throw new Error('no bus');
    bus.faults = { drop: 1 };
    write(a, 'lost');
    await until('it is written', () => content(a).settled);
    bus.faults = {};
    write(a, 'told');
    await until('b has both', () => keys(b).length === 3);
    log.reads = 0;
    const { seq } = { seq: content(a).tail + 1 };
    const entry = { epoch: content(a).epoch + 1, updates: ['AAA='] };
    a.registry.publish(mapId, { kind: 'log', part: 'content', seq, entry });
    await until('b looks', () => log.reads === 1);
    expect(keys(b)).toEqual(['large', 'lost', 'told']);
  });

  it('[NODE12] what cannot be applied is read from the log instead', async () => {
    const { a, b } = await start();
    const { tail, epoch } = content(b);
    const entry = { epoch, updates: [Buffer.from('no update').toString('base64')] };
    a.registry.publish(mapId, { kind: 'log', part: 'content', seq: tail + 1, entry });
    write(a, 'true');
    await until('b has what the log has', () => content(b).ready && keys(b).length === 1);
  });

  it('[NODE13] two nodes that write one map without a pause take turns and lose nothing', async () => {
    const { log, a, b, stored } = await start();
    const count = 300;
    for (let n = 0; n < count; n++) {
      write(a, `a${n}`);
      write(b, `b${n}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until('both have all', () => keys(a).length === 2 * count && keys(b).length === 2 * count);
    expect((await stored()).getMap('cards').size).toBe(2 * count);
    expect(log.conflicts).toBeLessThan(log.appends);
  });
});
