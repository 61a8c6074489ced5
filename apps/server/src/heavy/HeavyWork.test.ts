import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { updateLimits } from '@jejak/protocol';
import type { WalkOptions } from '@jejak/update-guard';
import * as encoding from 'lib0/encoding';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { journeyMapModel } from '../rooms/journeyMapModel.ts';
import { HeavyWork, type HeavyWorkOptions } from './HeavyWork.ts';
import { ownThreadClock } from './threadClock.ts';

const endless = Number.MAX_SAFE_INTEGER;
/** A walk that lets everything through, for what the thread itself must survive. */
const anything: WalkOptions = {
  budget: { ...updateLimits.state.walk, structs: endless, values: endless },
  roots: new Map([['list', 'list']]),
};

const open: HeavyWork[] = [];
const reported: unknown[] = [];

function heavyWork(limits: HeavyWorkOptions['limits'] = {}): HeavyWork {
  const heavy = new HeavyWork({ limits, report: (error) => reported.push(error) });
  open.push(heavy);
  return heavy;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((heavy) => heavy.close()));
  reported.length = 0;
});

function scores(count: number): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < count; n++) doc.getMap('emotionScores').set(`e${n}`, n);
  });
  return Y.encodeStateAsUpdate(doc);
}

const task = (update: Uint8Array, userId = 'anna', state: Uint8Array = Uint8Array.of(0, 0)) => ({
  userId,
  update,
  walk: { budget: updateLimits.state.walk, roots: journeyMapModel.roots.content },
  partMax: 100,
  state: () => state,
});

/** 50,000 values of a list that each stand alone: applying them takes a gigabyte and half a minute. */
function bomb(): Uint8Array {
  const [count, client] = [50_000, 7];
  const bytes = encoding.createEncoder();
  for (const head of [1, count, client, 0]) encoding.writeVarUint(bytes, head);
  for (let clock = 0; clock < count; clock++) {
    // Values that follow the one before, or begin the root.
    encoding.writeUint8(bytes, clock === 0 ? 0x08 : 0x88);
    if (clock === 0) {
      encoding.writeVarUint(bytes, 1);
      encoding.writeVarString(bytes, 'list');
    } else {
      encoding.writeVarUint(bytes, client);
      encoding.writeVarUint(bytes, clock - 1);
    }
    encoding.writeVarUint(bytes, 1);
    encoding.writeAny(bytes, 1);
  }
  encoding.writeVarUint(bytes, 0);
  return encoding.toUint8Array(bytes);
}

test('[HEAVY1] what is new is given back written anew; what is known already comes to nothing', async () => {
  const heavy = heavyWork();
  const update = scores(2_000);
  const outcome = await heavy.try(task(update));
  const doc = new Y.Doc();
  if (outcome.kind === 'tried') for (const part of outcome.parts) Y.applyUpdate(doc, part);
  expect(doc.getMap('emotionScores').size).toBe(2_000);
  expect(await heavy.try(task(update, 'anna', update))).toEqual({
    kind: 'tried',
    parts: [Uint8Array.of(0, 0)],
  });
});

test('[HEAVY1] what is no update, is beyond the budget or stands on nothing is refused without harm', async () => {
  const heavy = heavyWork();
  expect(await heavy.try(task(new Uint8Array(100_000).fill(7)))).toMatchObject({ kind: 'refused' });
  expect(await heavy.try(task(scores(updateLimits.state.walk.structs + 1)))).toEqual({
    kind: 'refused',
    reason: 'tooMany',
  });
  const doc = new Y.Doc();
  doc.getMap('emotionScores').set('a', 1);
  const before = Y.encodeStateVector(doc);
  doc.getMap('emotionScores').set('b', 2);
  const gap = Y.encodeStateAsUpdate(doc, before);
  expect(await heavy.try(task(gap))).toMatchObject({ kind: 'pending' });
});

test('[HEAVY2] beyond its memory an update ends the thread and nothing else, and the next is tried in a new one', async () => {
  const heavy = heavyWork({ heapMiB: 64 });
  expect(await heavy.try({ ...task(bomb()), walk: anything })).toEqual({ kind: 'tooHeavy' });
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
});

test.skipIf(ownThreadClock() === null)('[HEAVY2] so it is beyond its processor time', async () => {
  const heavy = heavyWork({ heapMiB: 4_096, cpuMsMax: 200, msMax: 60_000 });
  expect(await heavy.try({ ...task(bomb()), walk: anything })).toEqual({ kind: 'tooHeavy' });
  expect(reported).toEqual([]);
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
});

