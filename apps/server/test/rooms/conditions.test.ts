import {
  instantiateTemplate,
  type OperationContext,
  openMap,
  operations,
  writtenFields,
} from '@jejak/journey-model';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import type { LiveMaps, MapVersion } from '../../src/rooms/LiveMaps.ts';
import type { MapEdited } from '../../src/rooms/MapEdit.ts';
import { seeded } from '../faults/seeded.ts';
import { FaultyBus } from '../nodes/FaultyBus.ts';
import { type SyncServer, startSyncServer } from '../sync/startSyncServer.ts';
import { stockClient } from '../sync/stockClient.ts';

const mapId = 'map_conditions1';
const docId = `${mapId}/content`;
const open: SyncServer[] = [];
const clients: ReturnType<typeof stockClient>[] = [];
let cutOff = 0;
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const server of open.splice(0)) await server.stop();
});

/** Nodes that share a log, with so many hints lost between them, and a map with two cards. */
async function startNodes(count: number, seed = 1, drop = 0) {
  const [hub, log, snapshots] = [new InProcessHub(), new MemoryUpdateLog(), new MemorySnapshotStore()];
  const claims = new MemoryClientClaims();
  const random = seeded(seed);
  const another = async (): Promise<SyncServer> => {
    const bus = new FaultyBus(hub.join(), random, { drop });
    const server = await startSyncServer({ log, snapshots, claims, bus, model: journeyMapModel });
    open.push(server);
    return server;
  };
  const servers: SyncServer[] = [];
  for (let n = 0; n < count; n++) servers.push(await another());
  const [first, second = first] = servers;
  if (first === undefined || second === undefined) throw new Error('no nodes');
  const ids: string[] = [];
  await first.createMap(mapId, (docs) => {
    let n = 0;
    const context: OperationContext = { newId: () => `id${++n}`, random, origin: 'server' };
    const request = { template: 'digital', type: 'CURRENT_STATE', title: 'A map', locale: 'en' } as const;
    instantiateTemplate(docs, request, context);
    const map = openMap(docs);
    const columnId = [...map.stages.keys()][0] ?? '';
    const laneId = [...map.lanes.keys()][0] ?? '';
    for (const text of ['0', 'other']) {
      const input = operations.addCard.input.parse({ columnId, laneId, text: { en: text } });
      const added = operations.addCard.run(docs, input, context);
      if (added.ok) ids.push(added.value.id);
    }
  });
  const [cardId = '', otherId = ''] = ids;
  const [one, two] = [first.rooms.liveMaps, second.rooms.liveMaps];
  return { servers, one, two, first, second, log, another, cardId, otherId };
}

/** Somebody who writes at the end of a card, in a client of their own. */
async function typist(server: SyncServer, cardId: string, as: string): Promise<(text: string) => void> {
  const client = stockClient(server.url, docId, { params: { as } });
  clients.push(client);
  await client.synced();
  client.provider.on('connection-close', () => {
    cutOff += 1;
  });
  const text = client.doc.getMap<Y.Map<unknown>>('cards').get(cardId)?.get('text.en');
  if (!(text instanceof Y.Text)) throw new Error('no text');
  return (more) => text.insert(text.length, more);
}

/** Writes the text of a card only if it was not changed after a version. */
function writeIf(
  node: LiveMaps,
  cardId: string,
  text: string,
  version: MapVersion,
): Promise<MapEdited<unknown>> {
  const input = operations.setCardText.input.parse({ cardId, locale: 'en', text });
  return node.edit(mapId, {
    by: null,
    parts: ['content'],
    run: (docs, context) => operations.setCardText.run(docs, input, context),
    onlyIf: { version, fields: writtenFields('setCardText', input) },
  });
}

async function textOf(node: LiveMaps, cardId: string): Promise<{ text: string; version: MapVersion }> {
  const { snapshot, version } = await node.read(mapId);
  return { text: snapshot.cards.find(({ id }) => id === cardId)?.text.en ?? '', version };
}

const edit = (
  node: LiveMaps,
  name: 'editCard' | 'setCardText' | 'moveCard' | 'deleteCard',
  given: object,
) => {
  const operation = operations[name];
  const run: (docs: never, input: never, context: OperationContext) => unknown = operation.run;
  const input = operation.input.parse(given);
  return node.edit(mapId, {
    by: null,
    parts: ['content'],
    run: (docs, context) => run(docs as never, input as never, context),
  });
};

