import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MapPage } from '../pages/MapPage.ts';
import { Finger, type Point } from '../people/Finger.ts';
import type { Person } from '../people/Person.ts';
import { readCard } from '../readMap.ts';
import { cast, World } from '../World.ts';

describe('a card is moved while others work on the map', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;
  let mapId: string;
  let cardId: string;
  let neighbourId: string;
  let from: { readonly columnId: string; readonly laneId: string };
  let to: { readonly columnId: string; readonly laneId: string };

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
    budi = await world.seat({ ...cast.budi, locale: 'en' }, { device: 'phone' });
  });
  afterAll(() => world.end());
  beforeEach(async () => {
    mapId = await world.workspace.createMap('Moving');
    const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
    from = { columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '' };
    to = { columnId: columnIds[0] ?? '', laneId: laneIds[1] ?? '' };
    cardId = await world.workspace.addCard(mapId, { ...from, text: { en: 'Asks a friend' } });
    neighbourId = await world.workspace.addCard(mapId, { ...from, text: { en: 'Reads reviews' } });
  });
  afterEach(() => expect([...ayu.problems, ...budi.problems]).toEqual([]));

  /** What a colleague does meanwhile: rewrites the card in the air and puts another where it is going. */
  async function meanwhile(map: MapPage): Promise<void> {
    const { owner } = world.workspace;
    await owner.graphql(
      'mutation ($input: SetCardTextInput!) { setCardText(input: $input) { __typename } }',
      {
        input: { mapId, cardId, locale: 'EN', text: 'Asks two friends' },
      },
    );
    await owner.graphql('mutation ($input: MoveCardInput!) { moveCard(input: $input) { __typename } }', {
      input: { mapId, cardId: neighbourId, ...to },
    });
    await map.cell(to.laneId, to.columnId).locator(`[data-card-id="${neighbourId}"]`).waitFor();
    await expect.poll(() => map.textOf(cardId)).toBe('Asks two friends');
  }

  async function arrived(map: MapPage, laneId: string, columnId: string): Promise<void> {
    await map.cell(laneId, columnId).locator(`[data-card-id="${cardId}"]`).waitFor();
    await map.whenSaved();
    await expect
      .poll(() => readCard(world.workspace.owner, mapId, cardId))
      .toMatchObject({ laneId, columnId, text: { en: 'Asks two friends' } });
    expect(await map.card(cardId).count()).toBe(1);
    expect(await map.page.locator('.map-lifted').count()).toBe(0);
  }

  it('by mouse', async () => {
    const map = await ayu.openMap(mapId);
    const { mouse } = map.page;
    const [start, end] = [
      await centreOf(map.card(cardId)),
      await nearTopOf(map.cell(to.laneId, to.columnId)),
    ];
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 10, start.y + 10);
    await map.page.locator('[data-dragging]').waitFor();
    await meanwhile(map);
    await mouse.move(end.x, end.y, { steps: 5 });
    await map.page.locator(`[data-cell="${to.laneId}:${to.columnId}"][data-over]`).waitFor();
    await mouse.up();
    await arrived(map, to.laneId, to.columnId);
  });

  it('by finger on a phone', async () => {
    const map = await budi.openMap(mapId);
    const finger = await Finger.of(map.page);
    await finger.press(await centreOf(map.card(cardId)));
    // A finger that rests lifts the card; one that moved at once would scroll.
    await map.page.locator('.map-lifted').waitFor();
    await meanwhile(map);
    await finger.slide(await nearTopOf(map.cell(to.laneId, to.columnId)));
    await map.page.locator(`[data-cell="${to.laneId}:${to.columnId}"][data-over]`).waitFor();
    await finger.lift();
    await arrived(map, to.laneId, to.columnId);
  });

  it('by keyboard', async () => {
    const map = await ayu.openMap(mapId);
    await map.card(cardId).focus();
    await map.page.keyboard.press('m');
    await map.page.locator(`[data-card-id="${cardId}"][data-away]`).waitFor();
    await meanwhile(map);
    // The neighbour has gone ahead into the next lane: one step down is now the next lane itself.
    await map.page.keyboard.press('ArrowDown');
    await map.page.locator(`[data-cell="${to.laneId}:${to.columnId}"][data-over]`).waitFor();
    await map.page.keyboard.press('Enter');
    await arrived(map, to.laneId, to.columnId);
  });

  it('by keyboard, and Escape leaves it where it was', async () => {
    const map = await ayu.openMap(mapId);
    await map.card(cardId).focus();
    await map.page.keyboard.press('m');
    await map.page.keyboard.press('ArrowRight');
    await map.page.locator('[data-cell][data-over]').waitFor();
    await meanwhile(map);
    await map.page.keyboard.press('Escape');
    await arrived(map, from.laneId, from.columnId);
  });
});

async function boxOf(element: Locator) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return box;
}

async function centreOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(element);
  return { x: x + width / 2, y: y + height / 2 };
}

async function nearTopOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(element);
  return { x: x + width / 2, y: y + Math.min(20, height / 2) };
}
