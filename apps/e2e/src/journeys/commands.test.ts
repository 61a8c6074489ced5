import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MapPage } from '../pages/MapPage.ts';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('commands by keyboard', () => {
  let world: World;
  let ayu: Person;
  let map: MapPage;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
    map = await ayu.openMap(world.workspace.sampleMapId);
  });
  afterAll(() => world.end());
  afterEach(() => expect(ayu.problems).toEqual([]));

  it('P opens the presentation without any tools; Escape and its button leave it', async () => {
    const { page } = map;
    const cards = await page.locator('[data-card-id]').count();
    await page.keyboard.press('p');
    await page.locator('.map-page[data-presenting]').waitFor();
    expect(await page.locator('.map-bar').count()).toBe(0);
    expect(await page.locator('.map-add:visible').count()).toBe(0);
    expect(await page.locator('[data-card-id]').count()).toBe(cards);
    await page.keyboard.press('Escape');
    await page.locator('.map-page:not([data-presenting])').waitFor();
    await page.locator('.map-bar-present').click();
    await page.locator('.map-page[data-presenting]').waitFor();
    await page.locator('.map-present-leave').click();
    await page.locator('.map-bar').waitFor();
    expect(await page.locator('[data-presenting]').count()).toBe(0);
  });

  it('the palette finds a command and a card by a few letters, and gives the focus back', async () => {
    const { page } = map;
    const first = page.locator('[data-card-id]').first();
    await first.focus();
    await page.keyboard.press('Control+k');
    const palette = page.locator('dialog.map-palette[open]');
    await palette.waitFor();
    await page.keyboard.type('purpose');
    await palette.getByRole('option', { selected: true, name: 'Purpose of the map' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-panel="charter"]').waitFor();
    expect(await palette.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('[data-panel="charter"]').waitFor({ state: 'detached' });

    const text = await page.locator('[data-card-id] .map-card-text').last().innerText();
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type(text);
    await palette.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-card-id]')?.textContent))
      .toContain(text);

    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-card-id]')?.textContent))
      .toContain(text);
  });

  it('a command of the palette changes the map', async () => {
    const { page } = map;
    const stages = async () =>
      (await readMap(world.workspace.owner, world.workspace.sampleMapId)).stages.length;
    const before = await stages();
    await page.keyboard.press('Control+k');
    await page.locator('dialog.map-palette[open]').waitFor();
    await page.keyboard.type('add stage');
    await page.locator('.map-palette').getByRole('option', { selected: true, name: /stage/i }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(stages).toBe(before + 1);
    await page.keyboard.press('Escape');
    await page.locator('[data-card-id]').first().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(stages).toBe(before);
  });

  it('? shows every key, zooming works by key, and Escape closes', async () => {
    const { page } = map;
    await page.locator('[data-card-id]').first().focus();
    await page.keyboard.press('?');
    const help = page.locator('dialog.map-help[open]');
    await help.getByText('Find anything').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    const width = async () => (await page.locator('[data-card-id]').first().boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(before);
    await page.keyboard.press('0');
    await expect.poll(width).toBe(before);
  });
});
