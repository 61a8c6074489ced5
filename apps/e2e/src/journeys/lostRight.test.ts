import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readCard } from '../readMap.ts';
import { cast, World } from '../World.ts';

/** How soon a change of rights must be felt. */
const feltMsMax = 5_000;

describe('somebody whose role changes while the map is open', () => {
  let world: World;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    budi = await world.seat(cast.budi);
  });
  afterAll(() => world.end());

  it('becomes a reader within five seconds with everything still in sight, and a writer again', async () => {
    const mapId = await world.workspace.createMap('Roles');
    const map = await budi.openMap(mapId);
    const { page } = map;
    const cardId = await map.addCard(map.cardCells.first(), 'Sudah tersimpan');
    const area = await map.edit(cardId);
    await area.pressSequentially(' dan ditulis lagi');
    await map.whenSaved();

    await world.workspace.setRole(budi.http, 'viewer');
    await page.locator('.map-page[data-read-only]').waitFor({ timeout: feltMsMax });
    expect(await map.textOf(cardId)).toBe('Sudah tersimpan dan ditulis lagi');
    expect(await page.locator('.map-add, .map-add-stage, .map-add-lane, textarea').count()).toBe(0);
    expect((await readCard(world.workspace.owner, mapId, cardId))?.text.id).toBe(
      'Sudah tersimpan dan ditulis lagi',
    );
    // Looking goes on live.
    await world.workspace.owner.graphql(
      'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename } }',
      { input: { mapId, cardId, locale: 'ID', text: 'Diubah orang lain' } },
    );
    await expect.poll(() => map.textOf(cardId)).toBe('Diubah orang lain');

    await world.workspace.setRole(budi.http, 'editor');
    await page.locator('.map-page:not([data-read-only])').waitFor({ timeout: feltMsMax });
    const again = await map.addCard(map.cardCells.nth(1), 'Boleh menulis lagi');
    await map.whenSaved();
    expect((await readCard(world.workspace.owner, mapId, again))?.text.id).toBe('Boleh menulis lagi');
    expect(budi.problems).toEqual([]);
  });
});
