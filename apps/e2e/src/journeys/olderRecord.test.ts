import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { stockClient } from '../network/stockClient.ts';
import { seriousFindings } from '../pages/seriousFindings.ts';
import { cast, World } from '../World.ts';

let world: World;
beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

it('a step that a page of an older format brought takes words in every field, and undo takes them back', async () => {
  const { owner, sampleMapId: mapId } = world.workspace;
  const ayu = await world.seat(cast.ayu);
  const map = await ayu.openMap(mapId);
  const { page } = map;
  const older = stockClient(world.server.url, mapId, 'structure', owner);
  try {
    const synced = new Promise<void>((resolve) => older.provider.once('sync', () => resolve()));
    older.provider.connect();
    await synced;
    const [stageId] = older.doc.getMap('stages').keys();
    older.doc.transact(() => {
      const step = new Y.Map<unknown>();
      step.set('place', { stageId, rank: 'a0' });
      for (const locale of ['en', 'id']) step.set(`name.${locale}`, new Y.Text('Asks a neighbour'));
      older.doc.getMap('steps').set('stp_older', step);
    });
    const head = page.locator('[data-target="column:stp_older"]');
    await head.waitFor();
    await head.focus();
    await page.keyboard.press('i');
    const field = page.getByRole('textbox', { name: 'What they do when they do not go on, English' });
    await field.pressSequentially('Waits until Monday');
    await map.whenSaved();
    const exitAct = async () => {
      const { journeyMap } = await owner.graphql<{
        journeyMap: { stages: { steps: { id: string; exitAct: { en: string } }[] }[] };
      }>('query ($id: ID!) { journeyMap(id: $id) { stages { steps { id exitAct { en } } } } }', {
        id: mapId,
      });
      return journeyMap.stages.flatMap(({ steps }) => steps).find(({ id }) => id === 'stp_older')?.exitAct.en;
    };
    await expect.poll(exitAct).toBe('Waits until Monday');
    expect(await seriousFindings(page, '.map-panel')).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(exitAct).toBe('');
    expect(await field.inputValue()).toBe('');
    expect(ayu.problems).toEqual([]);
  } finally {
    older.destroy();
  }
});
