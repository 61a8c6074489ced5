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

  async function newWebhook(): Promise<string> {
    const { createWebhook } = await ayu.http.graphql<{ createWebhook: { webhook: { id: string } } }>(
      'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on CreateWebhookPayload { webhook { id } } } }',
      { input: { workspaceId: world.workspace.id, url: 'https://hooks.example.org/jejak' } },
    );
    return createWebhook.webhook.id;
  }

  it.each(['light', 'dark'] as const)(
    'home, new map, import, people, tokens, webhooks and map are accessible and quiet (%s)',
    async (colorScheme) => {
      await ayu.page.emulateMedia({ colorScheme });
      await ayu.visit('');
      await ayu.page.locator('a[href*="/maps/map_"]').first().waitFor();
      await check(ayu);
      await ayu.visit('/maps/new');
      await ayu.page.locator('form').first().waitFor();
      await check(ayu);
      await ayu.visit('/maps/import');
      await ayu.page.locator('textarea').waitFor();
      await check(ayu);
      await ayu.visit('/people');
      await ayu.page.locator('select[name="role"]').waitFor();
      await check(ayu);
      const webhook = `/people/webhooks/${await newWebhook()}`;
      for (const page of ['/tokens', '/people/tokens', '/people/webhooks', webhook, '/people/activity']) {
        await ayu.visit(page);
        await ayu.page.locator('main h1').waitFor();
        await check(ayu);
      }
      const map = await ayu.openMap(world.workspace.sampleMapId);
      await map.page.locator('[data-card-id]').first().waitFor();
      await check(ayu);
    },
  );

  it('a map with a panel, the palette, the keys or the presentation open is accessible and quiet', async () => {
    const { page } = await ayu.openMap(world.workspace.sampleMapId);
    const card = page.locator('[data-card-id]').first();
    await card.click();
    await page.keyboard.press('Control+k');
    await page.locator('dialog.map-palette[open]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('dialog.map-help[open]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await card.focus();
    await page.keyboard.press('i');
    await page.locator('[data-panel="card"]').waitFor();
    await check(ayu);
    await page.keyboard.press('Escape');
    await page.locator('[data-panel]').waitFor({ state: 'detached' });
    await card.focus();
    await page.keyboard.press('p');
    await page.locator('.map-page[data-presenting]').waitFor();
    await check(ayu);
  });

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
