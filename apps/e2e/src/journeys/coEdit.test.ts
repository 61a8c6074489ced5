import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../people/Person.ts';
import { readCard } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('two people on one map', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    [ayu, budi] = [await world.seat(cast.ayu), await world.seat(cast.budi)];
  });
  afterAll(() => world.end());
  afterEach(() => expect([...ayu.problems, ...budi.problems]).toEqual([]));

  it('[N11] write one card at once, each in their language, and both texts are whole', async () => {
    const mapId = await world.workspace.createMap('Order medicine');
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const cardId = await hers.addCard(hers.cardCells.first(), 'Compares prices');
    await his.card(cardId).waitFor();

    const english = ' in three shops before she decides';
    const indonesian = 'Membandingkan harga di tiga toko sebelum memutuskan';
    const [areaEn, areaId] = [await hers.edit(cardId), await his.edit(cardId)];
    await Promise.all([
      areaEn.pressSequentially(english, { delay: 20 }),
      areaId.pressSequentially(indonesian, { delay: 15 }),
    ]);
    await Promise.all([hers.page.keyboard.press('Escape'), his.page.keyboard.press('Escape')]);
    await Promise.all([hers.whenSaved(), his.whenSaved()]);

    await expect.poll(() => hers.textOf(cardId)).toBe(`Compares prices${english}`);
    await expect.poll(() => his.textOf(cardId)).toBe(indonesian);
    await expect
      .poll(async () => (await readCard(world.workspace.owner, mapId, cardId))?.text)
      .toEqual({ en: `Compares prices${english}`, id: indonesian });
  });

  it('write one text of a card at once and no letter is lost', async () => {
    const mapId = await world.workspace.createMap('Same text');
    const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
    const place = { columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '' };
    const cardId = await world.workspace.addCard(mapId, { ...place, text: { en: 'start' } });
    const second = await world.seat(cast.ayu);
    const [one, two] = [await ayu.openMap(mapId), await second.openMap(mapId)];
    const [atEnd, atStart] = [await one.edit(cardId), await two.edit(cardId)];
    await atStart.press('Home');
    await Promise.all([
      atEnd.pressSequentially(' and then the end', { delay: 20 }),
      atStart.pressSequentially('from here ', { delay: 20 }),
    ]);
    const whole = 'from here start and then the end';
    await expect.poll(() => atEnd.inputValue()).toBe(whole);
    await expect.poll(() => atStart.inputValue()).toBe(whole);
    await one.whenSaved();
    expect((await readCard(world.workspace.owner, mapId, cardId))?.text.en).toBe(whole);
    expect(second.problems).toEqual([]);
    await second.leave();
  });

  it('[S8] reorder stages at once and see one order, with none lost or doubled', async () => {
    const mapId = await world.workspace.createMap('Stages');
    const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
    const before = await stageIds(hers.page);
    const move = (stageId: string | undefined, afterId: string | null | undefined) =>
      world.workspace.owner.graphql(
        'mutation ($input: MoveStageInput!) { moveStage(input: $input) { __typename } }',
        { input: { mapId, stageId, afterId } },
      );
    const [first, second, , fourth, fifth] = before.map((target) => target.replace('stage:', ''));
    await Promise.all([move(fifth, null), move(first, fourth), move(second, fifth)]);
    await expect.poll(async () => (await stageIds(hers.page)).join()).not.toBe(before.join());
    await expect.poll(async () => (await stageIds(hers.page)).join()).toBe((await stageIds(his.page)).join());
    expect([...(await stageIds(hers.page))].sort()).toEqual([...before].sort());
  });
});

async function stageIds(page: Person['page']): Promise<string[]> {
  return page
    .locator('[data-target^="stage:"]')
    .evaluateAll((all) => all.map((element) => element.getAttribute('data-target') ?? ''));
}
