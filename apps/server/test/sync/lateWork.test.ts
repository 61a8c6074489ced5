import { CloseCode } from '@jejak/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { Snapshot } from '../../src/persistence/SnapshotStore.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { presentEpoch } from './presentEpoch.ts';
import { type SyncServer, startSyncServer } from './startSyncServer.ts';

const mapId = 'map_latework0001';
const docId = `${mapId}/content`;

/** Stores that fail at one point. */
class Log extends MemoryUpdateLog {
  failing: ((entry: LogEntry) => boolean) | null = null;
  override async append(entry: LogEntry): Promise<AppendResult> {
    if (this.failing?.(entry)) throw new Error('broken');
    return super.append(entry);
  }
}
class Snapshots extends MemorySnapshotStore {
  failing = false;
  override async save(id: string, snapshot: Snapshot): Promise<'saved' | 'stale'> {
    if (this.failing) throw new Error('broken');
    return super.save(id, snapshot);
  }
}

const ends: (() => Promise<void>)[] = [];
const stores = () => ({ log: new Log(), snapshots: new Snapshots(), claims: new MemoryClientClaims() });

async function open(on = stores()): Promise<SyncServer> {
  const server = await startSyncServer(on);
  ends.unshift(() => server.stop());
  return server;
}

async function client(server: SyncServer, query: string, doc = new Y.Doc()): Promise<PlainClient> {
  const one = new PlainClient(`${server.url}/${mapId}/content?ack=1&${query}`, { doc });
  ends.unshift(async () => one.drop());
  await one.opened();
  return one;
}

/** Somebody who had everything of a life and went away. */
async function awayIn(server: SyncServer, as: string): Promise<{ doc: Y.Doc; epoch: number }> {
  const one = await (await client(server, `as=${as}`)).ready();
  const { epoch } = await one.got('hello');
  await one.leave();
  return { doc: one.doc, epoch };
}

function address(server: SyncServer, epoch: number | string, query: string): string {
  return `${server.url.replace('ws', 'http')}/${mapId}/content/work?epoch=${epoch}&${query}`;
}

async function bring(server: SyncServer, { doc, epoch }: { doc: Y.Doc; epoch: number }, query = 'as=anna') {
  const known = await fetch(address(server, epoch, query));
  if (!known.ok) return { status: known.status, update: new Uint8Array() };
  expect(known.headers.get('content-type')).toBe('application/octet-stream');
  const update = Y.encodeStateAsUpdate(doc, new Uint8Array(await known.arrayBuffer()));
  return { status: (await post(server, epoch, query, update)).status, update };
}

async function post(server: SyncServer, epoch: number, query: string, update: Uint8Array) {
  const response = await fetch(address(server, epoch, query), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(update),
  });
  return { status: response.status, answer: (await response.json()) as { seq?: number; code?: string } };
}

async function contentOf(server: SyncServer) {
  return server.rooms.registry.use(mapId, async ({ content }) => ({
    t: content.doc.getText('t').toString(),
    cards: content.doc.getMap('cards').toJSON(),
    tail: content.tail,
  }));
}

