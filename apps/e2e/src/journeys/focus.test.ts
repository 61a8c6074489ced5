import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutShift } from '../pages/layoutShift.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('a hundred edits of others', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('neither take the focus nor move what one is typing in', async () => {
    const mapId = await world.workspace.createMap('Lively');
    const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
    const others = await world.workspace.fill(mapId, 20);
    const map = await ayu.openMap(mapId);
    // In the middle of the map, with cards of others above and below that come and go.
    const cell = map.page.locator(`[data-cell="${laneIds[3]}:${columnIds[0]}"]`);
    const mine = await map.addCard(cell, 'Mine');
    await map.page.locator('[data-map-scroll]').evaluate((scroller) => scroller.scrollTo({ top: 250 }));
    const area = await map.edit(mine);
    const before = await area.boundingBox();
    const typing = area.pressSequentially(' keeps its place and its focus whatever others do around it now', {
      delay: 60,
    });
    for (let n = 0; n < 100; n++) {
      const cardId = others[n % others.length];
      const input =
        n % 2 === 0
          ? {
              mapId,
              cardId,
              columnId: columnIds[n % columnIds.length],
              laneId: laneIds[1 + (n % (laneIds.length - 1))],
            }
          : { mapId, cardId, locale: 'EN', text: `Changed ${n}` };
      const name = n % 2 === 0 ? 'MoveCard' : 'SetCardText';
      await world.workspace.owner.graphql(
        `mutation ($input: ${name}Input!) { ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) { __typename } }`,
        { input },
      );
    }
    await typing;
    expect(await area.inputValue()).toBe(
      'Mine keeps its place and its focus whatever others do around it now',
    );
    expect(await area.evaluate((element) => element === document.activeElement)).toBe(true);
    const after = await area.boundingBox();
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
    expect(await layoutShift(map.page)).toBeLessThanOrEqual(0.02);
    expect(ayu.problems).toEqual([]);
  });
});
