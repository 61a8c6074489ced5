import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MapPage } from '../pages/MapPage.ts';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { readCard } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('an invitation', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
    await ayu.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => world.end());

  it('is made and copied by one, and leads another, new and Indonesian, to an open map', async () => {
    await ayu.visit('/people');
    const { page } = ayu;
    await page.locator('select[name="role"]').selectOption('editor');
    await page.locator('form button[type="submit"]').click();
    const field = page.locator('input[readonly]');
    const link = await field.inputValue();
    expect(new URL(link).port).toBe(String(world.server.port));
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

    const dewi = await world.stranger('Dewi Anggraini', 'id');
    await dewi.page.goto(link);
    expect(await dewi.page.locator('html').getAttribute('lang')).toBe('id');
    await dewi.page.getByRole('heading', { name: 'Bergabung dengan Apotek Sehat' }).waitFor();
    expect(await seriousFindings(dewi.page)).toEqual([]);
    await dewi.page.getByLabel('Nama Anda').fill('Dewi Anggraini');
    await dewi.page.locator('select[name="team"]').selectOption('SERVICE');
    await dewi.page.getByLabel('Alamat email').fill('dewi@example.org');
    await dewi.page.locator('input[name="password"]').fill('rahasia yang cukup panjang');
    await dewi.page.getByRole('button', { name: 'Buat akun dan bergabung' }).click();

    await dewi.page.waitForURL(new URL('/id', link).href);
    await dewi.page.getByRole('heading', { level: 1, name: 'Peta' }).waitFor();
    await dewi.page.locator('a[href*="/maps/map_"]').first().click();
    const map = new MapPage(dewi.page);
    await map.page.locator('[data-card-id]').first().waitFor();
    await map.whenSaved();
    expect(await map.page.locator('[data-target^="stage:"]').first().innerText()).toContain('Kesadaran');
    const cardId = await map.addCard(map.cardCells.first(), 'Saya ikut menulis');
    await map.whenSaved();
    const told = await readCard(world.workspace.owner, world.workspace.sampleMapId, cardId);
    expect(told?.text.id).toBe('Saya ikut menulis');

    await page.reload();
    await page.getByText('dewi@example.org').waitFor();
    expect([...ayu.problems, ...dewi.problems]).toEqual([]);
  });
});