const renew = async (server: SyncServer): Promise<void> => {
  expect(await server.rooms.registry.renew(mapId, ['content'])).toBe('renewed');
};

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('work that rests on a former life', () => {
  const make = (server: SyncServer): Promise<void> =>
    server.createMap(mapId, ({ content }) => {
      content.getText('t').insert(0, 'halo');
      content.getMap('cards').set('a', 1);
    });

  it('[WORKUP8] is repeated in the present life, once, beside what others did there', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    const here = await (await client(server, 'as=budi')).ready();
    here.doc.getText('t').insert(0, 'Budi: ');
    here.doc.getMap('cards').set('b', 2);
    await here.saved();
    away.doc.getText('t').insert(4, ' semua');
    away.doc.getMap('cards').set('c', 3);
    away.doc.getMap('cards').delete('a');

    const { status, update } = await bring(server, away);
    expect(status).toBe(200);
    const after = { t: 'Budi: halo semua', cards: { b: 2, c: 3 } };
    expect(await contentOf(server)).toMatchObject(after);
    await here.until('everybody sees it', (doc) => doc.getText('t').toString() === after.t);
    const { tail } = await contentOf(server);
    // The same bytes again, and the same work asked anew.
    expect((await post(server, away.epoch, 'as=anna', update)).answer.seq).toBe(tail);
    expect((await bring(server, away)).status).toBe(200);
    expect(await contentOf(server)).toEqual({ ...after, tail });
  });

  it('[EVENT1] is whose it is, there as in the present life', async () => {
    const given = stores();
    const server = await open(given);
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    const { tail } = await contentOf(server);
    away.doc.getMap('cards').set('c', 3);
    expect((await bring(server, away)).status).toBe(200);
    const entries = await given.log.readAfter(docId, tail);
    const anna = { kind: 'USER', userId: 'anna', tokenId: null };
    expect(entries.map(({ authors }) => authors)).toEqual([[{ by: anna, updates: 1 }]]);
  });

  it('[WORKUP8] what is written while it is on its way comes with the next', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    for (const letter of ['x', 'y', 'z']) {
      away.doc.getText('t').insert(away.doc.getText('t').length, letter);
      expect((await bring(server, away)).status).toBe(200);
    }
    expect((await contentOf(server)).t).toBe('haloxyz');
  });

  it('[WORKUP8] of several at once nothing is lost or doubled, on two nodes too', async () => {
    const on = stores();
    const [one, other] = [await open(on), await open(on)];
    await make(one);
    const people = await Promise.all([...Array(6).keys()].map((n) => awayIn(one, `p${n}`)));
    await renew(one);
    const answers = await Promise.all(
      people.map(async (person, n) => {
        person.doc.getMap('cards').set(`k${n}`, n);
        person.doc.getText('t').insert(0, String(n));
        const server = n % 2 === 0 ? one : other;
        let { status } = await bring(server, person, `as=p${n}`);
        // Who is told to come later comes later.
        for (let again = 0; status === 503 && again < 20; again++)
          ({ status } = await bring(server, person, `as=p${n}`));
        return status;
      }),
    );
    expect(answers).toEqual(people.map(() => 200));
    const { t, cards } = await contentOf(await open(on));
    expect(Object.keys(cards).sort()).toEqual(['a', ...people.map((_, n) => `k${n}`)]);
    expect([...t].sort().join('')).toBe('012345ahlo');
  });

  it.each([
    ['the log of the former life', (entry: LogEntry) => entry.docId.includes('@'), false],
    ['the log of the present life', (entry: LogEntry) => entry.docId === docId, false],
    ['the note that it is done', null, true],
  ])('[WORKUP8] what failed at %s is taken up by the next attempt', async (_what, log, snapshots) => {
    const on = stores();
    const server = await open(on);
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    away.doc.getText('t').insert(4, '!');
    on.log.failing = log;
    on.snapshots.failing = snapshots;
    expect((await bring(server, away)).status).toBeGreaterThanOrEqual(500);
    on.log.failing = null;
    on.snapshots.failing = false;
    // Another process, with what the first left behind; and more of the same person.
    const next = await open(on);
    away.doc.getText('t').insert(5, '?');
    expect((await bring(next, away)).status).toBe(200);
    expect((await contentOf(next)).t).toBe('halo!?');
    expect(await on.log.readAfter(`${docId}@${away.epoch}`, 0)).toEqual([]);
  });

  it('[WORKUP8] from two lives ago', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    const later = await awayIn(server, 'budi');
    away.doc.getText('t').insert(4, '!');
    expect((await bring(server, away)).status).toBe(200);
    await renew(server);
    away.doc.getText('t').insert(0, '¡');
    later.doc.getMap('cards').set('b', 2);
    expect((await bring(server, away)).status).toBe(200);
    expect((await bring(server, later, 'as=budi')).status).toBe(200);
    expect(await contentOf(server)).toMatchObject({ t: '¡halo!', cards: { a: 1, b: 2 } });
  });

  it('[WORKUP8] the present life says what it holds too', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    away.doc.getText('t').insert(4, '!');
    const { status, update } = await bring(server, away);
    expect([status, (await contentOf(server)).t]).toEqual([200, 'halo!']);
    expect(update.byteLength).toBeLessThan(60);
  });

  it('[WORKUP9] a reader who holds nothing new is told so; one who does is refused', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    expect((await bring(server, away, 'as=anna&readOnly=1')).status).toBe(200);
    away.doc.getMap('cards').set('b', 2);
    expect((await bring(server, away, 'as=anna&readOnly=1')).status).toBe(403);
    expect((await contentOf(server)).cards).toEqual({ a: 1 });
  });

  it('[WORKUP9] a life that is not kept, and one that never was, is a conflict; strangers learn nothing', async () => {
    const on = stores();
    const server = await open(on);
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    expect((await bring(server, { doc: away.doc, epoch: 5 })).status).toBe(409);
    for (const id of await on.snapshots.formerLivesOf(docId)) await on.snapshots.remove(id);
    expect((await bring(server, away)).status).toBe(409);
    const { status } = await post(server, away.epoch, 'as=anna', Y.encodeStateAsUpdate(away.doc));
    expect(status).toBe(409);
    for (const [who, code] of [
      ['nobody', 401],
      ['stranger', 404],
    ] as const)
      expect((await fetch(address(server, away.epoch, `as=${who}`))).status).toBe(code);
  });

  it('[WORKUP9] what no honest client sends is refused there too', async () => {
    const server = await open();
    await make(server);
    const away = await awayIn(server, 'anna');
    await renew(server);
    const { status } = await post(server, away.epoch, 'as=anna', new Uint8Array(100).fill(7));
    expect(status).toBe(400);
    const foreign = new Y.Doc();
    foreign.getMap('elsewhere').set('x', 1);
    const more = await post(server, away.epoch, 'as=budi', Y.encodeStateAsUpdate(foreign));
    expect(more.status).toBe(400);
    expect(await presentEpoch(server.rooms, mapId)).not.toBe(away.epoch);
    expect((await contentOf(server)).cards).toEqual({ a: 1 });
  });
});

