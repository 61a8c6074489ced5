import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { metricsOf } from '../operations/metricsOf.ts';
import { syncFrame } from './frames.ts';
import { PlainClient } from './PlainClient.ts';
import { ProtocolBed, score } from './protocolBed.ts';

/** Names of the describes are the sections of docs/PROTOCOL.md; the quotes are its sentences. */
let bed: ProtocolBed;
let mapId: string;

beforeAll(async () => {
  bed = await ProtocolBed.start();
  mapId = await bed.map();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

/** More than is sent without being packed, in one update. */
function writeMuch(doc: Y.Doc): void {
  doc.transact(() => {
    for (let n = 0; n < 800; n++) doc.getMap('emotionScores').set(`stp_${n}:per_${n}`, n % 5);
  });
}

async function refusalOf(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const client = bed.keep(new PlainClient(url, { headers }));
  return client.opened().then(
    () => 'opened',
    (error: Error) => error.message,
  );
}

describe('Address', () => {
  it('[PROTO1] "One-use ticket of a program, instead of token or cookie"', async () => {
    const answer = await bed.ticket(mapId);
    expect(answer.status).toBe(201);
    const { ticket, expiresAt } = (await answer.json()) as { ticket: string; expiresAt: string };
    // By the clock of the server, which is the database's; it says how far this machine's is ahead.
    const skewMs = Number((await metricsOf(bed.server.url)).get('jejak_clock_skew_seconds')) * 1_000;
    expect(Date.parse(expiresAt) - (Date.now() - skewMs)).toBeLessThanOrEqual(30_000);
    const url = bed.address(mapId, 'structure', `ack=1&ticket=${ticket}`);
    const program = bed.keep(new PlainClient(url));
    await program.ready();
    expect(String(program.doc.getMap('meta').get('title.en'))).toBe('Order medicine online');
    expect(await bed.keep(new PlainClient(url)).closed).toBe(4401);
  });

  it('[PROTO1] "It is asked for with the session or the token", by whoever may read the map', async () => {
    expect((await bed.ticket(mapId, '')).status).toBe(401);
    expect((await bed.ticket('map_nobodymadethis')).status).toBe(404);
  });

  it('[PROTO1] with the cookie and "Origin", an edit of the title is read by GraphQL', async () => {
    const edited = await bed.map('Title');
    const client = await bed.client(edited, { part: 'structure' }).ready();
    const title = client.doc.getMap('meta').get('title.en');
    if (!(title instanceof Y.Text)) throw new Error('The title is no text.');
    title.insert(0, 'New ');
    await client.saved();
    const query = 'query ($id: ID!) { journeyMap(id: $id) { title { en } } }';
    expect(await bed.ask(query, { id: edited })).toEqual({ journeyMap: { title: { en: 'New Title' } } });
  });

  it('[PROTO2] "Otherwise the upgrade is answered with HTTP 403"', async () => {
    const { cookie } = bed.owner;
    const foreign = { cookie, origin: 'https://elsewhere.example' };
    for (const headers of [foreign, { cookie }, { cookie, origin: 'null' }])
      expect(await refusalOf(bed.address(mapId), headers)).toMatch(/403/);
  });

  it('[PROTO2] "With a ticket neither cookie nor origin is looked at"', async () => {
    const { ticket } = (await (await bed.ticket(mapId)).json()) as { ticket: string };
    const headers = { cookie: 'jejak.session_token=nonsense', origin: 'https://elsewhere.example' };
    const url = bed.address(mapId, 'content', `ticket=${ticket}`);
    await bed.keep(new PlainClient(url, { headers })).ready();
  });

  it('[PROTO2] "accepted first and then closed with a code": nobody 4401, absent and foreign 4404', async () => {
    expect(await bed.keep(new PlainClient(bed.address(mapId))).closed).toBe(4401);
    expect(await bed.client('map_nobodymadethis').closed).toBe(4404);
    const stranger = await bed.seed.person({ workspaceId: await bed.seed.workspace() });
    expect(await bed.client(mapId, { as: stranger }).closed).toBe(4404);
  });

  it('[PROTO2] "An address of another form is HTTP 404"', async () => {
    for (const path of ['/sync', `/sync/${mapId}`, `/sync/${mapId}/drawing`])
      expect(await refusalOf(`${bed.server.wsUrl}${path}`, {})).toMatch(/404/);
  });
});

describe('A connection', () => {
  it('[PROTO4] "The server sends `Hello` (if asked for) and its step 1", then answers', async () => {
    const client = await bed.client(mapId).ready();
    await client.saved();
    expect(client.frames.map(({ kind }) => kind).slice(0, 3)).toEqual(['hello', 'step1', 'step2']);
    expect(await client.got('hello')).toMatchObject({ canWrite: true });
  });

  it('[PROTO4] "come only when asked for": without `ack=1` neither Hello nor Saved', async () => {
    const other = await bed.client(mapId).ready();
    const client = await bed.client(mapId, { query: '' }).ready();
    client.doc.getMap('emotionScores').set('plain', 1);
    await other.until('the edit', (doc) => score(doc, 'plain') === 1);
    await client.settled();
    expect(client.all('hello')).toEqual([]);
    expect(client.all('saved')).toEqual([]);
  });

  it('[PROTO5] "before your step 1 it sends none", and step 2 has it all', async () => {
    const quiet = bed.client(mapId, { speaks: false });
    await quiet.got('step1');
    const writer = await bed.client(mapId).ready();
    writer.doc.getMap('emotionScores').set('early', 1);
    await writer.saved();
    await quiet.settled();
    expect(quiet.all('update')).toEqual([]);
    await quiet.until('the edit', (doc) => score(doc, 'early') === 1);
    writer.doc.getMap('emotionScores').set('late', 1);
    await quiet.got('update');
    await quiet.until('the edit', (doc) => score(doc, 'late') === 1);
  });

  it('[PROTO5] "It is not sent back to you"; what comes twice is ignored', async () => {
    const [ani, budi] = await Promise.all([bed.client(mapId).ready(), bed.client(mapId).ready()]);
    ani.doc.getMap('emotionScores').set('once', 1);
    await budi.until('the edit', (doc) => score(doc, 'once') === 1);
    const [update] = budi.all('update').slice(-1);
    if (update !== undefined) budi.update(update.update);
    await budi.saved();
    await ani.settled();
    expect(ani.all('update')).toEqual([]);
  });

  it('[PROTO5] "it missed the ground of one of your updates. Answer with step 2"', async () => {
    const client = bed.client(mapId, { speaks: false });
    await client.got('step1');
    const { doc } = client;
    doc.getMap('emotionScores').set('ground', 1);
    const before = Y.encodeStateVector(doc);
    doc.getMap('emotionScores').set('upon it', 2);
    const from = client.frames.length;
    client.update(Y.encodeStateAsUpdate(doc, before));
    const { stateVector } = await client.got('step1', () => true, from);
    client.answer(stateVector);
    await client.got('saved', ({ count }) => count === 2);
    const asked = Y.encodeStateVector(doc);
    doc.getMap('emotionScores').set('later', 3);
    client.update(Y.encodeStateAsUpdate(doc, asked));
    await client.got('saved', ({ count }) => count === 3);
    const reader = await bed.client(mapId).ready();
    const keys = ['ground', 'upon it', 'later'];
    expect(keys.map((key) => score(reader.doc, key))).toEqual([1, 2, 3]);
    doc.getMap('emotionScores').set('kept back', 4);
    const keptBack = Y.encodeStateVector(doc);
    doc.getMap('emotionScores').set('upon what was kept back', 5);
    client.update(Y.encodeStateAsUpdate(doc, keptBack));
    expect(await client.closed).toBe(4400);
  });
});

describe('Packed', () => {
  it('[PROTO18] "the answer to step 1 of an empty copy may come in pieces instead" and ends with step 2', async () => {
    const large = await bed.map('Large');
    const writer = await bed.client(large).ready();
    writeMuch(writer.doc);
    await writer.saved();
    const query = 'ack=1&deflate=1';
    const plain = await bed.client(large, { query }).ready();
    expect(plain.all('packed')).toEqual([]);
    let joiner = plain;
    for (let n = 0; n < 100 && joiner.all('packed').length === 0; n++) {
      await joiner.leave();
      joiner = await bed.client(large, { query }).ready();
    }
    const state = joiner.frames.filter(({ kind }) => !['hello', 'saved', 'awareness'].includes(kind));
    expect(state.map(({ kind }) => kind)).toEqual(['step1', 'packed', 'step2']);
    writer.doc.getMap('emotionScores').set('since', 1);
    await writer.saved();
    const later = await bed.client(large, { query }).ready();
    expect(later.all('packed')).toEqual(joiner.all('packed'));
    expect(later.doc.getMap('emotionScores').toJSON()).toEqual(writer.doc.getMap('emotionScores').toJSON());
  });

  it('[PROTO18] "Packed" comes only when asked for, and never to a copy that holds something', async () => {
    const large = await bed.map('Large too');
    const writer = await bed.client(large, { query: 'deflate=1' }).ready();
    writeMuch(writer.doc);
    await writer.settled();
    for (let n = 0; n < 3; n++) await (await bed.client(large, { query: 'deflate=1' }).ready()).leave();
    expect((await bed.client(large).ready()).all('packed')).toEqual([]);
    await writer.settled();
    expect(writer.all('packed')).toEqual([]);
  });
});

describe('Saved', () => {
  it('[PROTO6] counts step 2 and update from 1 and tells the sequence of the log', async () => {
    const client = await bed.client(mapId).ready();
    const first = await client.saved();
    expect(first.count).toBe(1);
    const { sequence } = await client.got('hello');
    expect(first.sequence).toBe(sequence);
    for (let edit = 0; edit < 20; edit++) client.doc.getMap('emotionScores').set('count', edit);
    const last = await client.saved();
    expect(last.count).toBe(21);
    expect(last.sequence).toBeGreaterThan(sequence);
    const counts = client.all('saved').map(({ count }) => count);
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
  });

  it('[PROTO6] "The two sequences are the halves of GraphQL\'s `mapVersion`"', async () => {
    const client = await bed.client(mapId, { part: 'structure' }).ready();
    client.doc.getMap('meta').set('type', 'FUTURE_STATE');
    const { sequence } = await client.saved();
    const query =
      'query ($id: ID!, $v: MapVersion) { journeyMap(id: $id, minVersion: $v) { type mapVersion } }';
    expect(await bed.ask(query, { id: mapId, v: `${sequence}.0` })).toMatchObject({
      journeyMap: { type: 'FUTURE_STATE', mapVersion: expect.stringMatching(`^${sequence}\\.`) },
    });
  });

  it('[PROTO6] what is saved is there for whoever comes next', async () => {
    const writer = await bed.client(mapId).ready();
    writer.doc.getMap('emotionScores').set('kept', 1);
    const { sequence } = await writer.saved();
    const next = await bed.client(mapId).ready();
    expect(score(next.doc, 'kept')).toBe(1);
    expect((await next.got('hello')).sequence).toBeGreaterThanOrEqual(sequence);
  });
});

describe('Coming back', () => {
  it('[PROTO7] step 1 with a state vector brings only what is missing', async () => {
    const away = await bed.client(mapId).ready();
    await away.leave();
    const other = await bed.client(mapId).ready();
    other.doc.getMap('emotionScores').set('meanwhile', 1);
    await other.saved();
    const back = await bed.client(mapId, { doc: away.doc }).ready();
    expect(score(back.doc, 'meanwhile')).toBe(1);
    const missing = Y.decodeUpdate((await back.got('step2')).update);
    expect(missing.structs.map(({ id }) => id.client)).toEqual([other.doc.clientID]);
  });

  it('[PROTO7] work done offline arrives in the answer to the step 1 of the server, and is saved', async () => {
    const away = await bed.client(mapId).ready();
    const { epoch } = await away.got('hello');
    await away.saved();
    away.drop();
    await away.closed;
    for (let edit = 0; edit < 50; edit++) away.doc.getMap('emotionScores').set(`offline ${edit}`, edit);
    const back = bed.client(mapId, { doc: away.doc, query: `ack=1&epoch=${epoch}` });
    expect((await back.saved()).count).toBe(1);
    const reader = await bed.client(mapId).ready();
    expect([score(reader.doc, 'offline 0'), score(reader.doc, 'offline 49')]).toEqual([0, 49]);
  });

  it('[PROTO7] more than one message takes comes as updates in order, then an empty step 2', async () => {
    const large = await bed.map();
    const doc = new Y.Doc();
    const pieces: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => pieces.push(update));
    for (let piece = 0; piece < 60; piece++) doc.getMap('emotionScores').set(`${piece}`, 'x'.repeat(20_000));
    const client = bed.client(large, { doc, speaks: false });
    await client.got('step1');
    for (const piece of pieces) client.update(piece);
    client.sent += 1;
    client.send(syncFrame('step2', Uint8Array.of(0, 0)));
    await client.saved();
    const reader = await bed.client(large).ready();
    expect(reader.doc.getMap('emotionScores').size).toBe(60);
  });

  it('[PROTO7] 1012 when the server restarts: what was written meanwhile is brought back', async () => {
    const client = await bed.client(mapId).ready();
    const { epoch } = await client.got('hello');
    await client.saved();
    const restarted = bed.server.restart();
    expect(await client.closed).toBe(1012);
    client.doc.getMap('emotionScores').set('during the restart', 1);
    await restarted;
    await bed.client(mapId, { doc: client.doc, query: `ack=1&epoch=${epoch}` }).saved();
    const reader = await bed.client(mapId).ready();
    expect(score(reader.doc, 'during the restart')).toBe(1);
  });

  it('[PROTO8] keeps the epoch of Hello: the same one is taken, another one is closed with 4409', async () => {
    const { epoch } = await (await bed.client(mapId).ready()).got('hello');
    await bed.client(mapId, { query: `ack=1&epoch=${epoch}` }).ready();
    const stale = bed.client(mapId, { query: `ack=1&epoch=${epoch + 1}` });
    expect(await stale.closed).toBe(4409);
    expect(stale.frames).toEqual([]);
  });
});
