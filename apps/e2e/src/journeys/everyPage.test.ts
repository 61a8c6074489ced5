import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutShift } from '../pages/layoutShift.ts';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe.each(['en', 'id'] as const)('every page in %s', (language) => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat({ ...cast.ayu, locale: language });
  });
  afterAll(() => world.end());

  async function check(person: Person): Promise<void> {
    const { page } = person;
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
    expect(person.problems).toEqual([]);
  }

  it.each(['light', 'dark'] as const)(
    'home, new map and map are accessible and quiet (%s)',
    async (colorScheme) => {
      await ayu.page.emulateMedia({ colorScheme });
      await ayu.visit('');
      await ayu.page.locator('a[href*="/maps/map_"]').first().waitFor();
      await check(ayu);
      await ayu.visit('/maps/new');
      await ayu.page.locator('form').first().waitFor();
      await check(ayu);
      const map = await ayu.openMap(world.workspace.sampleMapId);
      await map.page.locator('[data-card-id]').first().waitFor();
      await check(ayu);
    },
  );

  it('sign-in and what an unknown address shows are accessible and quiet', async () => {
    budi = await world.seat(cast.budi);
    await budi.context.clearCookies();
    await budi.page.goto(`${world.server.url}/${language}/sign-in`);
    await budi.page.locator('input[name="password"]').waitFor();
    await check(budi);
    await budi.page.goto(`${world.server.url}/${language}/no-such-page`);
    await budi.page.locator('main').waitFor();
    expect(await seriousFindings(budi.page)).toEqual([]);
  });

  it('a map on a phone is accessible and does not scroll sideways as a page', async () => {
    await ayu.page.setViewportSize({ width: 390, height: 844 });
    const map = await ayu.openMap(world.workspace.sampleMapId);
    await map.page.locator('[data-card-id]').first().waitFor();
    await check(ayu);
    const width = await map.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
