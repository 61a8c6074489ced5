import { readMap } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoryServer, shows, textIn } from '../stories/StoryServer.ts';

let story: StoryServer;
beforeAll(async () => {
  story = await StoryServer.start();
});
afterAll(() => story.close());

const select =
  '...on ApplyOperationsPayload{mapVersion results{index recordId changed card{text{en} columnId} step{name{en}}} ' +
  'errors{index code field messageKey}} ...on VersionConflictError{mapVersion card{team}}';

async function begun() {
  const mapId = await story.newMap('Batches');
  const places = await story.placesOf(mapId);
  const apply = (operations: readonly object[], more: object = {}) =>
    story.change('applyOperations', { mapId, operations, ...more }, select);
  const card = (text: string, place: object = {}) => ({
    addCard: { columnId: places.columnId, laneId: places.laneId, text: { en: text }, ...place },
  });
  const made = await apply([card('one'), card('two')]);
  const [first = '', second = ''] = (made.results as { recordId: string }[]).map(({ recordId }) => recordId);
  const versionOf = async () =>
    (
      await story.read<{ mapVersion: string }>(
        'journeyMap',
        'query($id:ID!){journeyMap(id:$id){mapVersion}}',
        {
          id: mapId,
        },
      )
    ).mapVersion;
  return { mapId, ...places, apply, card, first, second, versionOf };
}