describe('a copy of a former life', () => {
  /** A node that has begun a map anew, and one that has it open and does not know yet. */
  const lagging = async () => {
    const on = stores();
    const [one, behind] = [await open(on), await open(on)];
    await one.createMap(mapId);
    const lease = await behind.rooms.registry.acquire(mapId);
    ends.unshift(async () => lease.release());
    await renew(one);
    return { one, behind };
  };

  it('[SYNC24] is known by its state vector where it names no epoch, and nothing of it is merged', async () => {
    const server = await open();
    await server.createMap(mapId);
    const away = await awayIn(server, 'anna');
    away.doc.getMap('cards').set('a', 1);
    await renew(server);
    const back = await client(server, 'as=anna', away.doc);
    back.askForWhatIsMissing();
    expect(await back.closed).toBe(CloseCode.EpochChanged);
    const { epoch } = away;
    const named = await client(server, `as=anna&epoch=${epoch}`, away.doc);
    expect(await named.closed).toBe(CloseCode.EpochChanged);
    // One of the present life, and one that was never told anything, come in.
    const present = await awayIn(server, 'budi');
    const again = await client(server, 'as=budi', present.doc);
    again.askForWhatIsMissing();
    await again.ready();
    const fresh = new Y.Doc();
    fresh.getMap('cards').set('b', 2);
    const stranger = await client(server, 'as=citra', fresh);
    stranger.askForWhatIsMissing();
    await stranger.saved();
    expect((await contentOf(server)).cards).toEqual({ b: 2 });
  });

  it('[SYNC24] of a life that only another node knows comes in there once that has read the log', async () => {
    const { one, behind } = await lagging();
    const { doc, epoch } = await awayIn(one, 'anna');
    doc.getMap('cards').set('a', 1);
    expect(behind.rooms.registry.peek(mapId)?.content.epoch).not.toBe(epoch);
    const named = await client(behind, `as=anna&epoch=${epoch}`, doc);
    await named.saved();
    expect((await contentOf(behind)).cards).toEqual({ a: 1 });
  });

  it('[SYNC24] that names no epoch is sent to come back there, not away for good', async () => {
    const { one, behind } = await lagging();
    const { doc } = await awayIn(one, 'anna');
    doc.getMap('cards').set('a', 1);
    const unnamed = await client(behind, 'as=anna', doc);
    unnamed.askForWhatIsMissing();
    expect(await unnamed.closed).toBe(CloseCode.Restart);
    const again = await client(behind, 'as=anna', doc);
    again.askForWhatIsMissing();
    await again.saved();
    expect((await contentOf(behind)).cards).toEqual({ a: 1 });
  });

  it('[WORKUP8] of such a life brings its work there too', async () => {
    const { one, behind } = await lagging();
    const away = await awayIn(one, 'anna');
    away.doc.getMap('cards').set('a', 1);
    expect((await bring(behind, away)).status).toBe(200);
    expect((await contentOf(behind)).cards).toEqual({ a: 1 });
  });
});
