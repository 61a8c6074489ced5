import { createJejakClient } from '@jejak/client';
import { openMap } from '@jejak/client/sync';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startSyncServer } from '../sync/startSyncServer.ts';
import { until } from '../sync/until.ts';
import { ClientBed } from './ClientBed.ts';

let bed: ClientBed;
let mapId: string;
beforeAll(async () => {
  bed = await ClientBed.start();
});
afterEach(() => bed.endAll());
afterAll(() => bed.close());

/** The text of a card in one language, as it is in the live document. */
function textOf(content: Y.Doc, cardId: string): Y.Text {
  const card = content.getMap<Y.Map<unknown>>('cards').get(cardId);
  const text = card?.get('text.en');
  if (!(text instanceof Y.Text)) throw new Error(`No text of ${cardId}`);
  return text;
}

/** The texts of all cards, as the API reads them from the disk. */
async function storedTexts(): Promise<string[]> {
  const { journeyMap } = await bed.owner.graphql<{
    journeyMap: { cards: { nodes: { text: { en: string } }[] } };
  }>('query ($id: ID!) { journeyMap(id: $id) { cards { nodes { text { en } } } } }', { id: mapId });
  return journeyMap.cards.nodes.map(({ text }) => text.en);
}

describe('a live map', () => {
  it.each(['token', 'cookie'] as const)(
    '[CLIENT20] is opened with a %s, shows what others write, and says when one own work is saved',
    async (which) => {
      mapId = await bed.workspace.createMap(`Live by ${which}`);
      const cardId = await bed.addCard(mapId, 'Asks');
      const map = await openMap(bed.client(which === 'cookie' ? { cookie: bed.owner.cookie } : {}), mapId);
      expect(map.status).toEqual({ kind: 'saved' });
      expect([map.canWrite('structure'), map.canWrite('content')]).toEqual([true, true]);
      expect(textOf(map.docs.content, cardId).toString()).toBe('Asks');
      expect(map.docs.structure.getMap('stages').size).toBeGreaterThan(0);

      const statuses: string[] = [];
      map.onStatus(({ kind }) => statuses.push(kind));
      textOf(map.docs.content, cardId).insert(4, ' twice');
      expect(map.status).toEqual({ kind: 'saving' });
      await map.whenSaved();
      expect(await storedTexts()).toEqual(['Asks twice']);

      await bed.addCard(mapId, 'Of others');
      await until('it is heard', () => map.docs.content.getMap('cards').size === 2);
      await map.close();
      expect(statuses.slice(0, 2)).toEqual(['saving', 'saved']);
      expect(map.status).toEqual({ kind: 'closed' });
      await expect(map.whenSaved()).rejects.toMatchObject({ code: 'CLOSED' });
    },
  );

  it('[CLIENT21] comes back after a cut with new tickets, and brings what was written meanwhile', async () => {
    mapId = await bed.workspace.createMap('Cut');
    const cardId = await bed.addCard(mapId, 'Asks');
    const network = await bed.network();
    const map = await openMap(bed.client({ url: `http://127.0.0.1:${network.port}` }), mapId);
    const text = textOf(map.docs.content, cardId);
    network.refuses = true;
    network.reset();
    await until('it is away', () => map.status.kind === 'offline');
    text.insert(4, ' offline');
    expect(map.status).toEqual({ kind: 'offline', unsaved: true });
    await expect(map.whenSaved(1)).rejects.toMatchObject({ code: 'NOT_SAVED' });
    network.refuses = false;
    await map.whenSaved(30_000);
    expect(await storedTexts()).toEqual(['Asks offline']);
    await bed.server.restart();
    text.insert(0, 'Still ');
    await map.whenSaved(30_000);
    expect(await storedTexts()).toEqual(['Still Asks offline']);
  });

  it('[CLIENT22] says why it may not be opened, and ends then', async () => {
    mapId = await bed.workspace.createMap('Refused');
    const open = (options: Parameters<typeof bed.client>[0], id = mapId, timeoutMs = 15_000) =>
      openMap(bed.client(options), id, { timeoutMs });
    await expect(open({}, 'map_absent')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open({ token: 'jjk_p_x' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(open({ url: 'http://127.0.0.1:9' }, mapId, 300)).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
    const closed = bed.client();
    closed.close();
    await expect(openMap(closed, mapId)).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('[CLIENT22] hears that it lost its right, or that the map is gone', async () => {
    const own = await ClientBed.start();
    try {
      const id = await own.workspace.createMap('Gone');
      const other = await own.workspace.createMap('Revoked');
      const jejak = own.client();
      const [gone, revoked] = await Promise.all([openMap(jejak, id), openMap(jejak, other)]);
      await own.deleteMap(id);
      await until('gone', () => gone.status.kind === 'refused');
      await expect(gone.whenSaved()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await own.revokeToken();
      await until('revoked', () => revoked.status.kind === 'refused');
      await expect(revoked.whenSaved()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    } finally {
      await own.close();
    }
  });

  it('[CLIENT22] ends with its client: whoever waits is told, and nobody is in the map any more', async () => {
    mapId = await bed.workspace.createMap('Closed');
    const cardId = await bed.addCard(mapId, 'Asks');
    const present = async () => {
      const { journeyMap } = await bed.owner.graphql<{ journeyMap: { present: object[] } }>(
        'query ($id: ID!) { journeyMap(id: $id) { present { userId } } }',
        { id: mapId },
      );
      return journeyMap.present.length;
    };
    const jejak = bed.client();
    const map = await openMap(jejak, mapId);
    await expect.poll(present, { timeout: 15_000 }).toBe(1);
    textOf(map.docs.content, cardId).insert(0, 'Never ');
    const waiting = map.whenSaved();
    const told = expect(waiting).rejects.toMatchObject({ code: 'CLOSED' });
    jejak.close();
    await told;
    await expect.poll(present, { timeout: 15_000 }).toBe(0);
  });
});

describe('a live map that is begun anew', () => {
  /** A server where one signs in by the address. */
  class AsAnna extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(`${address}&as=anna`, protocols);
    }
  }

  it('[CLIENT23] goes on in new documents for who listens, and is final for who does not', async () => {
    const server = await startSyncServer();
    const id = 'map_client000001';
    const jejak = createJejakClient({
      url: `http://127.0.0.1:${server.port}`,
      // The browser's type lacks what Node's has and the other way round.
      WebSocket: AsAnna as unknown as typeof globalThis.WebSocket,
      fetch: (input, init) => fetch(`${input}&as=anna`, init),
    });
    try {
      await server.createMap(id);
      const [follows, stays] = await Promise.all([openMap(jejak, id), openMap(jejak, id)]);
      const renewed: Y.Doc[] = [];
      follows.onRenewed(({ content }) => renewed.push(content));
      const former = follows.docs.content;
      former.getText('t').insert(0, 'kept');
      await follows.whenSaved();
      expect(await server.rooms.registry.renew(id, ['content'])).toBe('renewed');
      await until('it went on', () => renewed.length === 1);
      await follows.whenSaved();
      expect(follows.docs.content).toBe(renewed[0]);
      expect(follows.docs.content).not.toBe(former);
      expect(follows.docs.content.getText('t').toString()).toBe('kept');
      follows.docs.content.getText('t').insert(4, ' on');
      await follows.whenSaved();
      await until('it ended', () => stays.status.kind === 'refused');
      expect(stays.status).toEqual({ kind: 'refused', code: 4409 });
      await expect(stays.whenSaved()).rejects.toMatchObject({ code: 'CONFLICT' });
    } finally {
      jejak.close();
      await server.stop();
    }
  });
});
