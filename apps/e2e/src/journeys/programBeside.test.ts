import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MapPage } from '../pages/MapPage.ts';
import type { Person } from '../people/Person.ts';
import { readMap } from '../readMap.ts';
import { cast, World } from '../World.ts';

/** `E2E_LONG=1` types for the half minute that the promise is about, and then holds its two seconds exactly. */
const isLong = process.env.E2E_LONG === '1';
const typedMs = isLong ? 30_000 : 6_000;
const shownMsMax = isLong ? 2_000 : 10_000;
const keyMs = 200;
const changesMax = 50;

describe('a person and a program on one map', () => {
  let world: World;
  let ayu: Person;
  let budi: Person;

  beforeAll(async () => {
    world = await World.begin();
    [ayu, budi] = [await world.seat(cast.ayu), await world.seat(cast.budi)];
  });
  afterAll(() => world.end());
  afterEach(() => expect([...ayu.problems, ...budi.problems]).toEqual([]));

  /** Calls a mutation of the program twice, as after a lost answer: it is done once. */
  async function change(name: string, input: Readonly<Record<string, unknown>>, n: number): Promise<string> {
    const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${pascal}Input!) { ${name}(input: $input) {
      ... on ${pascal}Payload { mapVersion } ... on UserError { code field } } }`;
    const call = () =>
      world.workspace.owner.graphql<Record<string, { mapVersion: string }>>(query, {
        input: { ...input, clientMutationId: `program-${n}` },
      });
    const [first, again] = n % 10 === 0 ? await Promise.all([call(), call()]) : [await call(), null];
    const told = first[name]?.mapVersion;
    if (told === undefined) throw new Error(`${name}: ${JSON.stringify(first)}`);
    if (again !== null) expect(again).toEqual(first);
    return told;
  }

  it(
    '[N1] keep every letter and see every change, while one types in a card and the other changes it and all around',
    async () => {
      const mapId = await world.workspace.createMap('With a program');
      const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
      const place = { columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '' };
      const otherId = await world.workspace.addCard(mapId, { ...place, text: { en: 'Other' } });
      const [hers, his] = [await ayu.openMap(mapId), await budi.openMap(mapId)];
      const cardId = await hers.addCard(hers.cell(place.laneId, place.columnId), 'Start');
      const area = await hers.edit(cardId);
      const typed = ' abcdefghijklmnopqrstuvwxyz'.repeat(8).slice(0, typedMs / keyMs);

      let order = await stageIds(hers);
      const toCard = [
        ['editCard', { team: 'SALES' }],
        ['editCard', { channel: 'WEB' }],
        ['editCard', { cause: 'PRICE' }],
        ['tagCard', { add: ['mahal'] }],
        ['setCardText', { locale: 'ID', text: 'Dari program' }],
      ] as const;
      const program = async (): Promise<string> => {
        let version = '';
        for (let n = 0; n < changesMax; n++) {
          if (n % 2 === 0) {
            const text = `Other ${n}`;
            version = await change('setCardText', { mapId, cardId: otherId, locale: 'EN', text }, n);
          } else {
            const [stageId = '', ...rest] = [...order].reverse();
            version = await change('moveStage', { mapId, stageId, afterId: null }, n);
            order = [stageId, ...rest.reverse()];
          }
          const [name, given] = toCard[Math.floor(n / 10)] ?? toCard[0];
          if (n % 10 === 5) version = await change(name, { mapId, cardId, ...given }, 100 + n);
          // Spread over the time of typing.
          const letters = 'Start'.length + Math.floor((n / changesMax) * typed.length);
          await expect
            .poll(async () => (await area.inputValue()).length, { timeout: typedMs + 20_000, interval: 20 })
            .toBeGreaterThanOrEqual(letters);
        }
        return version;
      };
      // The default limit is for single acts.
      const typing = { delay: keyMs, timeout: 4 * typedMs + 20_000 };
      const [version] = await Promise.all([program(), area.pressSequentially(typed, typing)]);
      const shown = async (map: MapPage) => ({
        order: await stageIds(map),
        other: await map.textOf(otherId),
        team: await map.card(cardId).getAttribute('data-team'),
        chips: (await map.card(cardId).locator('.map-chip').allInnerTexts()).length,
      });
      const wanted = { order, other: `Other ${changesMax - 2}`, team: 'SALES', chips: 3 };
      await Promise.all(
        [hers, his].map((map) => expect.poll(() => shown(map), { timeout: shownMsMax }).toEqual(wanted)),
      );
      expect(await area.inputValue()).toBe(`Start${typed}`);
      await hers.page.keyboard.press('Escape');
      await hers.whenSaved();
      await expect.poll(() => hers.textOf(cardId)).toBe(`Start${typed}`);
      // He reads Indonesian, which the program wrote into the same card.
      await expect.poll(() => his.textOf(cardId)).toBe('Dari program');

      const told = await readMap(world.workspace.owner, mapId, version);
      const textOf = (id: string) => told.cards.nodes.find((card) => card.id === id)?.text;
      expect(textOf(cardId)).toEqual({ en: `Start${typed}`, id: 'Dari program' });
      expect([textOf(otherId)?.en, told.cards.nodes.length]).toEqual([wanted.other, 2]);
    },
    90_000 + 4 * typedMs,
  );
});

async function stageIds({ page }: MapPage): Promise<string[]> {
  return page
    .locator('[data-target^="stage:"]')
    .evaluateAll((all) =>
      all.map((element) => (element.getAttribute('data-target') ?? '').replace('stage:', '')),
    );
}
