import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readCard } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('a server that is killed while people type', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    [ayu, budi] = [await world.seat(cast.ayu), await world.seat(cast.budi)];
  });
  afterAll(() => world.end());

  it('comes back with all that was acknowledged and all that was typed meanwhile', async () => {
    const mapId = await world.workspace.createMap('Power cut');
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const cardId = await hers.addCard(hers.cardCells.first(), 'Acknowledged.');
    await hers.whenSaved();
    await his.card(cardId).waitFor();

    const english = ' Typed before, during and after the cut, letter by letter, without noticing much.';
    const indonesian = 'Ditulis sebelum, selama, dan sesudah listrik padam, huruf demi huruf.';
    const [areaEn, areaId] = [await hers.edit(cardId), await his.edit(cardId)];
    const typing = Promise.all([
      areaEn.pressSequentially(english, { delay: 40 }),
      areaId.pressSequentially(indonesian, { delay: 45 }),
    ]);
    await expect.poll(async () => (await areaEn.inputValue()).length).toBeGreaterThan(25);
    await world.server.kill();
    await hers.status('offline').waitFor();
    await world.server.startAgain();
    await typing;

    await Promise.all([hers.whenSaved(), his.whenSaved()]);
    await expect
      .poll(async () => (await readCard(world.workspace.owner, mapId, cardId))?.text)
      .toEqual({ en: `Acknowledged.${english}`, id: indonesian });
    expect(await areaEn.inputValue()).toBe(`Acknowledged.${english}`);

    // What stands in the database after one more start is the same.
    await world.server.kill();
    await world.server.startAgain();
    expect((await readCard(world.workspace.owner, mapId, cardId))?.text).toEqual({
      en: `Acknowledged.${english}`,
      id: indonesian,
    });
  });

  it('ends within ten seconds when asked to, with all work on disk', async () => {
    const mapId = await world.workspace.createMap('Drain');
    const map = await ayu.openMap(mapId);
    const cardId = await map.addCard(map.cardCells.first(), 'Last words');
    await map.whenSaved();
    expect(await world.server.terminate()).toBe(0);
    await world.server.startAgain();
    expect((await readCard(world.workspace.owner, mapId, cardId))?.text.en).toBe('Last words');
    await map.whenSaved();
  });
});
