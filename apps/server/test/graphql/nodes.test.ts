import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphqlBed } from './graphqlBed.ts';

interface Ids {
  readonly id: string;
  readonly nodeId: string;
}

interface MapIds extends Ids {
  readonly stages: readonly (Ids & { readonly steps: readonly Ids[] })[];
  readonly lanes: readonly (Ids & { readonly kind: string })[];
  readonly personas: readonly Ids[];
  readonly cards: { readonly nodes: readonly Ids[] };
  readonly emotions: readonly Ids[];
}

const everything = `query ($id: ID!) {
  journeyMap(id: $id) {
    id nodeId
    stages { id nodeId steps { id nodeId } }
    lanes { id nodeId kind }
    personas { id nodeId }
    cards { nodes { id nodeId } }
    emotions { id nodeId }
  }
}`;

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let me: string;
let map: MapIds;

async function change(name: string, input: Record<string, unknown>): Promise<void> {
  const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await bed.ask(
    `mutation ($input: ${pascal}Input!) { ${name}(input: $input) { __typename ... on UserError { code field } } }`,
    { input },
    me,
  );
  expect(data?.[name], JSON.stringify(errors)).toEqual({ __typename: `${pascal}Payload` });
}

async function read(id: string): Promise<MapIds> {
  const { data } = await bed.ask(everything, { id }, me);
  return data?.journeyMap as MapIds;
}

beforeAll(async () => {
  bed = await startGraphqlBed();
  me = bed.person('editor');
  const mapId = await bed.newMap(me);
  const { stages, lanes } = await read(mapId);
  const [stage] = stages;
  const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
  await change('addStep', { mapId, stageId: stage?.id, name: { en: 'Pay' } });
  await change('addPersona', { mapId, name: { en: 'Ibu Sari' } });
  const added = await read(mapId);
  const [stepId, personaId] = [added.stages[0]?.steps[0]?.id, added.personas[0]?.id];
  await change('setEmotion', { mapId, stepId, personaId, score: 1 });
  await change('addCard', { mapId, columnId: stage?.id, laneId, text: { en: 'Waits' } });
  map = await read(mapId);
});
afterAll(() => bed.close());

describe('node and nodes', () => {
  const records = () => {
    const [stage] = map.stages;
    const found = {
      Stage: stage,
      Step: stage?.steps[0],
      Lane: map.lanes[0],
      Persona: map.personas[0],
      Card: map.cards.nodes[0],
      EmotionPoint: map.emotions[0],
      JourneyMap: map,
    };
    return Object.entries(found).map(([type, ids]) => {
      if (ids === undefined) throw new Error(`The map has no ${type}`);
      return { __typename: type, id: ids.id, nodeId: ids.nodeId };
    });
  };

  it('[SDL1] find a map and each kind of record in it by nodeId, in the order asked for', async () => {
    const wanted = records();
    const { data } = await bed.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id nodeId } }',
      { ids: wanted.map(({ nodeId }) => nodeId) },
      me,
    );
    expect(data).toEqual({ nodes: wanted });
    for (const record of wanted) {
      const one = await bed.ask(
        'query ($id: ID!) { node(id: $id) { __typename id nodeId } }',
        { id: record.nodeId },
        me,
      );
      expect(one.data).toEqual({ node: record });
    }
  });

  it('[SDL1] an emotion is called after its step and its persona, as operations call it', async () => {
    const [emotion] = map.emotions;
    expect(emotion?.id).toBe(`${map.stages[0]?.steps[0]?.id}:${map.personas[0]?.id}`);
    expect(emotion?.nodeId).toBe(`${map.id}.${emotion?.id}`);
  });

  it('[SDL1] a record says which map it is of only by its nodeId: two maps with one record id stay apart', async () => {
    const other = await bed.newMap(me);
    const [record] = records();
    const elsewhere = record?.nodeId.replace(map.id, other);
    const { data } = await bed.ask('query ($id: ID!) { node(id: $id) { id } }', { id: elsewhere }, me);
    expect(data).toEqual({ node: null });
  });

  it('[SDL1] [GQL31] strangers find nothing, and malformed ids are nothing', async () => {
    const ids = records().map(({ nodeId }) => nodeId);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const stranger = bed.person('owner', 'wsp_two');
    expect((await bed.ask(query, { ids }, stranger)).data).toEqual({ nodes: ids.map(() => null) });
    const card = ids[4] ?? '';
    const odd = [
      '',
      '.',
      'crd_x',
      `${map.id}.`,
      `${card}.x`,
      `${card}\n`,
      `${map.id}.crd_absent`,
      `${map.id}.stp_absent:per_absent`,
      `${map.id}.stp_absent:`,
      'map_.crd_',
    ];
    expect((await bed.ask(query, { ids: odd }, me)).data).toEqual({ nodes: odd.map(() => null) });
  });

  it('[GQL13] many ids cost what they read, and more than 100 are refused', async () => {
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on JourneyMap { mapVersion charter { why { en } } } } }';
    const ids = Array.from({ length: 100 }, (_, at) => `map_${at}`);
    const costly = await bed.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on JourneyMap { stages { cards(first: 1000) { nodes { id } } } } } }',
      { ids },
      me,
    );
    expect(costly.errors[0]?.extensions.code).toBe('COST_LIMIT');
    const { errors } = await bed.ask(query, { ids: [...ids, 'map_100'] }, me);
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT', field: 'ids' });
  });
});
