import { operations, readMap } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardIn, StoryServer, shows, textIn } from './StoryServer.ts';

/**
 * Story 3.2: a developer automates the map. Each step knows only the public addresses; steps of other parts join here.
 */
describe('a developer automates the map', () => {
  let story: StoryServer;
  beforeAll(async () => {
    story = await StoryServer.start();
  });
  afterAll(() => story.close());

  /** A map with one card, open in the browser of a person. */
  async function begun(title: string) {
    const mapId = await story.newMap(title);
    const places = await story.placesOf(mapId);
    const input = { mapId, columnId: places.columnId, laneId: places.laneId, text: { en: 'A card' } };
    const { card, mapVersion } = await story.change(
      'addCard',
      input,
      '...on AddCardPayload{card{id} mapVersion}',
    );
    const docs = await story.browser(mapId, story.team.owner);
    return { mapId, ...places, cardId: (card as { id: string }).id, mapVersion, docs };
  }

  it('[ST3.5] a card is added once, however often the call is sent, while somebody types in another', async () => {
    const { mapId, columnId, laneId, cardId, docs } = await begun('Typing meanwhile');
    const sentence = ' that somebody writes letter by letter';
    const input = { mapId, columnId, laneId, text: { en: 'From a program' }, clientMutationId: 'import-1' };
    const add = () =>
      story.change('addCard', input, '...on AddCardPayload{clientMutationId mapVersion card{id text{en}}}');
    const calls: ReturnType<typeof add>[] = [];
    for (const letter of sentence) {
      const text = textIn(docs, cardId);
      text.insert(text.length, letter);
      if (calls.length < 5) calls.push(add());
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    const answers = await Promise.all(calls);
    const [first] = answers;
    expect(first).toMatchObject({ clientMutationId: 'import-1', card: { text: { en: 'From a program' } } });
    for (const answer of answers) expect(answer).toEqual(first);
    await shows(docs, () => readMap(docs).cards.length === 2);
    await expect
      .poll(async () => (await story.cardsOf(mapId)).map(({ text }) => text.en).sort())
      .toEqual([`A card${sentence}`, 'From a program']);
    expect(cardIn(docs, cardId)?.text.en).toBe(`A card${sentence}`);
  });

  it('[ST3.6] reads back what was written, by its version', async () => {
    const { mapId, cardId, mapVersion } = await begun('Read your own write');
    const { data } = await story.ask(
      'query($id:ID!,$v:MapVersion){journeyMap(id:$id,minVersion:$v){cards{nodes{id}}}}',
      { id: mapId, v: mapVersion },
    );
    expect(data).toEqual({ journeyMap: { cards: { nodes: [{ id: cardId }] } } });
  });

  it('[ST3.7] a change with an old version is told what is there now, and changes nothing', async () => {
    const { mapId, cardId, mapVersion, docs } = await begun('Old version');
    const conflict = '...on VersionConflictError{mapVersion card{team text{en}} stage{id} map{id}}';
    const edit = (team: string, ifVersion: unknown) =>
      story.change(
        'updateCard',
        { mapId, cardId, team, ifVersion },
        `...on UpdateCardPayload{mapVersion} ${conflict}`,
      );
    // What a colleague typed is another field.
    textIn(docs, cardId).insert(6, ' of hers');
    await shows(docs, () => cardIn(docs, cardId)?.text.en === 'A card of hers');
    const edited = await edit('SALES', mapVersion);
    expect(edited).toMatchObject({ __typename: 'UpdateCardPayload' });
    const refused = await edit('SERVICE', mapVersion);
    expect(refused).toMatchObject({
      __typename: 'VersionConflictError',
      code: 'VERSION_CONFLICT',
      field: 'ifVersion',
      messageKey: 'errors.versionConflict',
      card: { team: 'SALES', text: { en: 'A card of hers' } },
      stage: null,
      map: { id: mapId },
    });
    const text = { mapId, cardId, locale: 'EN', text: 'All mine', ifVersion: mapVersion };
    const over = await story.change('setCardText', text, conflict);
    expect(over).toMatchObject({ code: 'VERSION_CONFLICT', card: { text: { en: 'A card of hers' } } });
    expect(cardIn(docs, cardId)).toMatchObject({ team: 'SALES', text: { en: 'A card of hers' } });
    expect(await edit('SERVICE', refused.mapVersion)).toMatchObject({ __typename: 'UpdateCardPayload' });
  });

  it('[ST3.8] a card that a person and a program move at once ends in one place, everywhere', async () => {
    const { mapId, cardId, laneId, stageIds, docs } = await begun('Two movers');
    const other = await story.browser(mapId, story.team.admin);
    const [, theirs = '', hers = ''] = stageIds;
    const context = { newId: () => 'none', random: () => 0.5, origin: null };
    const input = { mapId, cardId, columnId: theirs, laneId };
    const [moved] = await Promise.all([
      story.change('moveCard', input, '...on MoveCardPayload{mapVersion}'),
      operations.moveCard.run(docs, { cardId, columnId: hers, laneId }, context),
    ]);
    expect(moved.__typename).toBe('MoveCardPayload');
    const places = (of: typeof docs) => readMap(of).cards.map(({ id, place }) => [id, place.columnId]);
    await expect
      .poll(async () => {
        const { cards } = await story.read<{ cards: { nodes: { id: string; columnId: string }[] } }>(
          'journeyMap',
          'query($id:ID!){journeyMap(id:$id){cards{nodes{id columnId}}}}',
          { id: mapId },
        );
        const { nodes } = cards;
        const told = nodes.map(({ id, columnId }) => [id, columnId]);
        return [told, places(docs), places(other)].map((each) => JSON.stringify(each));
      })
      .toSatisfy((all: string[]) => new Set(all).size === 1);
    const [[, columnId] = [], copy] = places(docs);
    expect(copy).toBeUndefined();
    expect([theirs, hers]).toContain(columnId);
    // One event for each move that anybody saw, and the last one tells where it ended.
    const { events } = await story.read<{ events: { nodes: { after: { columnId: string } }[] } }>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){events(first:10,kinds:[CARD_MOVED]){nodes{...on CardMoved{after{columnId}}}}}}',
      { id: mapId },
    );
    const told = events.nodes.map(({ after }) => after.columnId);
    expect(told.at(-1)).toBe(columnId);
    expect(new Set(told).size).toBe(told.length);
  });

  it('[ST3.9] of a batch of 100 cards with one wrong lane nothing is added, and with partial 99 are', async () => {
    const { mapId, columnId, laneId, cardId, docs } = await begun('Batch');
    let updates = 0;
    docs.content.on('update', () => {
      updates += 1;
    });
    const cards = Array.from({ length: 100 }, (_, n) => ({
      addCard: { columnId, laneId: n === 57 ? 'lan_unknown' : laneId, text: { en: `Card ${n}` } },
    }));
    const select =
      '...on ApplyOperationsPayload{mapVersion results{index recordId changed card{text{en}}} errors{index code field}}';
    const before = await story.ask('query($id:ID!){journeyMap(id:$id){mapVersion}}', { id: mapId });
    expect(await story.change('applyOperations', { mapId, operations: cards }, select)).toMatchObject({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      operationIndex: 57,
      field: 'operations.57.addCard.laneId',
      messageKey: 'operation.laneNotFound',
    });
    const after = await story.ask('query($id:ID!){journeyMap(id:$id){mapVersion}}', { id: mapId });
    expect([after.data, updates, readMap(docs).cards.length]).toEqual([before.data, 0, 1]);

    const done = await story.change('applyOperations', { mapId, operations: cards, partial: true }, select);
    expect(done.errors).toEqual([{ index: 57, code: 'NOT_FOUND', field: 'operations.57.addCard.laneId' }]);
    const results = done.results as { index: number; card: { text: { en: string } } }[];
    expect(results.map(({ index, card }) => `${index} ${card.text.en}`)).toEqual(
      cards.map((_, n) => `${n} Card ${n}`).filter((_, n) => n !== 57),
    );
    await shows(docs, () => readMap(docs).cards.length === 100);
    // All of it came at once.
    expect([updates, readMap(docs).cards.some(({ id }) => id === cardId)]).toEqual([1, true]);
  });
});