describe('edits on a condition', () => {
  it('[WRITE2] a field that was changed after the version stops an edit; other fields and records do not', async () => {
    const { one, cardId, otherId } = await startNodes(1);
    const { version } = await one.read(mapId);
    await edit(one, 'editCard', { cardId, team: 'SALES' });
    await edit(one, 'setCardText', { cardId, locale: 'id', text: 'lain' });
    await edit(one, 'setCardText', { cardId: otherId, locale: 'en', text: 'more' });
    expect(await writeIf(one, cardId, '1', version)).toMatchObject({ kind: 'done' });
    const before = await one.read(mapId);
    expect(await writeIf(one, cardId, '2', version)).toMatchObject({ kind: 'overtaken' });
    expect(await one.read(mapId)).toEqual(before);
    expect(await writeIf(one, cardId, '2', before.version)).toMatchObject({ kind: 'done' });
    expect((await textOf(one, cardId)).text).toBe('2');
  });

  it('[WRITE2] what is not journaled yet counts too', async () => {
    const { one, first, cardId } = await startNodes(1);
    const lease = await first.rooms.registry.acquire(mapId);
    const { version } = await one.read(mapId);
    lease.map.content.edit((doc) => {
      const text = doc.getMap<Y.Map<unknown>>('cards').get(cardId)?.get('text.en');
      if (text instanceof Y.Text) text.insert(0, 'typed ');
    });
    expect(lease.map.content.settled).toBe(false);
    expect(await writeIf(one, cardId, '1', version)).toMatchObject({ kind: 'overtaken' });
    expect((await textOf(one, cardId)).text).toBe('typed 0');
    lease.release();
  });

  it('[WRITE2] it is known as far back as the log goes, by a node that opens the map only then too', async () => {
    const { one, two, log, another, cardId, otherId } = await startNodes(2);
    const { version: first } = await one.read(mapId);
    await edit(one, 'setCardText', { cardId: otherId, locale: 'en', text: 'a' });
    const { version: second } = await one.read(mapId);
    await edit(one, 'setCardText', { cardId, locale: 'en', text: 'b' });
    expect(await writeIf(two, cardId, 'x', second)).toMatchObject({ kind: 'overtaken' });
    expect(await writeIf(two, otherId, 'x', second)).toMatchObject({ kind: 'done' });
    const { version: third } = await two.read(mapId);
    await edit(two, 'editCard', { cardId, team: 'SALES' });
    // What is merged and gone tells nothing any more: then everything counts as changed.
    log.readAfter = async (id, seq) =>
      (await MemoryUpdateLog.prototype.readAfter.call(log, id, seq)).filter(
        (entry) => id !== docId || seq === 0 || entry.seq > third.content,
      );
    const three = (await another()).rooms.liveMaps;
    expect(await writeIf(three, otherId, 'y', first)).toMatchObject({ kind: 'overtaken' });
    expect(await writeIf(three, otherId, 'y', third)).toMatchObject({ kind: 'done' });
  });

  it('[WRITE3] of many who count up at once on two nodes one wins each version, and what people write stays', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const { one, two, first, second, cardId, otherId } = await startNodes(2, seed, 0.3);
    const [here, there] = [await typist(first, otherId, 'u1'), await typist(second, otherId, 'u2')];
    const [counters, each] = [12, 5];
    const won: number[] = [];
    let [lost, typed] = [0, 0];
    /** Letters that are taken while counts of both nodes are under way. */
    const type = (): void => {
      if (typed >= 200) return;
      for (const write of [here, there]) write('.');
      typed += 2;
    };
    const count = async (_: unknown, n: number): Promise<void> => {
      const node = n % 2 === 0 ? one : two;
      for (let done = 0; done < each; ) {
        const { text, version } = await textOf(node, cardId);
        const writing = writeIf(node, cardId, String(Number(text) + 1), version);
        type();
        const outcome = await writing;
        if (outcome.kind === 'overtaken') lost += 1;
        else {
          won.push(Number(text) + 1);
          done += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: counters }, count));
    const all = Array.from({ length: counters * each }, (_, n) => n + 1);
    expect({ seed, won: won.toSorted((a, b) => a - b) }).toEqual({ seed, won: all });
    expect({ seed, some: lost > 0 }).toEqual({ seed, some: true });
    const wanted = [String(counters * each), `other${'.'.repeat(typed)}`];
    const shown = async (node: LiveMaps): Promise<readonly string[]> =>
      (await node.read(mapId)).snapshot.cards.map(({ text }) => text.en);
    for (const node of [one, two]) await expect.poll(() => shown(node), { timeout: 5_000 }).toEqual(wanted);
    // Nobody who wrote meanwhile was sent away for it.
    expect({ seed, cutOff }).toEqual({ seed, cutOff: 0 });
  }, 30_000);

  it('[WRITE17] an edit whose run has ended is given up before it is journaled, and leaves no name', async () => {
    const { one, two, log, cardId } = await startNodes(2);
    let isOwned = true;
    const edit = (team: 'SALES' | 'SERVICE', id: string) =>
      one.edit(mapId, {
        by: null,
        parts: ['content'],
        mayStill: () => isOwned,
        call: { id, outcomeOf: () => `set ${team}` },
        run: (docs, context) =>
          operations.editCard.run(docs, operations.editCard.input.parse({ cardId, team }), context),
      });
    const since = await one.versionOf(mapId);
    await edit('SALES', 'first');
    const { append } = log;
    log.append = async (entry) => {
      // While the first attempt is on its way the run ends, and somebody else gets the number.
      log.append = append;
      isOwned = false;
      await two.edit(mapId, {
        by: null,
        parts: ['content'],
        run: (docs, context) =>
          operations.editCard.run(docs, operations.editCard.input.parse({ cardId, channel: 'WEB' }), context),
      });
      return append.call(log, entry);
    };
    await expect(edit('SERVICE', 'second')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const { snapshot } = await one.read(mapId);
    expect(snapshot.cards.find(({ id }) => id === cardId)).toMatchObject({ team: 'SALES', channel: 'WEB' });
    const first = await one.callAfter(mapId, since, 'first');
    expect(first.found.get('content')).toEqual({ seq: since.content + 1, outcome: 'set SALES' });
    const second = await one.callAfter(mapId, since, 'second');
    expect([second.found.size, second.whole.size]).toEqual([0, 2]);
    await log.deleteThrough(docId, since.content + 1);
    expect([...(await one.callAfter(mapId, since, 'second')).whole]).toEqual(['structure']);
  });
});
