import { EventReader, type JourneyEvent } from '@jejak/journey-events';
import { randomOperation, seededRandom } from '@jejak/journey-model/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { beforeAll, type PlacedEvent } from '../../src/events/EventPosition.ts';
import type { EventStream } from '../../src/events/EventStream.ts';
import { ExpiredPosition } from '../../src/events/ExpiredPosition.ts';
import { loggedEntries } from '../../src/events/loggedEntries.ts';
import {
  ani,
  batchesOf,
  type EventNode,
  plain,
  program,
  run,
  type Shared,
  shared,
  startEventNode,
  template,
} from './eventBed.ts';

const mapId = 'map_events000001';
// The same again: JEJAK_FUZZ_SEED=123.
const seed = Number(process.env.JEJAK_FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000));
const nodes: EventNode[] = [];
const start = (given: Shared): EventNode => {
  const node = startEventNode(given);
  nodes.push(node);
  return node;
};

afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close();
});

/** A node with a map, told up to its beginning. */
async function begun(given = shared()) {
  const node = start(given);
  await node.rooms.liveMaps.create(mapId, template, ani);
  const { snapshot } = await node.rooms.liveMaps.read(mapId);
  const columnId = snapshot.columns[0]?.id ?? '';
  const laneId = snapshot.lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '';
  const addCard = (text: string, by = program, at = node) =>
    run(at, mapId, { name: 'addCard', input: { columnId, laneId, text: { en: text } } }, by);
  return { given, node, addCard, columnId, laneId };
}

/** The log as it stands there, each update read on its own: what must have been told, but for joined keystrokes. */
async function logged({ log }: Shared): Promise<JourneyEvent[]> {
  const reader = new EventReader({ structure: [], content: [], version: { structure: 0, content: 0 } });
  const parts = await Promise.all(
    (['structure', 'content'] as const).map(async (part) =>
      loggedEntries(part, 0, await log.readAfter(`${mapId}/${part}`, 0)),
    ),
  );
  return parts.flat().flatMap((entry) => reader.read(entry));
}

