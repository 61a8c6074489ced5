import { readMap } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoryServer, shows, textIn } from '../stories/StoryServer.ts';

let story: StoryServer;
beforeAll(async () => {
  story = await StoryServer.start({ nodes: 2 });
});
afterAll(() => story.close());

async function begun() {
  const mapId = await story.newMap('Repeats');
  const places = await story.placesOf(mapId);
  const input = { mapId, columnId: places.columnId, laneId: places.laneId, text: { en: 'A card' } };
  const add = (
    clientMutationId: string,
    more: object = {},
    options: Parameters<StoryServer['ask']>[2] = {},
  ) =>
    story.change(
      'addCard',
      { ...input, clientMutationId, ...more },
      '...on AddCardPayload{clientMutationId mapVersion changed card{id text{en}}}',
      options,
    );
  const cardsOf = async () => {
    const query = 'query($id:ID!){journeyMap(id:$id){mapVersion cards{nodes{id text{en}}}}}';
    const { mapVersion, cards } = await story.read<{
      mapVersion: string;
      cards: { nodes: { id: string; text: { en: string } }[] };
    }>('journeyMap', query, { id: mapId });
    return { mapVersion, cards: cards.nodes };
  };
  return { mapId, ...places, input, add, cardsOf };
}

/** As if the node had died right behind the journaled write, or were still at it. */
async function forgetResult(seed: { leaseUntil: Date }): Promise<void> {
  const { connection } = story.server.database;
  await connection.collection('mutations').updateMany({}, { $set: { result: null, ...seed } });
}
const died = { leaseUntil: new Date(0) };

