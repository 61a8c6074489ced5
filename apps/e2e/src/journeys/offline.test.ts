import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cable } from '../network/Cable.ts';
import type { Person } from '../people/Person.ts';
import { readCard, readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('without a network', () => {
  let world: World;
  let cable: Cable;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    let port = 0;
    cable = await Cable.lay(() => port);
    // What Ayu types into the address bar: pages from there are the product's own.
    world = await World.begin({ PUBLIC_URL: cable.url });
    port = world.server.port;
    [ayu, budi] = [await world.seat(cast.ayu, { url: cable.url }), await world.seat(cast.budi)];
  });
  afterAll(async () => {
    await world.end();
    await cable.remove();
  });

  it('work goes on, the status tells the truth, and both sides meet again', async () => {
    const mapId = await world.workspace.createMap('Train journey');
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const cardId = await hers.addCard(hers.cardCells.first(), 'Before the tunnel');
    await his.card(cardId).waitFor();

    cable.cut();
    await hers.status('offline').waitFor();
    const offlineId = await hers.addCard(hers.cardCells.nth(1), 'In the tunnel');
    const area = await hers.edit(cardId);
    await area.pressSequentially(', and in it');
    await hers.page.keyboard.press('Escape');
    // Nothing is called saved that is not on the server's disk.
    expect(await hers.status('offline').count()).toBe(1);
    expect(await hers.status('saved').count()).toBe(0);
    const hisId = await his.addCard(his.cardCells.nth(2), 'Sementara itu di kantor');

    cable.mend();
    await hers.whenSaved();
    await hers.card(hisId).waitFor();
    await his.card(offlineId).waitFor();
    expect(await hers.textOf(cardId)).toBe('Before the tunnel, and in it');
    const told = await readMap(world.workspace.owner, mapId);
    expect(told.cards.nodes.map((card) => card.id).sort()).toEqual([cardId, offlineId, hisId].sort());
    expect(told.cards.nodes.find((card) => card.id === cardId)?.text.en).toBe('Before the tunnel, and in it');
  });

  it('a closed tab keeps its work in the browser and brings it along later', async () => {
    const mapId = await world.workspace.createMap('Closed tab');
    const map = await ayu.openMap(mapId);
    const cardId = await map.addCard(map.cardCells.first(), 'Saved');
    await map.whenSaved();

    cable.cut();
    await map.status('offline').waitFor();
    const area = await map.edit(cardId);
    await area.pressSequentially(' and typed offline');
    const offlineId = await map.addCard(map.cardCells.nth(1), 'Only in this browser');
    await expect.poll(() => storedUpdates(ayu.page)).toBeGreaterThan(0);
    await ayu.page.goto('about:blank');

    cable.mend();
    expect((await readCard(world.workspace.owner, mapId, cardId))?.text.en).toBe('Saved');
    const again = await ayu.openMap(mapId);
    await again.card(offlineId).waitFor();
    expect(await again.textOf(cardId)).toBe('Saved and typed offline');
    await again.whenSaved();
    await expect
      .poll(async () => (await readCard(world.workspace.owner, mapId, cardId))?.text.en)
      .toBe('Saved and typed offline');
    expect((await readMap(world.workspace.owner, mapId)).cards.nodes).toHaveLength(2);
  });
});

/** How many stores the browser keeps for this page. */
async function storedUpdates(page: Person['page']): Promise<number> {
  return page.evaluate(async () => (await indexedDB.databases()).length);
}
