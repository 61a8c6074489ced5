import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldThatTellsVersion } from '../../src/graphql/engine/restsOnVersion.ts';
import { schema } from '../../src/schema.ts';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
});
afterAll(() => bed.close());

const whole =
  'query($id:ID!){journeyMap(id:$id){id mapVersion title{en id text(locale:ID)} stages{id name{en id} openQuestionCount nodeId steps{id}} lanes{id kind} cards(first:300){nodes{id text{en id} lane{id}} pageInfo{endCursor}} unplaced{count cards{nodes{id}}}}}';
const addCard =
  'mutation($input:AddCardInput!){addCard(input:$input){...on AddCardPayload{card{id} mapVersion} ...on UserError{code}}}';

interface Whole {
  readonly stages: readonly { readonly id: string }[];
  readonly lanes: readonly { readonly id: string; readonly kind: string }[];
  readonly cards: { readonly nodes: readonly unknown[] };
}

async function read(mapId: string, as: string | null = editor) {
  const { data, errors } = await bed.ask(whole, { id: mapId }, as);
  return { map: (data?.journeyMap ?? null) as Whole | null, code: errors[0]?.extensions.code };
}

/** A map whose answer is large enough to be kept, asked for until it is. */
async function keptMap(): Promise<{ readonly mapId: string; add(): Promise<void> }> {
  const mapId = await bed.newMap(editor);
  const { map } = await read(mapId);
  const input = {
    mapId,
    columnId: map?.stages[0]?.id,
    laneId: map?.lanes.find(({ kind }) => kind === 'ACTION')?.id,
    text: { en: 'Waits for an answer', id: 'Menunggu jawaban' },
  };
  const add = async () => {
    const { data } = await bed.ask(addCard, { input }, editor);
    expect(data?.addCard).toHaveProperty('card');
  };
  for (let n = 0; n < 30; n++) await add();
  const before = bed.recalled.count;
  for (let n = 0; n < 6; n++) await read(mapId);
  expect(bed.recalled.count).toBeGreaterThan(before);
  return { mapId, add };
}

describe('answers that are kept', () => {
  it('[SPEED3] each edit is in the next answer, and an answer is used again only for its version', async () => {
    const { mapId, add } = await keptMap();
    for (let n = 31; n < 36; n++) {
      await add();
      for (let again = 0; again < 3; again++) expect((await read(mapId)).map?.cards.nodes).toHaveLength(n);
    }
    const before = bed.recalled.count;
    const first = await read(mapId);
    expect(await read(mapId)).toEqual(first);
    expect(bed.recalled.count - before).toBe(2);
  });

  it('[SPEED3] whoever may read the map gets the same answer, and nobody else gets it', async () => {
    const { mapId } = await keptMap();
    const { map } = await read(mapId);
    const before = bed.recalled.count;
    expect((await read(mapId, bed.person('viewer'))).map).toEqual(map);
    expect(bed.recalled.count - before).toBe(1);
    expect(await read(mapId, bed.person('owner', 'wsp_other'))).toEqual({ map: null, code: 'NOT_FOUND' });
    expect(await read(mapId, null)).toEqual({ map: null, code: 'UNAUTHENTICATED' });
    const leaving = bed.person('editor');
    expect((await read(mapId, leaving)).map).toEqual(map);
    bed.people.delete(leaving);
    expect(await read(mapId, leaving)).toEqual({ map: null, code: 'UNAUTHENTICATED' });
    expect(bed.recalled.count - before).toBe(2);
  });

  it('[SPEED3] a map that is deleted answers nothing any more', async () => {
    const { mapId } = await keptMap();
    await bed.ask(
      'mutation($input:DeleteMapInput!){deleteMap(input:$input){__typename}}',
      { input: { mapId } },
      bed.person('owner'),
    );
    expect(await read(mapId)).toEqual({ map: null, code: 'NOT_FOUND' });
  });

  it('[SPEED3] what has more to it than the version of one map is never kept', () => {
    const rests = (text: string) => {
      const document = parse(text);
      const [operation] = document.definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error('The operation comes first');
      return fieldThatTellsVersion(schema, document, operation) !== null;
    };
    const on = (fields: string) => `query($id:ID!){journeyMap(id:$id){${fields}}}`;
    expect(rests(whole)).toBe(true);
    expect(
      rests(
        on('id cards{edges{cursor node{...C}}} ... on JourneyMap{charter{why{en}}}') +
          ' fragment C on Card{id step{name{id}}}',
      ),
    ).toBe(true);
    for (const text of [
      on('lastEditedAt'),
      on('id present{name}'),
      on('viewerCan{delete}'),
      on('thumbnail{cards}'),
      on('workspaceId'),
      on('currentStateMap{id}'),
      on('...on Node{id}'),
      on('id').replace('}}', '} viewer{id}}'),
      'query($id:ID!){node(id:$id){id}}',
      '{__typename}',
      '{viewer{id}}',
      'mutation($input:AddCardInput!){addCard(input:$input){__typename}}',
    ]) {
      expect([text, rests(text)]).toEqual([text, false]);
    }
  });
});
