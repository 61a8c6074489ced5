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

    await page.getByRole('button', { name: 'Check the whole log' }).press('Enter');
    await page.getByText(/as (it was|they were) written/).waitFor();
    expect(new URL(page.url()).searchParams.get('person')).not.toBe('');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download for spreadsheets' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('audit.csv');
    expect(await seriousFindings(page)).toEqual([]);
    expect(ayu.problems).toEqual([]);
  });

  it('[ACTIVITY2] [ACTIVITY4] days leave out what was before and after; a noted seal is found, a made-up one is not', async () => {
    const { page } = ayu;
    await ayu.visit('/people/activity');
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    await page.getByLabel('From').fill(today);
    await page.getByLabel('Until').fill(today);
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await page.waitForURL(/until=/);
    const list = page.getByRole('list', { name: 'What was done' });
    await list.getByText('Server set up').waitFor();
    await page.getByLabel('From').fill('2020-01-01');
    await page.getByLabel('Until').fill('2020-12-31');
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await page.getByText('Nothing to show').waitFor();
    await page.getByRole('link', { name: 'Show everything' }).press('Enter');
    await list.getByText('Server set up').waitFor();

    await page.getByRole('button', { name: 'Check the whole log' }).press('Enter');
    const seal = await page.getByText(/^[0-9a-f]{64}$/).innerText();
    expect(new URL(page.url()).hash).toBe('#proof');
    await page.getByLabel(/Seal noted earlier/).fill(seal);
    await page.getByLabel(/Seal noted earlier/).press('Enter');
    await page.getByText(/The seal you noted is that of entry/).waitFor();
    await page.getByLabel(/Seal noted earlier/).fill('ab'.repeat(32));
    await page.getByLabel(/Seal noted earlier/).press('Enter');
    await page
      .getByRole('alert')
      .getByText(/is not there any more/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(ayu.problems).toEqual([]);
  });

  it('[ACTIVITY3] a refused change on a map is told in words, with why', async () => {
    const citra = await world.seat(cast.citra, { role: 'viewer' });
    const mapId = world.workspace.sampleMapId;
    await citra.http.graphql(
      'mutation ($input: SetMapTitleInput!) { setMapTitle(input: $input) { __typename } }',
      { input: { mapId, locale: 'EN', text: 'Mine' } },
    );
    await ayu.visit('/people/activity');
    const row = ayu.page.getByRole('listitem').filter({ hasText: 'Change to a map (setMapTitle)' });
    await row.getByText('Refused: not allowed').waitFor();
    await row.getByText(cast.citra.name).waitFor();
  });

  it('[ACTIVITY1] who does not manage the workspace is told so', async () => {
    const budi = await world.seat(cast.budi);
    await budi.visit('/people/activity');
    await budi.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await budi.page.getByRole('list', { name: 'Yang dilakukan' }).count()).toBe(0);
    expect(budi.problems).toEqual([]);
  });
});