test('[HEAVY5] time without processor time says nothing about an update: it is tried later', async () => {
  const heavy = heavyWork({ heapMiB: 4_096, cpuMsMax: 60_000, msMax: 1 });
  expect(await heavy.try({ ...task(bomb()), walk: anything })).toEqual({ kind: 'busy' });
});

test('[HEAVY5] a thread that dies while nobody asks it anything costs the next update nothing', async () => {
  const threads: Worker[] = [];
  const note = (worker: Worker): unknown => threads.push(worker);
  process.on('worker', note);
  const heavy = heavyWork();
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
  await threads[0]?.terminate();
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
  process.off('worker', note);
  expect(threads).toHaveLength(2);
});

test('[HEAVY3] [OPS1] who waits is bounded, two of one person, so many in all, and counted', async () => {
  const heavy = heavyWork({ queueMax: 3, perUserMax: 2 });
  const update = scores(10);
  const asked = ['anna', 'anna', 'anna', 'anna', 'budi', 'citra'].map((userId) =>
    heavy.try(task(update, userId)),
  );
  expect(heavy.waiting).toBe(3);
  const outcomes = await Promise.all(asked);
  expect(heavy.waiting).toBe(0);
  // The first is under way at once and waits for nobody.
  expect(outcomes.map(({ kind }) => kind)).toEqual(['tried', 'tried', 'tried', 'busy', 'tried', 'busy']);
});

test('[HEAVY3] so are the bytes that wait', async () => {
  const update = scores(10);
  const heavy = heavyWork({ queueBytesMax: update.byteLength });
  const outcomes = await Promise.all(
    ['anna', 'budi', 'citra'].map((userId) => heavy.try(task(update, userId))),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['tried', 'tried', 'busy']);
});

test('[HEAVY3] a thread that does not come up in time is not waited for', async () => {
  const heavy = heavyWork({ startMsMax: 0 });
  expect(await heavy.try(task(scores(10)))).toEqual({ kind: 'busy' });
});

test('[HEAVY3] who has waited too long is told to come later', async () => {
  const heavy = heavyWork({ waitMsMax: 1 });
  const outcomes = await Promise.all([heavy.try(task(scores(10))), heavy.try(task(scores(10)))]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['tried', 'busy']);
});

test('[HEAVY3] a document that is not there when its turn comes is tried later, and it is said', async () => {
  const heavy = heavyWork();
  const state = (): Uint8Array => {
    throw new Error('being rebuilt');
  };
  expect(await heavy.try({ ...task(scores(1)), state })).toEqual({ kind: 'busy' });
  expect(reported).toHaveLength(1);
});

test('[HEAVY6] stands by when nobody waits, with a thread that others find too', async () => {
  const heavy = heavyWork();
  expect(await heavy.standBy()).toBe(true);
  const running = heavy.try(task(scores(2_000)));
  expect(await heavy.standBy()).toBe(false);
  expect((await running).kind).toBe('tried');
  // While it begins, who asks waits and is served.
  const other = heavyWork();
  const [stands, tried] = await Promise.all([other.standBy(), other.try(task(scores(10)))]);
  expect([stands, tried.kind]).toEqual([true, 'tried']);
  await heavy.close();
  expect(await heavy.standBy()).toBe(false);
});

test('[HEAVY4] closing ends what is under way and keeps no thread', async () => {
  const heavy = heavyWork();
  const [running, waiting] = [heavy.try(task(scores(2_000))), heavy.try(task(scores(10)))];
  await heavy.close();
  expect(await running).toEqual({ kind: 'busy' });
  expect(await waiting).toEqual({ kind: 'busy' });
  expect(await heavy.try(task(scores(1)))).toEqual({ kind: 'busy' });
});

test('[HEAVY4] an idle thread ends by itself, and the next update has a new one', async () => {
  const threads: Worker[] = [];
  const note = (worker: Worker): unknown => threads.push(worker);
  process.on('worker', note);
  const heavy = heavyWork({ idleMs: 1 });
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
  const [first] = threads;
  if (first !== undefined && first.threadId !== -1) await once(first, 'exit');
  expect((await heavy.try(task(scores(10)))).kind).toBe('tried');
  process.off('worker', note);
  expect(threads).toHaveLength(2);
});
