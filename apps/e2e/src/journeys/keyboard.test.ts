import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('with the keyboard alone', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('a card is added, edited, moved, undone and deleted, and focus is never lost', async () => {
    const mapId = await world.workspace.createMap('Keys');
    const map = await ayu.openMap(mapId);
    const { page } = map;
    const press = (...keys: string[]) =>
      keys.reduce(async (before, key) => {
        await before;
        await page.keyboard.press(key);
      }, Promise.resolve());
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return (
          element?.closest('[data-card-id]')?.getAttribute('data-card-id') ??
          element?.getAttribute('data-target') ??
          element?.tagName
        );
      });
    const cards = async () => (await readMap(world.workspace.owner, mapId)).cards.nodes;

    // Tab until the grid has the focus: there is a way in without a mouse.
    for (let n = 0; n < 40 && !/:/.test(String(await focused())); n++) await press('Tab');
    expect(await focused()).toMatch(/^(?:stage|column|lane|cell|card):/);
    for (let n = 0; n < 12 && !String(await focused()).startsWith('cell:'); n++) {
      await press(n % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
    }
    const cell = await focused();
    expect(cell).toMatch(/^cell:/);

    await press('Enter');
    await page.keyboard.type('First by key');
    await press('Enter');
    await page.keyboard.type('Second by key');
    await press('Enter', 'Escape');
    await expect
      .poll(async () => (await cards()).map((card) => card.text.en))
      .toEqual(['First by key', 'Second by key']);
    const [first, second] = await cards();

    await press('ArrowUp');
    await expect.poll(focused).toBe(second?.id);
    await press('Enter');
    await map
      .card(second?.id ?? '')
      .locator('textarea')
      .waitFor();
    await press('End');
    await page.keyboard.type(', edited');
    await press('Enter');
    await expect.poll(async () => (await cards())[1]?.text.en).toBe('Second by key, edited');
    await expect.poll(focused).toBe(second?.id);

    await press('m', 'ArrowRight', 'Enter');
    await expect
      .poll(async () => (await cards()).find((card) => card.id === second?.id)?.columnId)
      .not.toBe(first?.columnId);
    await expect.poll(focused).toBe(second?.id);
    await press('Control+z');
    await expect
      .poll(async () => (await cards()).find((card) => card.id === second?.id)?.columnId)
      .toBe(first?.columnId);
    await press('Control+Shift+z');
    await expect
      .poll(async () => (await cards()).find((card) => card.id === second?.id)?.columnId)
      .not.toBe(first?.columnId);

    await map.card(second?.id ?? '').focus();
    await press('Delete');
    await expect.poll(async () => (await cards()).map((card) => card.id)).toEqual([first?.id]);
    // In the next picture: the server may know of the deletion before that is drawn.
    await expect.poll(focused).toMatch(/^cell:/);
    expect(ayu.problems).toEqual([]);
  });
});
