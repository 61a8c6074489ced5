import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('open questions', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    [ayu, budi] = [await world.seat(cast.ayu), await world.seat(cast.budi)];
  });
  afterAll(() => world.end());

  it('are counted by stage in every browser; the stage with most says so and leads to its first', async () => {
    const mapId = world.workspace.sampleMapId;
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const mark = (page = hers.page) => page.locator('.map-questions[data-most]');
    const name = await mark().getAttribute('aria-label');
    expect(name).toMatch(/^3 questions: start here, the stage with the most open questions$/);
    expect(await mark(his.page).innerText()).toMatch(/3 pertanyaan: mulai di sini/);

    // It leads to the first one, which is then both chosen and focused.
    await mark().click();
    const focused = () =>
      hers.page.evaluate(() =>
        document.activeElement?.closest('[data-card-id]')?.getAttribute('data-card-id'),
      );
    await expect.poll(focused).toBeTruthy();
    const first = hers.card((await focused()) ?? '');
    expect(await first.getAttribute('data-kind')).toBe('QUESTION');
    expect(await first.getAttribute('data-selected')).toBe('true');

    // Resolving by key lowers the count for both.
    await hers.page.keyboard.press('r');
    await expect.poll(() => mark().getAttribute('aria-label')).toMatch(/^2 questions: start here/);
    await expect.poll(() => mark(his.page).innerText()).toMatch(/2 pertanyaan/);

    // The other resolves the rest, by key from question to question; then another stage is the one to begin with.
    await his.page.locator('[data-card-id]').first().focus();
    const begin = () => hers.page.locator('.map-stage', { has: mark() }).locator('h2').innerText();
    for (const next of ['Awareness', 'Conversion']) {
      await his.page.keyboard.press('q');
      await expect
        .poll(() => his.page.evaluate(() => document.activeElement?.getAttribute('data-resolved')))
        .toBeNull();
      await his.page.keyboard.press('r');
      await expect.poll(begin).toBe(next);
    }
    expect(await mark().getAttribute('aria-label')).toMatch(/^1 question: start here/);
    expect([...ayu.problems, ...budi.problems]).toEqual([]);
  });
});