describe('applyOperations', () => {
  it('[WRITE5] operations name what those before them add, in both documents', async () => {
    const { apply, card, stageIds, laneId } = await begun();
    const done = await apply([
      { addStage: { ref: 'stage', name: { en: 'Return' } } },
      { addStep: { ref: 'step', stageId: '#stage', name: { en: 'Send back' } } },
      card('A label', { columnId: '#step', ref: 'label' }),
      card('A box', { columnId: '#step', afterId: null }),
      { setCardText: { cardId: '#label', locale: 'EN', text: 'A printed label' } },
      { moveStage: { stageId: '#stage', afterId: stageIds[0] } },
    ]);
    const results = done.results as { recordId: string; card: object | null; step: object | null }[];
    expect(results[1]?.step).toEqual({ name: { en: 'Send back' } });
    expect(results[2]?.card).toEqual({ text: { en: 'A printed label' }, columnId: results[1]?.recordId });
    expect(results.map(({ recordId }) => recordId.slice(0, 4))).toEqual([
      'stg_',
      'stp_',
      'crd_',
      'crd_',
      'crd_',
      'stg_',
    ]);
    const wrong: [readonly object[], number, string][] = [
      [[card('x', { columnId: '#none' })], 0, 'operations.0.addCard.columnId'],
      [[card('x', { ref: 'a' }), card('y', { ref: 'a' })], 1, 'operations.1.addCard.ref'],
      [[card('x', { ref: 'no space' })], 0, 'operations.0.addCard.ref'],
      [
        [card('y'), card('x', { laneId: '#later' }), { addLane: { ref: 'later', kind: 'CUSTOM' } }],
        1,
        'operations.1.addCard.laneId',
      ],
    ];
    for (const [operations, operationIndex, field] of wrong)
      expect(await apply(operations)).toMatchObject({ operationIndex, field });
    expect(laneId).not.toBe('');
  });

  it('[WRITE6] nothing is done also when it shows only late that one cannot be; whoever types goes on', async () => {
    const { mapId, apply, card, first, second, versionOf } = await begun();
    const docs = await story.browser(mapId, story.team.owner);
    textIn(docs, first).insert(3, ' more');
    await expect.poll(async () => (await versionOf()).split('.')[1]).toBe('3');
    let seen = 0;
    docs.content.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== null) seen += 1;
    });
    const before = await versionOf();
    // The deletion makes it impossible to tell beforehand.
    const late = [
      { deleteCard: { cardId: second } },
      card('three'),
      card('four', { afterId: 'crd_unknown' }),
    ];
    expect(await apply(late)).toMatchObject({
      __typename: 'NotFoundError',
      operationIndex: 2,
      field: 'operations.2.addCard.afterId',
    });
    textIn(docs, first).insert(8, '!');
    const after = await apply([card('five')]);
    expect(after).toMatchObject({ __typename: 'ApplyOperationsPayload' });
    await shows(docs, () => readMap(docs).cards.length === 3);
    expect(
      readMap(docs)
        .cards.map(({ text }) => text.en)
        .sort(),
    ).toEqual(['five', 'one more!', 'two']);
    const contentOf = (version: unknown) => Number(String(version).split('.')[1]);
    // What was typed and the card that was added: nothing else came into the log, or to anybody.
    expect(contentOf(after.mapVersion) - contentOf(before)).toBeLessThanOrEqual(2);
    expect(seen).toBeLessThanOrEqual(2);
  });

  it('[WRITE7] with partial each operation stands by itself, also where its arguments do not fit', async () => {
    const { apply, card, first } = await begun();
    const done = await apply(
      [
        card('three'),
        { setCardText: { cardId: first, locale: 'EN', text: 'x'.repeat(20_001) } },
        { deleteCard: { cardId: first } },
        { setCardText: { cardId: first, locale: 'EN', text: 'gone' } },
        { addStep: { stageId: 'stg_unknown', name: { en: 'Nowhere' } } },
      ],
      { partial: true },
    );
    expect((done.results as { index: number }[]).map(({ index }) => index)).toEqual([0, 2]);
    expect(done.errors).toEqual([
      { index: 1, code: 'INVALID', field: 'operations.1.setCardText.text', messageKey: 'errors.invalid' },
      {
        index: 3,
        code: 'NOT_FOUND',
        field: 'operations.3.setCardText.cardId',
        messageKey: 'operation.cardNotFound',
      },
      {
        index: 4,
        code: 'NOT_FOUND',
        field: 'operations.4.addStep.stageId',
        messageKey: 'operation.stageNotFound',
      },
    ]);
  });

  it('[WRITE8] an entry is exactly one operation, however the document is run', async () => {
    const { mapId, apply, card, first } = await begun();
    const two = { ...card('x'), deleteCard: { cardId: first } };
    // From the third time on a document is compiled.
    for (let n = 0; n < 4; n++) {
      for (const entry of [two, {}]) {
        const answer = await apply([card('a'), entry]);
        expect(['BAD_VARIABLES', 'INVALID']).toContain(answer.code);
      }
    }
    const literal = `mutation{applyOperations(input:{mapId:"${mapId}",operations:[{}]}){__typename}}`;
    expect((await story.ask(literal)).errors[0]?.extensions.code).toBe('VALIDATION');
  });

  it('[WRITE9] a batch has 1 to 500 operations and costs by their number', async () => {
    const { mapId, apply, card } = await begun();
    const many = (count: number) => Array.from({ length: count }, (_, n) => card(`${n}`));
    for (const count of [0, 501])
      expect(await apply(many(count))).toMatchObject({ code: 'INVALID', field: 'operations' });
    expect((await apply(many(500))).results).toHaveLength(500);
    const four = [1, 2, 3, 4].map((n) => `a${n}:applyOperations(input:$input){__typename}`).join(' ');
    const { errors } = await story.ask(`mutation($input:ApplyOperationsInput!){${four}}`, {
      input: { mapId, operations: many(500) },
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'COST_LIMIT', limit: 1000 });
  });

  it('[WRITE4] a condition holds for all of a batch, and for one document', async () => {
    const { apply, card, first, second, stageIds, versionOf, mapId } = await begun();
    const version = await versionOf();
    await story.change('editCard', { mapId, cardId: second, team: 'SALES' }, '');
    const edits = [first, second].map((cardId) => ({ editCard: { cardId, team: 'SERVICE' } }));
    expect(await apply([card('new'), ...edits], { ifVersion: version })).toMatchObject({
      code: 'VERSION_CONFLICT',
      card: { team: 'SALES' },
    });
    expect(await apply([card('new'), edits[0] ?? {}], { ifVersion: version })).toMatchObject({
      __typename: 'ApplyOperationsPayload',
    });
    const both = [edits[0] ?? {}, { recolourStage: { stageId: stageIds[0], colour: 'TEAL' } }];
    expect(await apply(both, { ifVersion: await versionOf() })).toMatchObject({
      code: 'INVALID',
      field: 'ifVersion',
    });
  });

  it('[WRITE4] a version nobody has reached is waited for, a bounded time', async () => {
    const { mapId, first } = await begun();
    const input = { mapId, cardId: first, team: 'SALES', ifVersion: '1.99999' };
    expect(await story.change('editCard', input, '')).toMatchObject({ code: 'VERSION_TIMEOUT' });
  });

  it('[WRITE15] updateCard changes several fields at once, null clears one, what is left out stays', async () => {
    const { mapId, first, versionOf } = await begun();
    const read = '...on UpdateCardPayload{changed card{text{en id} team channel resolved tags}}';
    const update = (input: object) =>
      story.change(
        'updateCard',
        { mapId, cardId: first, ...input },
        `${read} ...on VersionConflictError{card{team}}`,
      );
    const version = await versionOf();
    const all = {
      text: { en: 'New', id: 'Baru' },
      team: 'SALES',
      channel: 'WEB',
      resolved: true,
      addTags: ['a', 'b'],
    };
    expect(await update({ ...all, ifVersion: version })).toMatchObject({
      changed: true,
      card: {
        text: { en: 'New', id: 'Baru' },
        team: 'SALES',
        channel: 'WEB',
        resolved: true,
        tags: ['a', 'b'],
      },
    });
    const [before, after] = [version, await versionOf()].map((each) => Number(each.split('.')[1]));
    expect(after).toBe((before ?? 0) + 1);
    expect(await update({ channel: null, removeTags: ['a'] })).toMatchObject({
      card: { text: { en: 'New', id: 'Baru' }, team: 'SALES', channel: null, resolved: true, tags: ['b'] },
    });
    expect(await update({ team: 'SALES' })).toMatchObject({ changed: false });
    expect(await update({ team: 'SERVICE', text: { en: 'x' }, ifVersion: version })).toMatchObject({
      code: 'VERSION_CONFLICT',
      card: { team: 'SALES' },
    });
    expect(
      await update({ addTags: Array.from({ length: 12 }, (_, n) => `t${n}`), team: 'OTHER' }),
    ).toMatchObject({
      code: 'LIMIT',
    });
    expect(await update({})).toMatchObject({ code: 'INVALID' });
    // Only who may change the map is told what is wrong with the call.
    expect(await update({ mapId: 'map_absent' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await update({ team: 'SALES' })).toMatchObject({ changed: false });
  });

  it('[GQL31] only who may do all of it may do any of it', async () => {
    const { mapId, card } = await begun();
    const input = { mapId, operations: [card('x')] };
    for (const [as, code] of [
      [story.team.viewer, 'FORBIDDEN'],
      [story.team.commenter, 'FORBIDDEN'],
    ] as const)
      expect(await story.change('applyOperations', input, '', { as })).toMatchObject({ code });
  });
});