async function take(stream: EventStream, count: number): Promise<PlacedEvent[]> {
  const taken: PlacedEvent[] = [];
  while (taken.length < count) {
    const { done, value } = await stream.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

const texts = (events: readonly PlacedEvent[]) =>
  events.map(({ event }) => (event.subject === 'card' ? event.after?.text?.en : event.kind));

/** Entries are dropped from the log exactly as compaction does, as soon as it may. */
async function compact({ rooms }: EventNode): Promise<void> {
  await rooms.registry.use(mapId, async (map) => {
    for (const room of map.rooms) await room.compact();
  });
}

const byPart = (events: readonly JourneyEvent[]) => {
  const of = (subjects: readonly string[]) =>
    plain(events.filter(({ subject }) => subjects.includes(subject))).map(
      ({ version: _, ...event }) => event,
    );
  return {
    structure: of(['map', 'stage', 'step', 'lane', 'persona']),
    content: of(['card', 'emotion']),
  };
};

describe('events', () => {
  it('[EVENT2] what people and programs do is told once, in order, with who, when and the version that holds it', async () => {
    const { given, node, addCard } = await begun();
    const before = Date.now();
    const cardId = await addCard('Asks a friend');
    await run(node, mapId, { name: 'setMapTitle', input: { locale: 'en', text: 'Ordered' } }, ani);
    await run(node, mapId, { name: 'deleteCard', input: { cardId } }, ani);
    await node.deriver.derive(mapId);
    await node.deriver.derive(mapId);
    const batches = await batchesOf(given, mapId);
    const events = batches.flatMap((batch) => batch.events);
    expect(events.map(({ kind, by, version }) => [kind, by, version])).toEqual([
      ['MapCreated', ani, { structure: 1, content: 0 }],
      ['CardAdded', program, { structure: 1, content: 2 }],
      ['MapRenamed', ani, { structure: 2, content: 2 }],
      ['CardDeleted', ani, { structure: 2, content: 3 }],
    ]);
    for (const { at } of events.slice(1)) expect(at.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(batches.map(({ n, through }) => [n, through])).toEqual([[1, { structure: 2, content: 3 }]]);
  });

  it.each([seed])('[EVENT2] [EVENT3] two nodes that tell at once tell each update once: %i', async () => {
    const random = seededRandom(seed);
    const { given, node } = await begun();
    const other = start(given);
    const telling: Promise<unknown>[] = [];
    for (let step = 0; step < 150; step++) {
      const at = random() < 0.5 ? node : other;
      const { snapshot } = await at.rooms.liveMaps.read(mapId);
      const some = randomOperation(snapshot, random);
      if (some !== null) await run(at, mapId, some, random() < 0.5 ? program : null);
      if (random() < 0.3) telling.push(node.deriver.derive(mapId));
      if (random() < 0.3) telling.push(other.deriver.derive(mapId));
    }
    await Promise.all(telling);
    await node.deriver.derive(mapId);
    const batches = await batchesOf(given, mapId);
    expect(batches.map(({ n }) => n)).toEqual(batches.map((_, index) => index + 1));
    const told = byPart(batches.flatMap(({ events }) => events));
    expect(told).toEqual(byPart(await logged(given)));
    expect(told.content.length).toBeGreaterThan(20);
    expect([...node.outcomes, ...other.outcomes]).toContain('taken');
  });

  it('[EVENT4] no entry goes before it is told; whoever crashed in between, another node tells it', async () => {
    const { given, node, addCard } = await begun();
    await addCard('first');
    // Nobody has told anything, and this node is no more.
    await node.close();
    const next = start(given);
    await compact(next);
    await addCard('second', program, next);
    await compact(next);
    await addCard('third', program, next);
    await compact(next);
    expect((await given.log.readAfter(`${mapId}/content`, 0)).map(({ seq }) => seq)).not.toContain(2);
    const events = (await batchesOf(given, mapId)).flatMap((batch) => batch.events);
    expect(events.map(({ kind, version }) => [kind, version.content])).toEqual([
      ['MapCreated', 0],
      ['CardAdded', 2],
      ['CardAdded', 3],
      ['CardAdded', 4],
    ]);
  });

  it('[EVENT4] a log is not merged while it cannot be told, and is later', async () => {
    const { given, node, addCard } = await begun();
    await addCard('first');
    const { append } = given.events;
    given.events.append = async () => {
      throw new Error('away');
    };
    await compact(node);
    expect((await given.snapshots.head(`${mapId}/content`))?.snapshotSeq).toBe(0);
    given.events.append = append;
    await compact(node);
    expect((await given.snapshots.head(`${mapId}/content`))?.snapshotSeq).toBe(2);
    expect((await batchesOf(given, mapId)).flatMap(({ events }) => events)).toHaveLength(2);
  });

  it('[EVENT4] a map that begins anew is told on, and nothing of the beginning', async () => {
    const { given, node, addCard } = await begun();
    const cardId = await addCard('first');
    expect(await node.rooms.registry.renew(mapId)).toBe('renewed');
    await run(node, mapId, { name: 'deleteCard', input: { cardId } }, ani);
    await compact(node);
    const events = (await batchesOf(given, mapId)).flatMap((batch) => batch.events);
    expect(events.map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ['MapCreated', null],
      ['CardAdded', cardId],
      ['CardDeleted', cardId],
    ]);
  });

  it('[EVENT4] what a program without events has merged is a gap: it is counted, and telling goes on', async () => {
    const { given, node, addCard } = await begun();
    await addCard('first');
    const { position } = (await node.feed.page({ mapId, after: null, order: 'descending', max: 1 }))[0] ?? {};
    if (position === undefined) throw new Error('nothing was told');
    await addCard('never told');
    await node.rooms.registry.use(mapId, async ({ content }) => {
      const snapshot = { epoch: content.epoch, seq: content.tail, state: Y.encodeStateAsUpdate(content.doc) };
      await given.snapshots.save(`${mapId}/content`, snapshot);
      await given.log.deleteThrough(`${mapId}/content`, content.tail);
    });
    await addCard('told again');
    const stream = await node.feed.follow(mapId, position);
    await expect(take(stream, 1)).rejects.toThrow(ExpiredPosition);
    expect(node.outcomes).toContain('gap');
    const events = (await batchesOf(given, mapId)).flatMap((batch) => batch.events);
    expect(events.map(({ subject, after }) => (subject === 'card' ? after?.text?.en : subject))).toEqual([
      'map',
      'first',
      'told again',
    ]);
  });

  it('[EVENT5] a large map is told by a thread, the same as a small one', async () => {
    const { given, node, addCard } = await begun();
    await node.rooms.registry.use(mapId, async ({ content }) => {
      const filler = new Y.Map<unknown>([['kind', 'NOTE']]);
      filler.set('text.en', new Y.Text('x'.repeat(200_000)));
      content.edit((doc) => doc.getMap('cards').set('crd_large', filler), ani);
    });
    await addCard('beside it');
    await node.deriver.derive(mapId);
    const events = (await batchesOf(given, mapId)).flatMap((batch) => batch.events);
    expect(events.map(({ recordId, shortened = false }) => [recordId, shortened])).toEqual([
      [null, false],
      ['crd_large', true],
      [events[2]?.recordId, false],
    ]);
    expect(node.rooms.heavy.waiting).toBe(0);
  });

  it('[EVENT12] much at once is told in batches of one order, and is read once', async () => {
    const { given, node, addCard } = await begun();
    await node.deriver.derive(mapId);
    const [many, perEntry] = [9_500, 95];
    await addCard('first');
    // A log that grew while nobody told it.
    const docId = `${mapId}/content`;
    const entries = await given.log.readAfter(docId, 0);
    const doc = new Y.Doc();
    for (const { updates } of entries) for (const update of updates) Y.applyUpdate(doc, update);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < many; index++) doc.getMap('emotionScores').set(`stp_1:per_${index}`, 1);
    for (let seq = (entries.at(-1)?.seq ?? 0) + 1; updates.length > 0; seq++) {
      const some = updates.splice(0, perEntry);
      await given.log.append({ docId, seq, updates: some, authors: [{ by: ani, updates: some.length }] });
    }
    let reads = 0;
    const { readAfter } = given.log;
    given.log.readAfter = async (docId, seq) => {
      reads += 1;
      return readAfter.call(given.log, docId, seq);
    };
    await node.deriver.derive(mapId);
    given.log.readAfter = readAfter;
    expect(reads).toBeLessThanOrEqual(4);
    const batches = await batchesOf(given, mapId);
    expect(batches.map(({ n }) => n)).toEqual(batches.map((_, index) => index + 1));
    // More than the thread tells at once.
    expect(batches.length).toBeGreaterThan(9);
    const told = byPart(batches.flatMap(({ events }) => events));
    expect(told.content).toHaveLength(many + 1);
    expect(told).toEqual(byPart(await logged(given)));
  });

  it('[EVENT6] who follows hears what happens on any node, from its place on, without a gap or a repeat', async () => {
    const { given, node, addCard } = await begun();
    const other = start(given);
    const all = await node.feed.follow(mapId, beforeAll);
    const later = await other.feed.follow(mapId, null);
    await addCard('a');
    await addCard('b', ani, other);
    const [created, a] = await take(all, 2);
    expect(created?.event.kind).toBe('MapCreated');
    await all.return();
    await addCard('c');
    await addCard('d', ani, other);
    const resumed = await other.feed.follow(mapId, a?.position ?? null);
    expect(texts(await take(resumed, 3))).toEqual(['b', 'c', 'd']);
    expect(texts(await take(later, 4))).toEqual(['a', 'b', 'c', 'd']);
    await addCard('e');
    expect(texts(await take(resumed, 1))).toEqual(['e']);
  });

  it('[EVENT6] who reads slowly, or comes back in the middle of much at once, misses nothing', async () => {
    const { node, addCard } = await begun();
    const slow = await node.feed.follow(mapId, null);
    const names = Array.from({ length: 60 }, (_, index) => `card ${index}`);
    for (const [index, name] of names.entries()) {
      await addCard(name);
      // Some are told one by one, some together.
      if (index < 30) await node.deriver.derive(mapId);
    }
    const heard: PlacedEvent[] = [];
    let stream = slow;
    while (heard.length < names.length) {
      heard.push(...(await take(stream, Math.min(7, names.length - heard.length))));
      await stream.return();
      stream = await node.feed.follow(mapId, heard.at(-1)?.position ?? null);
    }
    expect(texts(heard)).toEqual(names);
  });

  it('[EVENT6] a stream that is left ends at once and leaves nothing behind', async () => {
    const { node } = await begun();
    const stream = await node.feed.follow(mapId, null);
    const next = stream.next();
    await stream.return();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('[EVENT7] pages go forwards and backwards, by kind and by person', async () => {
    const { node, addCard } = await begun();
    const ids: string[] = [];
    for (const [index, by] of [ani, program, ani, ani].entries()) ids.push(await addCard(`${index}`, by));
    await run(node, mapId, { name: 'deleteCard', input: { cardId: ids[1] ?? '' } }, program);
    const page = async (query: Partial<Parameters<typeof node.feed.page>[0]>) =>
      node.feed.page({ mapId, after: null, order: 'ascending', max: 10, ...query });
    const forwards = await page({ max: 2 });
    expect(texts(forwards)).toEqual(['MapCreated', '0', '1']);
    expect(texts(await page({ after: forwards[1]?.position ?? null, max: 2 }))).toEqual(['1', '2', '3']);
    const backwards = await page({ order: 'descending', max: 2 });
    expect(texts(backwards)).toEqual([undefined, '3', '2']);
    const after = backwards[1]?.position ?? null;
    expect(texts(await page({ order: 'descending', after }))).toEqual(['2', '1', '0', 'MapCreated']);
    expect(texts(await page({ kinds: ['CardDeleted', 'MapCreated'] }))).toEqual(['MapCreated', undefined]);
    expect(await page({ userId: 'budi' })).toEqual([]);
    expect(await page({ userId: 'ani' })).toHaveLength(6);
  });

  it('[EVENT8] old events are let go, the place of the last is kept, and a place before them says so', async () => {
    const { given, node, addCard } = await begun();
    await addCard('a');
    const [first] = await node.feed.page({ mapId, after: null, order: 'ascending', max: 1 });
    await addCard('b');
    await node.deriver.derive(mapId);
    const now = await node.feed.now(mapId);
    await given.events.expire(new Date(Date.now() + 1_000));
    const expired = async (after: PlacedEvent['position']) => take(await node.feed.follow(mapId, after), 1);
    await expect(expired(first?.position ?? beforeAll)).rejects.toThrow(ExpiredPosition);
    await expect(expired(beforeAll)).rejects.toThrow(ExpiredPosition);
    await expect(expired({ ...now, tag: 'of another log' })).rejects.toThrow(ExpiredPosition);
    await expect(expired({ ...now, n: 99 })).rejects.toThrow(ExpiredPosition);
    const stream = await node.feed.follow(mapId, now);
    await addCard('c');
    expect(texts(await take(stream, 1))).toEqual(['c']);
    expect(texts(await node.feed.page({ mapId, after: null, order: 'ascending', max: 9 }))).toEqual(['c']);
  });

  it('[EVENT9] deleting a map ends who follows it on every node and removes what happened', async () => {
    const { given, node, addCard } = await begun();
    const other = start(given);
    await addCard('a');
    const streams = [await node.feed.follow(mapId, null), await other.feed.follow(mapId, null)];
    const ends = streams.map((stream) => stream.next());
    await node.rooms.liveMaps.remove(mapId);
    expect(await Promise.all(ends)).toEqual(streams.map(() => ({ done: true, value: undefined })));
    expect(await batchesOf(given, mapId)).toEqual([]);
    expect(await node.deriver.derive(mapId)).toEqual({ last: null, fresh: [] });
  });

  it('[EVENT9] what is told while its map is deleted goes too', async () => {
    const { given, node, addCard } = await begun();
    await addCard('a');
    const { append } = given.events;
    given.events.append = async (batch) => {
      given.events.append = append;
      await node.rooms.liveMaps.remove(mapId);
      return append.call(given.events, batch);
    };
    expect((await node.deriver.derive(mapId)).last).toBeNull();
    expect(await batchesOf(given, mapId)).toEqual([]);
  });

  it('[EVENT2] an entry that cannot be applied ends the telling before it, and harms nothing else', async () => {
    const { given, node, addCard } = await begun();
    await addCard('a');
    await node.rooms.registry.use(mapId, async ({ content }) => {
      await given.log.append({ docId: content.docId, seq: content.tail + 1, updates: [Uint8Array.of(9, 9)] });
    });
    const { last } = await node.deriver.derive(mapId);
    expect(last?.through.content).toBe(2);
    expect((await node.deriver.derive(mapId)).last?.n).toBe(last?.n);
  });
});
