import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SeededPerson } from '../seed.ts';
import type { PlainClient } from './PlainClient.ts';
import { ProtocolBed, score } from './protocolBed.ts';

/** Section "What may be written" of docs/PROTOCOL.md. Offences are a person's: each test has people of its own. */
let bed: ProtocolBed;
let mapId: string;
let people = 0;

beforeAll(async () => {
  bed = await ProtocolBed.start();
});
beforeEach(async () => {
  mapId = await bed.map();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

function person(): Promise<SeededPerson> {
  people += 1;
  return bed.seed.person({ workspaceId: bed.workspaceId, name: `Person ${people}` });
}

const entry = (doc: Y.Doc, key: string, value: unknown): void => {
  doc.getMap('emotionScores').set(key, value);
};

/** An update of a copy that nobody else has. */
function made(write: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** Nested arrays, as a program might store them. */
function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

/** The first step 1 after what has come until now. */
async function askedAgain(client: PlainClient, from: number): Promise<void> {
  await client.got('step1', () => true, from);
}

describe('What may be written', () => {
  const forbidden: readonly (readonly [string, Uint8Array])[] = [
    ['another root', made((doc) => doc.getMap('nothing').set('a', 1))],
    ['a list of Yjs', made((doc) => doc.getMap('emotionScores').set('a', new Y.Array()))],
    ['bytes', made((doc) => doc.getMap('emotionScores').set('a', new Uint8Array(3)))],
    ['a sub-document', made((doc) => doc.getMap('emotionScores').set('a', new Y.Doc()))],
    ['a string above 20,000 characters', made((doc) => entry(doc, 'a', 'x'.repeat(20_001)))],
    ['a key above 128 characters', made((doc) => entry(doc, 'k'.repeat(129), 1))],
    ['the key __proto__', made((doc) => entry(doc, '__proto__', 1))],
    ['values above 16 deep', made((doc) => entry(doc, 'a', nested(17)))],
  ];

  it.each(forbidden)('[PROTO15] %s is refused whole, and asked for without it', async (_name, update) => {
    const reader = await bed.client(mapId).ready();
    const writer = await bed.client(mapId, { as: await person(), speaks: false });
    await writer.got('step1');
    writer.askForWhatIsMissing();
    await writer.got('step2');
    const from = writer.frames.length;
    writer.update(update);
    await askedAgain(writer, from);
    // A copy without it, and the connection goes on.
    const clean = made((doc) => entry(doc, 'honest', 2));
    writer.sent += 1;
    writer.send(Uint8Array.of(0, 1, clean.length, ...clean));
    await reader.until('the honest part', (doc) => score(doc, 'honest') === 2);
    expect([...reader.doc.getMap('emotionScores').keys()]).toEqual(['honest']);
    expect(reader.doc.share.has('nothing')).toBe(false);
    await writer.settled();
    expect(writer.all('saved')).toEqual([]);
  });

  it('[PROTO15] "is that again, in the answer to this step 1" is 4400', async () => {
    const doc = new Y.Doc();
    doc.getMap('nothing').set('a', 1);
    const client = bed.client(mapId, { as: await person() });
    await client.ready();
    client.update(Y.encodeStateAsUpdate(doc));
    client.doc.getMap('nothing').set('a', 1);
    expect(await client.closed).toBe(4400);
  });

  it('[PROTO15] "for the second time within ten minutes" is 4403, and for a minute whoever comes back', async () => {
    const as = await person();
    const update = (n: number) => made((doc) => doc.getMap('nothing').set(`a${n}`, 1));
    const client = await bed.client(mapId, { as }).ready();
    const from = client.frames.length;
    client.update(update(1));
    await askedAgain(client, from);
    client.update(update(2));
    expect(await client.closed).toBe(4403);
    expect(await bed.client(mapId, { as }).closed).toBe(4403);
    // Others, and other maps, do not feel it.
    await bed.client(mapId, { as: await person() }).ready();
    await bed.client(await bed.map(), { as }).ready();
  });

  it('[PROTO15] "A client id" belongs to the person who first writes under it; they may go on from elsewhere', async () => {
    const [ani, budi] = [await person(), await person()];
    const first = await bed.client(mapId, { as: ani }).ready();
    entry(first.doc, 'first', 1);
    await first.saved();
    const state = Y.encodeStateAsUpdate(first.doc);
    const copy = (): Y.Doc => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      doc.clientID = first.doc.clientID;
      return doc;
    };
    await first.leave();

    const thief = await bed.client(mapId, { as: budi, doc: copy() }).ready();
    const from = thief.frames.length;
    entry(thief.doc, 'stolen', 1);
    await askedAgain(thief, from);
    expect(await thief.closed).toBe(4400);
    const again = await bed.client(mapId, { as: ani, doc: copy() }).ready();
    entry(again.doc, 'second', 1);
    await again.saved();
    const reader = await bed.client(mapId).ready();
    expect([score(reader.doc, 'first'), score(reader.doc, 'second'), score(reader.doc, 'stolen')]).toEqual([
      1,
      1,
      undefined,
    ]);
  });

  it('[PROTO15] what "does more than a live update may" is taken as step 2; beyond 5,000 structs it is 4413', async () => {
    const client = await bed.client(mapId, { as: await person() }).ready();
    client.doc.transact(() => {
      for (let n = 0; n < 1_001; n++) entry(client.doc, `k${n}`, n);
    });
    await client.saved();
    const reader = await bed.client(mapId).ready();
    expect(score(reader.doc, 'k1000')).toBe(1_000);
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let n = 0; n < 5_001; n++) entry(doc, `n${n}`, n);
    });
    expect(await bed.client(mapId, { as: await person(), doc }).closed).toBe(4413);
  });
});