describe('calls that are repeated', () => {
  it('[WRITE10] change nothing again and answer the first result, on every node', async () => {
    const { add, cardsOf } = await begun();
    const first = await add('once');
    expect(first).toMatchObject({ __typename: 'AddCardPayload', clientMutationId: 'once', changed: true });
    await add('twice');
    const before = await cardsOf();
    for (const node of [0, 1, 0]) {
      const again = await add('once', {}, { node });
      expect({ ...again }).toEqual(first);
    }
    expect(await cardsOf()).toEqual(before);
    expect(before.cards).toHaveLength(2);
  });

  it('[WRITE10] so it is with what was refused; a call whose arguments did not fit was none', async () => {
    const { mapId, add, input } = await begun();
    const wrong = { laneId: 'lan_unknown' };
    const refused = await add('refused', wrong);
    expect(refused).toMatchObject({
      code: 'NOT_FOUND',
      field: 'laneId',
      messageKey: 'operation.laneNotFound',
    });
    expect(await add('refused', wrong)).toEqual(refused);
    expect(await add('refused')).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', field: 'clientMutationId' });
    expect(await add('typo', { tags: [''] })).toMatchObject({ code: 'INVALID' });
    expect(await add('typo')).toMatchObject({ __typename: 'AddCardPayload' });
    for (const id of ['', 'x'.repeat(129)])
      expect(await add(id)).toMatchObject({ code: 'INVALID', field: 'clientMutationId' });
    const stale = { mapId, locale: 'EN', text: 'Renamed', ifVersion: '1.1', clientMutationId: 'stale' };
    await story.change('setMapTitle', { mapId, locale: 'EN', text: 'Other' }, '');
    const select = '...on VersionConflictError{mapVersion map{title{en}}}';
    const conflict = await story.change('setMapTitle', stale, select);
    expect(conflict).toMatchObject({ code: 'VERSION_CONFLICT', map: { title: { en: 'Other' } } });
    await story.change('addCard', input, '');
    expect(await story.change('setMapTitle', stale, select)).toEqual(conflict);
  });

  it("[WRITE11] an id is one person's in one workspace, for one call", async () => {
    const { mapId, add, cardsOf } = await begun();
    await add('mine');
    expect(await add('mine', { text: { en: 'Another' } })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    const renamed = { mapId, locale: 'EN', text: 'Another call', clientMutationId: 'mine' };
    expect(await story.change('setMapTitle', renamed, '')).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    const hers = await add('mine', {}, { as: story.team.admin });
    expect(hers).toMatchObject({ __typename: 'AddCardPayload' });
    expect((await cardsOf()).cards).toHaveLength(2);
    expect(await add('mine', {}, { as: story.team.viewer })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('[WRITE12] of many at once on two nodes one is done, and all hear of it', async () => {
    const { add, cardsOf } = await begun();
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => add('at once', {}, { node: n % 2 })));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await cardsOf()).cards).toHaveLength(1);
  });

  it('[WRITE13] a node that died behind the write did it: the same record is answered, and newer words stay', async () => {
    const { mapId, add, cardsOf } = await begun();
    const first = await add('died');
    const { id } = first.card as { id: string };
    const docs = await story.browser(mapId, story.team.owner);
    textIn(docs, id).insert(6, ' of hers');
    await expect.poll(async () => (await cardsOf()).cards[0]?.text.en).toBe('A card of hers');
    await forgetResult(died);
    expect(await add('died', {}, { node: 1 })).toMatchObject({
      __typename: 'AddCardPayload',
      card: { id, text: { en: 'A card of hers' } },
    });
    expect((await cardsOf()).cards).toHaveLength(1);

    const rename = (text: string) =>
      story.change(
        'setMapTitle',
        { mapId, locale: 'EN', text, clientMutationId: `rename ${text}` },
        '...on SetMapTitlePayload{changed} ...on VersionConflictError{map{title{en}}}',
      );
    const titleOf = async () =>
      (
        await story.read<{ title: { en: string } }>(
          'journeyMap',
          'query($id:ID!){journeyMap(id:$id){title{en}}}',
          { id: mapId },
        )
      ).title.en;
    await rename('Mine');
    await forgetResult(died);
    expect(await rename('Mine')).toMatchObject({ changed: true });
    await forgetResult(died);
    await story.change('setMapTitle', { mapId, locale: 'EN', text: 'Newer' }, '');
    // It was done, and what is newer stays.
    expect(await rename('Mine')).toMatchObject({ changed: true });
    expect(await titleOf()).toBe('Newer');
    await forgetResult(died);
    const { connection } = story.server.database;
    await connection.collection('mapLog').deleteMany({ docId: `${mapId}/structure`, seq: { $lte: 3 } });
    // As after a merge, whether it was done cannot be told any more: nothing is written over what is newer.
    expect(await rename('Mine')).toMatchObject({ code: 'VERSION_CONFLICT', map: { title: { en: 'Newer' } } });

    const remove = () =>
      story.change(
        'deleteCard',
        { mapId, cardId: id, clientMutationId: 'gone' },
        '...on DeleteCardPayload{deletedId}',
      );
    const gone = await remove();
    await forgetResult(died);
    expect(await remove()).toEqual(gone);
    await shows(docs, () => readMap(docs).cards.length === 0);
  });

  it('[WRITE13] so it is with a batch, of which one document may have been written only', async () => {
    const { mapId, stageIds, laneId, cardsOf } = await begun();
    const apply = (clientMutationId: string, node = 0) =>
      story.change(
        'applyOperations',
        {
          mapId,
          clientMutationId,
          operations: [
            { addStep: { ref: 'step', stageId: stageIds[0], name: { en: 'Pay' } } },
            { addCard: { columnId: '#step', laneId, text: { en: 'Pays' } } },
          ],
        },
        '...on ApplyOperationsPayload{mapVersion results{recordId}}',
        { node },
      );
    const first = await apply('batch');
    await forgetResult(died);
    expect((await apply('batch', 1)).results).toEqual(first.results);
    expect((await cardsOf()).cards).toHaveLength(1);
  });

  it('[WRITE12] who repeats a call that is still running waits, then hears that it is', async () => {
    const { add } = await begun();
    await add('running');
    await forgetResult({ leaseUntil: new Date(Date.now() + 60_000) });
    expect(await add('running')).toMatchObject({ __typename: 'InProgressError', code: 'IN_PROGRESS' });
  });

  it('[WRITE14] what is kept of a call holds nothing of what was written, and runs out after a day', async () => {
    const { mapId, add } = await begun();
    const { connection } = story.server.database;
    const kept = connection.collection('mutations');
    await kept.deleteMany({});
    await add('kept', { text: { en: 'A secret sentence' }, tags: ['wording'] });
    await story.change(
      'tagCard',
      { mapId, cardId: 'crd_none', add: ['wording'], clientMutationId: 'tag' },
      '',
    );
    const records = await kept.find().toArray();
    expect(records).toHaveLength(2);
    expect(JSON.stringify(records)).not.toMatch(/secret|wording/);
    for (const { expiresAt } of records) {
      const hours = (new Date(expiresAt as Date).getTime() - Date.now()) / 3_600_000;
      expect(Math.abs(hours - 24)).toBeLessThan(0.2);
    }
    await kept.updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1_000) } });
    const another = await add('kept', { text: { en: 'A secret sentence' }, tags: ['wording'] });
    expect(another).toMatchObject({ changed: true });
  });
});
