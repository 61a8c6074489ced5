import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { awarenessFrame } from './frames.ts';
import { ProtocolBed, score } from './protocolBed.ts';

/** Sections "Limits" and "Close codes" of docs/PROTOCOL.md. */
let bed: ProtocolBed;
let mapId: string;

beforeAll(async () => {
  bed = await ProtocolBed.start();
  mapId = await bed.map();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

/** Writes as many texts of 20,000 characters, in one transaction. */
function fill(doc: Y.Doc, name: string, count: number): void {
  doc.transact(() => {
    for (let piece = 0; piece < count; piece++)
      doc.getMap('emotionScores').set(`${name} ${piece}`, 'x'.repeat(20_000));
  });
}

describe('Limits and close codes', () => {
  const unreadable: readonly (readonly [string, Uint8Array | string])[] = [
    ['a text frame', 'hello'],
    ['an empty message', new Uint8Array()],
    ['an unknown message', Uint8Array.of(50)],
    ['a message of the server', Uint8Array.of(100, 1, 1)],
    ['an unknown kind of Sync', Uint8Array.of(0, 9, 0)],
    ['a message cut short', Uint8Array.of(0, 2, 10, 1)],
    ['an update that is none', Uint8Array.of(0, 2, 2, 255, 255)],
    ['presence that is no JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 0x7b)],
  ];

  it.each(unreadable)('[PROTO11] 4400 for %s', async (_name, message) => {
    const client = await bed.client(mapId).ready();
    client.send(message);
    expect(await client.closed).toBe(4400);
  });

  it('[PROTO11] presence beyond 2 KiB or four levels and a clock that leaps are 4400', async () => {
    const leaping = await bed.client(mapId).ready();
    const entry = { clientId: leaping.doc.clientID, state: {} };
    leaping.send(awarenessFrame([{ ...entry, clock: 1 }]));
    leaping.send(awarenessFrame([{ ...entry, clock: 1_002 }]));
    expect(await leaping.closed).toBe(4400);
    for (const said of [{ selection: ['x'.repeat(2_048)] }, { a: { a: { a: { a: {} } } } }]) {
      const client = await bed.client(mapId).ready();
      client.presence(said);
      expect(await client.closed).toBe(4400);
    }
  });

  it('[PROTO11] a step 2 of 1 MiB less a little is taken; an update above 256 KiB is 4413', async () => {
    const large = await bed.map();
    const doc = new Y.Doc();
    fill(doc, 'large', 52);
    await bed.client(large, { doc }).saved();
    const reader = await bed.client(large).ready();
    expect(score(reader.doc, 'large 51')).toHaveLength(20_000);
    fill(reader.doc, 'too large', 14);
    expect(await reader.closed).toBe(4413);
  });

  it('[PROTO11] a message above the limit is 1009', async () => {
    const client = await bed.client(mapId).ready();
    client.send(new Uint8Array(1_048_576 + 65));
    expect(await client.closed).toBe(1009);
  });

  it('[PROTO11] 64 fragments are taken, more are 1008', async () => {
    const client = await bed.client(mapId).ready();
    client.fragments(64);
    await client.settled();
    client.fragments(65);
    expect(await client.closed).toBe(1008);
  });

  it('[PROTO11] the eleventh connection of one person to one map is 4503', async () => {
    const budi = await bed.seed.person({ workspaceId: bed.workspaceId });
    await Promise.all(Array.from({ length: 10 }, () => bed.client(mapId, { as: budi }).ready()));
    expect(await bed.client(mapId, { as: budi }).closed).toBe(4503);
  });
});
