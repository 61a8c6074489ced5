import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('the activity of a workspace', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('[ACTIVITY1] Ayu sees what was done, narrows it by keyboard, checks it and takes it along', async () => {
    const { page } = ayu;
    await ayu.visit('/people');
    await page.getByRole('link', { name: 'Show activity' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor();
    const list = page.getByRole('list', { name: 'What was done' });
    await list.getByText('Server set up').waitFor();
    const all = await list.getByRole('listitem').count();

    await page.getByLabel('What', { exact: true }).selectOption('Map deleted');
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await page.getByText('Nothing to show').waitFor();
    await page.getByLabel('What', { exact: true }).selectOption('Everything');
    await page.getByLabel('Person').selectOption(cast.ayu.name);
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await list.getByText('Server set up').waitFor();
    expect(await list.getByRole('listitem').count()).toBeLessThanOrEqual(all);

    await page.getByRole('link', { name: 'Check the whole log' }).press('Enter');
    await page.getByText(/as (it was|they were) written/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download for spreadsheets' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('audit.csv');
    expect(await seriousFindings(page)).toEqual([]);
    expect(ayu.problems).toEqual([]);
  });

  it('[ACTIVITY1] who does not manage the workspace is told so', async () => {
    const budi = await world.seat(cast.budi);
    await budi.visit('/people/activity');
    await budi.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await budi.page.getByRole('list', { name: 'Yang dilakukan' }).count()).toBe(0);
    expect(budi.problems).toEqual([]);
  });
});
