import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapPage } from '../pages/MapPage.ts';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('what a map says of itself', () => {
  let world: World;
  let ayu: Person;
  let citra: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
    citra = await world.seat(cast.citra, { role: 'viewer' });
  });
  afterAll(() => world.end());

  const change = (name: string, input: Readonly<Record<string, unknown>>) =>
    world.workspace.owner.graphql(
      `mutation ($input: ${name}Input!) { ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) { __typename } }`,
      { input },
    );
  const fromMenu = async ({ page }: MapPage, name: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  it('the check leads to each missing element, and counts it for everybody once it is there', async () => {
    const mapId = await world.workspace.createMap('To be checked');
    const map = await ayu.openMap(mapId);
    const watching = await citra.openMap(mapId);
    const { page } = map;
    const mark = page.locator('.map-check-button');
    expect(await mark.getAttribute('aria-label')).toBe('Check this map: 0 of 5 elements are there');
    await mark.click();
    const panel = page.locator('[data-panel="check"]');
    const element = (key: string) => panel.locator(`[data-element="${key}"]`);
    await panel.waitFor();

    await element('persona').getByRole('button').click();
    const personas = page.locator('[data-panel="personas"]');
    await personas.getByRole('button', { name: 'Add persona' }).click();
    await personas.locator('[data-persona-id]').waitFor();
    await personas.getByRole('button', { name: 'Back to the check' }).click();
    await element('persona').and(page.locator('[data-done]')).waitFor();

    await element('timeline').getByRole('button').click();
    await page.locator('.map-column textarea').pressSequentially('Runs low');
    await page.keyboard.press('Enter');
    await element('timeline').and(page.locator('[data-done]')).waitFor();

    // The lane of touchpoints was deleted: the way there brings it back.
    const { lanes } = await world.workspace.owner
      .graphql<{ journeyMap: { lanes: { id: string; kind: string }[] } }>(
        'query ($id: ID!) { journeyMap(id: $id) { lanes { id kind } } }',
        { id: mapId },
      )
      .then(({ journeyMap }) => journeyMap);
    const laneId = lanes.find(({ kind }) => kind === 'TOUCHPOINT')?.id;
    await change('DeleteLane', { mapId, laneId });
    await page.locator(`[data-lane-row="${laneId}"]`).waitFor({ state: 'detached' });
    await element('touchpoint').getByRole('button').click();
    await page.keyboard.type('The box of tablets');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await element('touchpoint').and(page.locator('[data-done]')).waitFor();

    await expect
      .poll(() => watching.page.locator('.map-check-button').getAttribute('aria-label'))
      .toBe('Periksa peta ini: 3 dari 5 unsur sudah ada');
    await watching.page.locator('.map-check-button').click();
    const seen = watching.page.locator('[data-panel="check"]');
    await seen.locator('[data-element="channel"]').waitFor();
    // Somebody who may only look finds no button to add with.
    expect(await seen.locator('[data-element] button').count()).toBe(0);
    expect([...ayu.problems, ...citra.problems]).toEqual([]);
  });

  it('a text one language lacks is one press away, and leaves the list when it is written', async () => {
    const mapId = await world.workspace.createMap('Only English');
    await change('AddStage', { mapId, name: { en: 'Delivery' } });
    const map = await ayu.openMap(mapId);
    const { page } = map;
    await fromMenu(map, 'Check this map');
    const texts = page.locator('[data-language="id"]');
    await texts.locator('summary').click();
    await texts.getByRole('button', { name: 'Only English' }).click();
    const field = page.getByRole('textbox', { name: 'Title, Indonesian' });
    await expect.poll(() => field.evaluate((area) => area === document.activeElement)).toBe(true);
    await field.pressSequentially('Hanya Indonesia');
    await page.getByRole('button', { name: 'Back to the check' }).click();
    // One goes on with the next: its list is open and has the focus.
    await expect
      .poll(() => texts.locator('summary').evaluate((own) => own === document.activeElement))
      .toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name, Indonesian' }).pressSequentially('Pengiriman');
    await page.getByRole('button', { name: 'Back to the check' }).click();
    await page.getByText('Every text is written in both languages.').waitFor();
    await expect
      .poll(async () => (await readMap(world.workspace.owner, mapId)).title)
      .toEqual({ en: 'Only English', id: 'Hanya Indonesia' });
    expect(ayu.problems).toEqual([]);
  });

  it('a service blueprint shows its three lines to eyes and ears, also scrolled and projected', async () => {
    const mapId = await world.workspace.createMap('Behind the counter');
    await change('SetMapType', { mapId, type: 'SERVICE_BLUEPRINT' });
    const { page } = await ayu.openMap(mapId);
    const names = ['Line of interaction', 'Line of visibility', 'Line of internal interaction'];
    expect(await page.locator('.map-line-name').allInnerTexts()).toEqual(names);
    for (const [at, lane] of ['Frontstage', 'Backstage', 'Support processes'].entries()) {
      const header = page.getByRole('rowheader', { name: lane });
      expect(
        await header.evaluate((head) => {
          const id = head.getAttribute('aria-describedby') ?? '';
          return document.getElementById(id)?.textContent;
        }),
      ).toBe(names[at]);
    }
    const scroller = page.locator('[data-map-scroll]');
    await scroller.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    await page.locator('.map-line-name').last().scrollIntoViewIfNeeded();
    expect((await page.locator('.map-line-name').last().boundingBox())?.x).toBeLessThan(1);
    expect(await seriousFindings(page, '.map-grid')).toEqual([]);
    await page.keyboard.press('p');
    await page.locator('[data-presenting]').waitFor();
    expect(await page.locator('.map-line-name').first().isVisible()).toBe(true);
    expect(await page.locator('.map-check-button:visible').count()).toBe(0);
    expect(ayu.problems).toEqual([]);
  });

  it('a future-state map links its current-state map, which opens from the menu', async () => {
    const { sampleMapId } = world.workspace;
    const mapId = await world.workspace.createMap('In two years');
    await change('SetMapType', { mapId, type: 'FUTURE_STATE' });
    const map = await ayu.openMap(mapId);
    const watching = await citra.openMap(mapId);
    const { page } = map;
    await fromMenu(map, 'Purpose of the map');
    const choose = page.getByRole('button', { name: 'Choose a current-state map' });
    await choose.click();
    await page.getByRole('searchbox').press('Escape');
    // Left by key, one stands where the choice was: the next Tab is the way back into it.
    await page.keyboard.press('Tab');
    await expect.poll(() => choose.evaluate((own) => own === document.activeElement)).toBe(true);
    await choose.click();
    await page.getByRole('searchbox').fill('no such map');
    await page.getByText('No current-state map is called “no such map”.').waitFor();
    await page.getByRole('searchbox').fill('medicine');
    await page.getByRole('button', { name: 'Order medicine online' }).click();
    await page.getByRole('link', { name: 'Open “Order medicine online”' }).waitFor();
    await map.whenSaved();

    await watching.page.getByRole('button', { name: 'Lainnya' }).click();
    await watching.page.getByRole('menuitem', { name: 'Buka peta kondisi saat ini' }).click();
    await watching.page.waitForURL((url) => url.pathname.endsWith(sampleMapId));
    await watching.page.getByRole('heading', { level: 1, name: 'Memesan obat secara daring' }).waitFor();

    await page.reload();
    await map.whenSaved();
    await fromMenu(map, 'Purpose of the map');
    await page.getByRole('link', { name: 'Open “Order medicine online”' }).waitFor();
    await page.getByRole('button', { name: 'Remove the link' }).click();
    await page.getByRole('button', { name: 'Choose a current-state map' }).waitFor();
    expect([...ayu.problems, ...citra.problems]).toEqual([]);
  });

  it('a map is taken along as Mermaid, with a plain word on what that leaves out', async () => {
    const { sampleMapId, owner } = world.workspace;
    const map = await ayu.openMap(sampleMapId);
    const arriving = map.page.waitForEvent('download');
    await fromMenu(map, 'Download as Mermaid');
    const download = await arriving;
    expect(download.suggestedFilename()).toBe('Order medicine online.mmd');
    await map.page
      .getByText(/is downloaded\. Mermaid has no place for \d+ cards, .*texts in the other/)
      .waitFor();
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const { importMermaid } = await owner.graphql<{
      importMermaid: { map: { id: string }; skippedLines: unknown[]; adjustedLines: unknown[] };
    }>(
      `mutation ($input: ImportMermaidInput!) { importMermaid(input: $input) { ... on ImportMermaidPayload {
        map { id } skippedLines { line } adjustedLines { line } } } }`,
      { input: { workspaceId: world.workspace.id, text, locale: 'EN' } },
    );
    expect([...importMermaid.skippedLines, ...importMermaid.adjustedLines]).toEqual([]);
    const namesOf = async (id: string) =>
      (await readMap(owner, id)).stages.map((stage) => [
        stage.name.en,
        ...stage.steps.map((step) => step.name.en),
      ]);
    expect(await namesOf(importMermaid.map.id)).toEqual(await namesOf(sampleMapId));
    expect(ayu.problems).toEqual([]);
  });
});
