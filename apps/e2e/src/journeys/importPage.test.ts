import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MapPage } from '../pages/MapPage.ts';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

const text = [
  'journey',
  'title Refill a prescription',
  '%% drawn in a meeting',
  'section Ask',
  'Call the pharmacy: 2: Sari',
  'what is this',
  'section Collect',
  'Pay: 9: Sari, Pharmacist',
  'title Another one',
].join('\n');

describe('a pasted journey', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('becomes a map, and each line that is not in it is listed with its number and the reason', async () => {
    const { page } = ayu;
    await ayu.visit('/maps/import');
    await page.locator('textarea[name="text"]').fill(text);
    await page.locator('form button[type="submit"]').click();
    const lines = async (name: RegExp) =>
      (await page.getByRole('region', { name }).getByRole('listitem').allInnerTexts()).map((item) =>
        item.split('\n').map((part) => part.trim()),
      );
    await page.getByRole('heading', { name: 'The map is made' }).waitFor();
    expect(await lines(/not taken/)).toEqual([
      ['Line 3', '%% drawn in a meeting', 'A comment.'],
      ['Line 6', 'what is this', 'Is neither a title, a section nor a task.'],
      ['Line 9', 'title Another one', 'A second title; the first one counts.'],
    ]);
    expect(await lines(/changed|with a change/)).toEqual([
      [
        'Line 8',
        'Pay: 9: Sari, Pharmacist',
        'The score is not a whole number from 1 to 5; the nearest was taken.',
      ],
    ]);
    expect(await seriousFindings(page)).toEqual([]);

    await page.locator('a[href*="/maps/map_"]').click();
    const map = new MapPage(page);
    await map.whenSaved();
    await page.getByRole('heading', { level: 1, name: 'Refill a prescription' }).waitFor();
    expect(await page.locator('[data-target^="stage:"]').count()).toBe(2);
    expect(await page.locator('[data-target^="column:stp_"]').count()).toBe(2);
    expect(ayu.problems).toEqual([]);
  });
});
