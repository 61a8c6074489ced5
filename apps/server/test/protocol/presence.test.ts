import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { queryAwarenessFrame } from './frames.ts';
import type { PlainClient } from './PlainClient.ts';
import { ProtocolBed, score } from './protocolBed.ts';

/** Sections "Presence" and "Who may only read" of docs/PROTOCOL.md; the quotes are its sentences. */
let bed: ProtocolBed;
let mapId: string;

beforeAll(async () => {
  bed = await ProtocolBed.start();
  mapId = await bed.map();
});
afterEach(() => bed.clear());
afterAll(() => bed.close());

const idsOf = (client: PlainClient): unknown[] =>
  client.all('awareness').flatMap(({ entries }) => entries.map(({ clientId }) => clientId));
const state = (client: PlainClient, of: PlainClient, fits: (state: unknown) => boolean) =>
  client.got('awareness', ({ entries }) =>
    entries.some((entry) => entry.clientId === of.doc.clientID && fits(entry.state)),
  );

describe('Presence', () => {
  it('[PROTO9] "the server drops other fields" and "adds `user`", and tells the speaker too', async () => {
    const budi = await bed.seed.person({ workspaceId: bed.workspaceId, name: 'Budi', team: 'SALES' });
    const [speaker, hearer] = await Promise.all([
      bed.client(mapId, { as: budi }).ready(),
      bed.client(mapId).ready(),
    ]);
    const user = { id: budi.userId, name: 'Budi', team: 'SALES' };
    speaker.presence({ locale: 'id', typing: true, mood: 'fine', user: { id: 'usr_ani', name: 'Ani' } });
    for (const client of [hearer, speaker]) {
      const { entries } = await state(client, speaker, () => true);
      expect(entries).toEqual([
        { clientId: speaker.doc.clientID, clock: 1, state: { locale: 'id', typing: true, user } },
      ]);
    }
    speaker.presence({ locale: 'klingon', typing: true });
    const { entries } = await state(hearer, speaker, (said) => !('typing' in (said as object)));
    expect(entries).toMatchObject([{ clock: 2, state: { user } }]);
  });

  it('[PROTO9] joiners and whoever asks are told everybody; `null` means that the client left', async () => {
    const speaker = await bed.client(mapId).ready();
    speaker.presence({ typing: false });
    await state(speaker, speaker, () => true);
    const joiner = await bed.client(mapId).ready();
    await state(joiner, speaker, (said) => said !== null);
    const from = joiner.frames.length;
    joiner.send(queryAwarenessFrame);
    await joiner.got('awareness', ({ entries }) => entries.length > 0, from);
    await speaker.leave();
    await state(joiner, speaker, (said) => said === null);
  });

  it('[PROTO9] "entries about other ids are ignored", and structure carries none', async () => {
    const [speaker, hearer, structure] = await Promise.all([
      bed.client(mapId).ready(),
      bed.client(mapId).ready(),
      bed.client(mapId, { part: 'structure' }).ready(),
    ]);
    structure.presence({ typing: true });
    speaker.presence({ typing: true });
    speaker.presence({ typing: true }, hearer.doc.clientID);
    speaker.presence({ typing: false });
    await state(hearer, speaker, (said) => (said as { typing?: boolean }).typing === false);
    expect(new Set(idsOf(hearer))).toEqual(new Set([speaker.doc.clientID]));
    await structure.settled();
    expect(structure.all('awareness')).toEqual([]);
  });
});

describe('Who may only read', () => {
  it('[PROTO10] reads, answers with nothing new, is present, and is closed with 4403 for a write', async () => {
    const viewer = await bed.seed.person({ workspaceId: bed.workspaceId, role: 'viewer' });
    const reader = await bed.client(mapId, { as: viewer }).ready();
    expect(await reader.got('hello')).toMatchObject({ canWrite: false });
    expect((await reader.saved()).count).toBe(1);
    reader.presence({ typing: false });
    await state(reader, reader, (said) => said !== null);
    reader.doc.getMap('emotionScores').set('forbidden', 1);
    expect(await reader.closed).toBe(4403);
    const next = await bed.client(mapId).ready();
    expect(score(next.doc, 'forbidden')).toBeUndefined();
  });

  it('[PROTO10] "an answer that holds nothing new is accepted and counted", one that holds more is 4403', async () => {
    const viewer = await bed.seed.person({ workspaceId: bed.workspaceId, role: 'viewer' });
    const doc = new Y.Doc();
    doc.getMap('emotionScores').set('offline as a reader', 1);
    expect(await bed.client(mapId, { as: viewer, doc }).closed).toBe(4403);
    const same = await bed.client(mapId, { as: viewer }).ready();
    await same.leave();
    await bed.client(mapId, { as: viewer, doc: same.doc }).saved();
  });

  it('[PROTO10] a change of rights closes with 4500; whoever comes back is judged anew', async () => {
    const budi = await bed.seed.person({ workspaceId: bed.workspaceId, role: 'editor' });
    const client = await bed.client(mapId, { as: budi }).ready();
    await bed.ask('mutation ($input: SetMemberRoleInput!) { setMemberRole(input: $input) { __typename } }', {
      input: { workspaceId: bed.workspaceId, userId: budi.userId, role: 'VIEWER' },
    });
    expect(await client.closed).toBe(4500);
    const back = await bed.client(mapId, { as: budi }).ready();
    expect(await back.got('hello')).toMatchObject({ canWrite: false });
  });
});
