import { syncLimits } from '@jejak/protocol';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { InProcessBus } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import type { LogReader } from '../../src/rooms/LogReader.ts';
import type { Room } from '../../src/rooms/Room.ts';
import { until } from '../sync/until.ts';

const { compactAfterUpdates } = syncLimits;
const chunk = compactAfterUpdates / 2;

/** Reads logs when it is let, one after the other, and says which it was asked for. */
class HeldReader implements LogReader {
  readonly asked: string[] = [];
  readonly #held: (() => void)[] = [];
  #holds = true;

  async hasRead(docId: string): Promise<void> {
    this.asked.push(docId);
    if (!this.#holds) return;
    await new Promise<void>((resolve) => this.#held.push(resolve));
  }

  async forget(): Promise<void> {}

  letOne(): void {
    this.#held.shift()?.();
  }

  letAll(): void {
    this.#holds = false;
    for (const letGo of this.#held.splice(0)) letGo();
  }
}

/** Appends entries together, as a group commit does: none before so many wait. */
class GroupedLog extends MemoryUpdateLog {
  together = 1;
  readonly #waiting: (() => void)[] = [];

  override async append(entry: LogEntry): Promise<AppendResult> {
    const all = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#waiting.length >= this.together) for (const go of this.#waiting.splice(0)) go();
    await all;
    return super.append(entry);
  }
}

async function open(count: number) {
  const clock = { now: 1_000_000 };
  const reader = new HeldReader();
  const log = new GroupedLog();
  const rooms = createRooms({
    log,
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    bus: new InProcessBus(),
    logger: pino({ level: 'silent' }),
    reader,
    now: () => clock.now,
  });
  const contents: Room[] = [];
  for (let n = 0; n < count; n++) {
    const mapId = `map_mergeturns0${n}`;
    await rooms.liveMaps.create(mapId, () => {});
    contents.push((await rooms.registry.acquire(mapId)).map.content);
  }
  // A log gathers for a while before it is merged.
  for (const content of contents) await write(content, 1);
  clock.now += 5_000;
  return { clock, log, reader, rooms, contents };
}

const durable = (room: Room): Promise<number> =>
  new Promise((resolve, reject) => room.whenDurable(resolve, () => reject(new Error('lost'))));

/** So many updates, each journaled; the last one stands alone, so that whatever is due begins with it. */
async function write(room: Room, count: number, text = ''): Promise<void> {
  const set = (n: number): void =>
    room.edit((doc) => {
      doc.getMap('cards').set('crd_1', `${n}${text}`);
    });
  for (let at = 0; at < count - 1; at += chunk) {
    for (let n = at; n < Math.min(at + chunk, count - 1); n++) set(n);
    await durable(room);
  }
  set(count);
  await durable(room);
}

/** Two maps; the first is being merged, and takes a second when it is let. */
async function openOneMerging() {
  const opened = await open(2);
  const { clock, reader, contents } = opened;
  const [first, second] = contents as [Room, Room];
  await write(first, compactAfterUpdates + 1);
  await until('the first is merged', () => reader.asked.length === 1);
  const endFirst = async (): Promise<void> => {
    clock.now += 1_000;
    reader.letOne();
    await first.compactionSettled();
  };
  const secondMerges = async (): Promise<void> => {
    await until('the second is merged', () => reader.asked.length === 2);
    expect(reader.asked).toEqual([first.docId, second.docId]);
  };
  return { ...opened, first, second, endFirst, secondMerges };
}

describe('merging', () => {
  it.each([
    { size: 'the usual size', times: 1, restMs: 3_000 },
    { size: 'eight times the size', times: 8, restMs: 1_000 },
  ])('[ROOM30] a log of $size waits for the merge under way and a rest of $restMs ms', async (each) => {
    const { clock, reader, rooms, first, second, endFirst, secondMerges } = await openOneMerging();
    await write(second, each.times * compactAfterUpdates + 1);
    await endFirst();
    clock.now += each.restMs - 1;
    await write(second, 1);
    expect(reader.asked).toEqual([first.docId]);
    clock.now += 1;
    await write(second, 1);
    await secondMerges();
    reader.letAll();
    await rooms.close();
  });

  it.each([
    { size: 'eight times the size', times: 8, restMs: 1_000 },
    { size: '32 times the size', times: 32, restMs: 0 },
  ])('[ROOM30] a log shorter than $size lets others rest longer', async ({ times, restMs }) => {
    const { clock, reader, rooms, first, second, endFirst, secondMerges } = await openOneMerging();
    // One is there already.
    await write(second, times * compactAfterUpdates - 3);
    await endFirst();
    clock.now += restMs;
    await write(second, 1);
    expect(reader.asked).toEqual([first.docId]);
    await write(second, 1);
    await write(second, 1);
    await secondMerges();
    reader.letAll();
    await rooms.close();
  });

  it('[ROOM30] a log of 32 times the size waits for the merge under way', async () => {
    const { reader, rooms, first, second, endFirst, secondMerges } = await openOneMerging();
    await write(second, 32 * compactAfterUpdates + 1);
    expect(reader.asked).toEqual([first.docId]);
    await endFirst();
    await write(second, 1);
    await secondMerges();
    reader.letAll();
    await rooms.close();
  });

  it('[ROOM30] a log of 8 MiB waits for nobody', async () => {
    const { reader, rooms, first, second, secondMerges } = await openOneMerging();
    const text = 'x'.repeat(256 * 1024);
    for (let n = 0; n < 31; n++) await write(second, 1, text);
    expect(reader.asked).toEqual([first.docId]);
    await write(second, 1, text);
    await write(second, 1);
    await secondMerges();
    reader.letAll();
    await rooms.close();
  });

  it('[ROOM30] of logs that become due in one write to the disk one is merged', async () => {
    const { log, reader, rooms, contents } = await open(3);
    for (const room of contents) await write(room, compactAfterUpdates - 2);
    log.together = contents.length;
    await Promise.all(contents.map((room) => write(room, 1)));
    await until('one is merged', () => reader.asked.length > 0);
    await Promise.all(contents.map((room) => write(room, 1)));
    expect(reader.asked).toHaveLength(1);
    reader.letAll();
    await rooms.close();
  });

  it('[ROOM31] at the end one document after the other is merged, what was edited last first', async () => {
    const { clock, reader, rooms, contents } = await open(2);
    const [first, second] = contents as [Room, Room];
    await write(second, 1);
    clock.now += 1;
    await write(first, 1);
    const closing = rooms.close();
    await until('one is merged', () => reader.asked.length > 0);
    expect(reader.asked).toEqual([first.docId]);
    reader.letOne();
    await until('another is merged', () => reader.asked.length > 1);
    expect(reader.asked).toEqual([first.docId, second.docId]);
    reader.letAll();
    await closing;
  });
});
