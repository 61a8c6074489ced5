import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('language and appearance', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('are switched in the menu of the account and stay, on every page and the next visit', async () => {
    const { page, context } = ayu;
    const html = page.locator('html');
    await ayu.visit('');
    await page.getByRole('button', { name: /Ayu/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.reload();
    expect(await html.getAttribute('data-theme')).toBe('dark');

    const menu = page.getByRole('menuitemradio', { name: 'Bahasa Indonesia' });
    await page.getByRole('button', { name: /Ayu/ }).click();
    await menu.click();
    await page.waitForURL(`${world.server.url}/id`);
    await page.locator('html[lang="id"]').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Peta' }).waitFor();
    await page.locator('a[href*="/maps/map_"]').first().click();
    await page.locator('[data-card-id]').first().waitFor();
    expect([await html.getAttribute('lang'), await html.getAttribute('data-theme')]).toEqual(['id', 'dark']);

    const later = await context.newPage();
    await later.goto(world.server.url);
    await later.waitForURL(`${world.server.url}/id`);
    expect(await later.locator('html').getAttribute('data-theme')).toBe('dark');
    await expect.poll(() => ayu.http.graphql('{ viewer { locale } }')).toEqual({ viewer: { locale: 'ID' } });
    expect(ayu.problems).toEqual([]);
  });
});
