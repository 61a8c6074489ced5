import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cable } from '../network/Cable.ts';
import { wearOut } from '../network/wearOut.ts';
import type { MapPage } from '../pages/MapPage.ts';
import type { Person } from '../people/Person.ts';
import { readCard, readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

/** What is brought of a worn map is heavy work for a busy machine. */
const settledMsMax = 60_000;

function settled(map: MapPage): Promise<void> {
  return map.status('saved').first().waitFor({ timeout: settledMsMax });
}

describe('a map that the server begins anew', { timeout: 180_000 }, () => {
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

  it('[NEXT1] [NEXT3] [NEXT4] people go on in place, whoever types loses no letter, and they see each other', async () => {
    const mapId = await world.workspace.createMap('Years of work');
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const cardId = await hers.addCard(hers.cardCells.first(), 'Begins');
    const hisId = await his.addCard(his.cardCells.nth(1), 'Punya Budi');
    await his.card(cardId).waitFor();
    // He reads in a panel, and could undo his card.
    await his.card(hisId).click();
    await his.page.keyboard.press('i');
    const panel = his.page.locator('.map-panel');
    await panel.waitFor();
    const undo = his.page.getByRole('button', { name: 'Urungkan', exact: true });
    await expect.poll(() => undo.isEnabled()).toBe(true);
    await his.page.locator('[data-map-scroll]').evaluate((grid) => grid.scrollTo(120, 60));
    for (const { page } of [hers, his]) await page.evaluate(() => Object.assign(window, { samePage: true }));
    const area = await hers.edit(cardId);
    const shared = await area.elementHandle();

    const worn = await wearOut(world.server.url, mapId, world.workspace.owner);
    try {
      await worn.begunAnew;
      const words = ', goes on while the map is begun anew, and is done';
      await area.pressSequentially(words, { delay: 40 });
      await Promise.all([settled(hers), settled(his)]);
      const whole = `Begins${words}`;
      expect(await area.inputValue()).toBe(whole);
      expect(await shared?.evaluate((field) => document.activeElement === field)).toBe(true);
      await expect.poll(() => his.textOf(cardId)).toBe(whole);
      expect((await readCard(world.workspace.owner, mapId, cardId))?.text.en).toBe(whole);
    } finally {
      worn.leave();
    }
    expect(await panel.isVisible()).toBe(true);
    expect(await undo.isDisabled()).toBe(true);
    expect(
      await his.page.locator('[data-map-scroll]').evaluate((grid) => [grid.scrollLeft, grid.scrollTop]),
    ).toEqual([120, 60]);
    for (const { page } of [hers, his]) expect(await page.evaluate(() => 'samePage' in window)).toBe(true);

    // Live as before, both ways.
    await hers.page.keyboard.press('Escape');
    const later = await his.addCard(his.cardCells.nth(2), 'Sesudahnya');
    await hers.card(later).waitFor();
    await hers.page.locator('[data-people="1"]').waitFor();
    await his.page.locator('[data-people="1"]').waitFor();
    expect((await readMap(world.workspace.owner, mapId)).cards.nodes.map(({ id }) => id).sort()).toEqual(
      [cardId, hisId, later].sort(),
    );
    expect([...ayu.problems, ...budi.problems]).toEqual([]);
  });

  it('a copy with offline work comes back to a map that was begun anew meanwhile', async () => {
    const mapId = await world.workspace.createMap('Away for long');
    const map = await ayu.openMap(mapId);
    const cardId = await map.addCard(map.cardCells.first(), 'Saved');
    await map.whenSaved();
    cable.cut();
    await map.status('offline').waitFor();
    const area = await map.edit(cardId);
    await area.pressSequentially(' and typed offline');
    const offlineId = await map.addCard(map.cardCells.nth(1), 'Only in this browser');
    await ayu.page.goto('about:blank');

    const his = await budi.openMap(mapId);
    const worn = await wearOut(world.server.url, mapId, world.workspace.owner);
    await worn.begunAnew;
    worn.leave();
    await settled(his);
    const hisId = await his.addCard(his.cardCells.nth(2), 'Sementara itu');

    cable.mend();
    const again = await ayu.openMap(mapId);
    await again.card(offlineId).waitFor();
    await again.card(hisId).waitFor();
    expect(await again.textOf(cardId)).toBe('Saved and typed offline');
    await his.card(offlineId).waitFor();
    const told = await readMap(world.workspace.owner, mapId);
    expect(told.cards.nodes.map(({ id }) => id).sort()).toEqual([cardId, offlineId, hisId].sort());
    // Opened once more, nothing is brought again.
    await ayu.page.reload();
    await again.whenSaved();
    expect((await readMap(world.workspace.owner, mapId)).cards.nodes).toHaveLength(3);
    expect(await again.page.locator('.map-stop').count()).toBe(0);
  });
});
