import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('on a phone', () => {
  let world: World;
  let citra: Person;

  beforeAll(async () => {
    world = await World.begin();
    citra = await world.seat(cast.citra, { device: 'phone' });
  });
  afterAll(() => world.end());

  it('a card is added, and a stage turned to, by touch alone', async () => {
    const mapId = await world.workspace.createMap('In the shop');
    const { columnIds } = await world.workspace.placesOf(mapId);
    const map = await citra.openMap(mapId);
    const { page } = map;
    const add = async (columnId: string, text: string) => {
      const cell = page.locator(`.map-cell:not(.map-emotion-cell)[data-cell$=":${columnId}"]`).first();
      await cell.locator('.map-add').tap();
      const area = cell.locator('textarea');
      await area.waitFor();
      // The keyboard of a phone must find a field that is in sight.
      const box = await area.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await cell.locator('[data-card-id]', { hasText: text }).waitFor();
      await page.keyboard.press('Escape');
    };
    await add(columnIds[0] ?? '', 'Bertanya kepada kasir');
    await page.locator('.map-pager button').nth(1).tap();
    await page.locator('.map-pager button:nth-child(2)[aria-current="page"]').waitFor();
    await add(columnIds[1] ?? '', 'Menunggu giliran');
    await map.whenSaved();
    const { cards } = await readMap(world.workspace.owner, mapId);
    expect(cards.nodes.map(({ columnId, text }) => [columnId, text.id])).toEqual([
      [columnIds[0], 'Bertanya kepada kasir'],
      [columnIds[1], 'Menunggu giliran'],
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(citra.problems).toEqual([]);
  });
});
