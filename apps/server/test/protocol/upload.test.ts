import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ProtocolBed } from './protocolBed.ts';

/** Section "Large offline work" of docs/PROTOCOL.md; the quotes are its sentences. */
let bed: ProtocolBed;
let mapId: string;

beforeAll(async () => {
  bed = await ProtocolBed.start();
  mapId = await bed.map();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

async function upload(query: string, headers: Record<string, string>, update: Uint8Array): Promise<Response> {
  return fetch(`${bed.server.url}/sync/${mapId}/content/work?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(update),
  });
}

/** Writes so many texts of 20 kB. */
function write(doc: Y.Doc, name: string, count: number): void {
  doc.transact(() => {
    for (let n = 0; n < count; n++) doc.getMap('emotionScores').set(`${name}${n}`, 'x'.repeat(20_000));
  });
}

describe('Large offline work', () => {
  it('[PROTO14] "Connect again. The answer to step 1 is small now."', async () => {
    const away = await bed.client(mapId).ready();
    const { epoch } = await away.got('hello');
    await away.leave();
    write(away.doc, 'offline', 70);
    const back = bed.client(mapId, { doc: away.doc, query: `ack=1&epoch=${epoch}`, speaks: false });
    const { stateVector } = await back.got('step1');
    await back.leave();
    const update = Y.encodeStateAsUpdate(away.doc, stateVector);
    expect(update.byteLength).toBeGreaterThan(1_048_576);
    const own = { cookie: bed.owner.cookie, origin: bed.server.url };
    const answer = await upload(`epoch=${epoch}`, own, update);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ seq: expect.any(Number) });
    const again = bed.client(mapId, { doc: away.doc, query: `ack=1&epoch=${epoch}` });
    await again.saved();
    const { stateVector: then } = await again.got('step1');
    expect(Y.encodeStateAsUpdate(away.doc, then).byteLength).toBeLessThan(1_000);
    const reader = await bed.client(mapId).ready();
    expect(reader.doc.getMap('emotionScores').size).toBe(70);
  });

  it('[PROTO14] "Ways in and rights are those of the socket"', async () => {
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    const { cookie } = bed.owner;
    expect((await upload('', {}, update)).status).toBe(401);
    expect((await upload('', { cookie }, update)).status).toBe(403);
    expect((await upload('', { cookie, origin: 'https://elsewhere.example' }, update)).status).toBe(403);
    expect((await upload('epoch=1', { cookie, origin: bed.server.url }, update)).status).toBe(409);
    const { epoch } = await (await bed.client(mapId).ready()).got('hello');
    const { ticket } = (await (await bed.ticket(mapId)).json()) as { ticket: string };
    expect((await upload(`epoch=${epoch}&ticket=${ticket}`, {}, update)).status).toBe(200);
    expect((await upload(`epoch=${epoch}&ticket=${ticket}`, {}, update)).status).toBe(401);
    const reader = await bed.seed.person({ workspaceId: bed.workspaceId, role: 'viewer' });
    const own = { cookie: reader.cookie, origin: bed.server.url };
    // A reader who brings nothing new is told so.
    expect((await upload(`epoch=${epoch}`, own, update)).status).toBe(200);
    const written = new Y.Doc();
    written.getMap('emotionScores').set('stp_a:per_a', 1);
    const refused = await upload(`epoch=${epoch}`, own, Y.encodeStateAsUpdate(written));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('[PROTO14] "at most 8 MiB"', async () => {
    const own = { cookie: bed.owner.cookie, origin: bed.server.url };
    const answer = await upload('', own, new Uint8Array(8 * 1_048_576 + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'TOO_LARGE' });
  });
});
