import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { stockClient } from '../network/stockClient.ts';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('a viewer', () => {
  let world: World;
  let citra: Person;
  let mapId: string;
  let cardId: string;

  beforeAll(async () => {
    world = await World.begin();
    citra = await world.seat(cast.citra, { role: 'viewer' });
    mapId = await world.workspace.createMap('Only to look at');
    const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
    const place = { columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '' };
    cardId = await world.workspace.addCard(mapId, { ...place, text: { en: 'Look', id: 'Lihat' } });
  });
  afterAll(() => world.end());

  const unchanged = async () => {
    const { cards } = await readMap(world.workspace.owner, mapId);
    expect(cards.nodes.map(({ id, text }) => ({ id, text }))).toEqual([
      { id: cardId, text: { en: 'Look', id: 'Lihat' } },
    ]);
  };

  it('sees the map live and finds nothing to edit with', async () => {
    const map = await citra.openMap(mapId);
    await map.card(cardId).waitFor();
    expect(await map.page.locator('.map-add, .map-add-stage, .map-add-lane').count()).toBe(0);
    await map.card(cardId).dblclick();
    await map.card(cardId).focus();
    for (const key of ['Enter', 'F2', 'Delete', 'm']) await map.page.keyboard.press(key);
    expect(await map.page.locator('[data-card-id] textarea').count()).toBe(0);
    expect(await map.card(cardId).count()).toBe(1);
    await world.workspace.owner.graphql(
      'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename } }',
      { input: { mapId, cardId, locale: 'ID', text: 'Lihat juga' } },
    );
    await expect.poll(() => map.textOf(cardId)).toBe('Lihat juga');
    await world.workspace.owner.graphql(
      'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename } }',
      { input: { mapId, cardId, locale: 'ID', text: 'Lihat' } },
    );
    await unchanged();
    expect(citra.problems).toEqual([]);
  });

  it.each(['content', 'structure'] as const)(
    'cannot write by a stock y-websocket client (%s)',
    async (part) => {
      const { doc, provider, destroy } = stockClient(world.server.url, mapId, part, citra.http);
      try {
        const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
        const closed = new Promise<number>((resolve) =>
          provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
        );
        provider.connect();
        await synced;
        doc.getMap(part === 'content' ? 'cards' : 'stages').set('intruder', new Y.Map());
        expect(await closed).toBe(4403);
        expect(provider.shouldConnect).toBe(false);
      } finally {
        destroy();
      }
      await unchanged();
      const fresh = await world.workspace.placesOf(mapId);
      expect(fresh.columnIds).not.toContain('intruder');
    },
  );

  it('cannot write by GraphQL, and is told why', async () => {
    const answer = await citra.http.graphql<{ setCardText: { __typename: string; code?: string } }>(
      'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename ... on UserError { code } } }',
      { input: { mapId, cardId, locale: 'EN', text: 'Changed' } },
    );
    expect(answer.setCardText.code).toBe('FORBIDDEN');
    await unchanged();
  });

  it('without an account gets the same answer for a real map and an invented one', async () => {
    const answers = await Promise.all(
      [mapId, 'map_inventedinvented'].map(async (id) => {
        const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/sync/${id}/content`, {
          headers: { Origin: world.server.url },
        });
        return new Promise<string>((resolve) => {
          socket.once('unexpected-response', (_request, response) => resolve(`http ${response.statusCode}`));
          socket.once('close', (code) => resolve(`close ${code}`));
          socket.once('error', () => {});
        });
      }),
    );
    expect(answers[0]).toBe(answers[1]);
  });
});
