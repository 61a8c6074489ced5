import { operations } from '@jejak/journey-model';
import { isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/schema.ts';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;
let mapId: string;

interface Ids {
  readonly stages: readonly { readonly id: string; readonly steps: readonly { readonly id: string }[] }[];
  readonly lanes: readonly { readonly id: string; readonly kind: string }[];
}

const names = Object.keys(operations);
const failure = '...on UserError{code field messageKey}';

async function change(name: string, input: Record<string, unknown>, as: string | null = editor, more = '') {
  const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await bed.ask(
    `mutation($input:${pascal}Input!){${name}(input:$input){__typename ...on ${pascal}Payload{mapVersion changed ${more}} ${failure}}}`,
    { input },
    as,
  );
  return (data?.[name] ?? errors[0]?.extensions) as Record<string, unknown>;
}

async function idsOf(id: string): Promise<Ids> {
  const { data } = await bed.ask(`{journeyMap(id:"${id}"){stages{id steps{id}} lanes{id kind}}}`, {}, editor);
  return data?.journeyMap as Ids;
}

/** One valid input per operation, on records of a map. */
async function inputs(id: string): Promise<Record<string, Record<string, unknown>>> {
  const { stages, lanes } = await idsOf(id);
  const [first, second, third] = stages.map((stage) => stage.id);
  const lane = lanes.find(({ kind }) => kind === 'ACTION')?.id;
  const other = lanes.find(({ kind }) => kind === 'QUESTION')?.id;
  const made = async (name: string, input: Record<string, unknown>, kind: string): Promise<string> => {
    const payload = await change(name, { mapId: id, ...input }, editor, `${kind}{id}`);
    return (payload[kind] as { id: string }).id;
  };
  const stepId = await made('addStep', { stageId: first, name: { en: 'Search' } }, 'step');
  const lostStepId = await made('addStep', { stageId: first, name: { en: 'Lost' } }, 'step');
  const personaId = await made('addPersona', { name: { en: 'Sari' } }, 'persona');
  const lostPersonaId = await made('addPersona', { name: { en: 'Budi' } }, 'persona');
  const laneId = await made('addLane', { kind: 'CUSTOM' }, 'lane');
  const card = { columnId: stepId, laneId: lane, text: { en: 'Reads the label' } };
  const cardId = await made('addCard', card, 'card');
  const otherMapId = await bed.newMap(editor);
  const lostCardId = await made('addCard', card, 'card');
  return {
    setMapTitle: { locale: 'ID', text: 'Pesan obat daring' },
    setMapType: { type: 'FUTURE_STATE' },
    setCurrentStateMap: { currentStateMapId: otherMapId },
    setCharter: { field: 'WHY', locale: 'EN', text: 'Fewer calls' },
    addStage: { name: { en: 'Retention' }, afterId: null },
    setStageText: { stageId: first, field: 'BRAND_GOAL', locale: 'EN', text: 'Be found' },
    moveStage: { stageId: first, afterId: second },
    recolourStage: { stageId: first, colour: 'TEAL' },
    setStagePosition: { stageId: first, position: 'PURCHASE' },
    deleteStage: { stageId: third },
    addStep: { stageId: first, name: { en: 'Compare' } },
    setStepText: { stepId, field: 'EXIT_ACT', locale: 'EN', text: 'Gives up' },
    moveStep: { stepId, stageId: second },
    recolourStep: { stepId, colour: 'ROSE' },
    deleteStep: { stepId: lostStepId },
    addLane: { kind: 'CUSTOM', name: { en: 'Ideas' } },
    setLaneName: { laneId, locale: 'EN', text: 'Wishes' },
    moveLane: { laneId, afterId: null },
    recolourLane: { laneId, colour: 'AMBER' },
    deleteLane: { laneId },
    addPersona: { name: { en: 'Dewi' } },
    setPersonaText: { personaId, field: 'DESCRIPTION', locale: 'ID', text: 'Ibu dua anak' },
    movePersona: { personaId: lostPersonaId, afterId: null },
    deletePersona: { personaId: lostPersonaId },
    restoreStructure: { recordId: laneId },
    addCard: card,
    setCardText: { cardId, locale: 'ID', text: 'Membaca label' },
    editCard: { cardId, kind: 'QUESTION', team: 'SALES', channel: 'WEB', cause: 'PRICE', resolved: true },
    tagCard: { cardId, add: ['STRESS'] },
    moveCard: { cardId, columnId: first, laneId: other },
    deleteCard: { cardId: lostCardId },
    restoreCard: { cardId: lostCardId },
    setEmotion: { stepId, personaId, score: -2 },
    setEmotionWord: { stepId, personaId, locale: 'EN', text: 'worried' },
  };
}

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
  mapId = await bed.newMap(editor);
});
afterAll(() => bed.close());

describe('operations through GraphQL', () => {
  it('[GQL30] every operation of the model is a mutation and changes the live documents', async () => {
    const all = await inputs(mapId);
    expect(Object.keys(all).sort()).toEqual([...names].sort());
    for (const name of names) {
      const before = await bed.liveMaps.read(mapId);
      const payload = await change(name, { mapId, ...all[name] });
      expect({ name, ...payload }).toMatchObject({ name, changed: true });
      const after = await bed.liveMaps.read(mapId);
      expect(`${after.version.structure}.${after.version.content}`).toBe(payload.mapVersion);
      expect(after.snapshot, name).not.toEqual(before.snapshot);
    }
  });

  it('[GQL31] the generated matrix: foreign = absent = NOT_FOUND, readers FORBIDDEN, strangers UNAUTHENTICATED', async () => {
    const target = await bed.newMap(editor);
    const all = await inputs(target);
    const before = await bed.liveMaps.read(target);
    const stranger = bed.person('owner', 'wsp_other');
    const people = { viewer: bed.person('viewer'), commenter: bed.person('commenter') };
    for (const name of names) {
      const foreign = await change(name, { mapId: target, ...all[name] }, stranger);
      const absent = await change(name, { mapId: 'map_none', ...all[name] }, stranger);
      expect({ name, ...foreign }).toEqual({ name, ...absent });
      expect({ name, ...foreign }).toMatchObject({ name, __typename: 'NotFoundError', code: 'NOT_FOUND' });
      for (const who of Object.values(people)) {
        const refused = await change(name, { mapId: target, ...all[name] }, who);
        expect({ name, ...refused }).toMatchObject({ name, __typename: 'ForbiddenError', code: 'FORBIDDEN' });
      }
      const unknown = await change(name, { mapId: target, ...all[name] }, null);
      expect({ name, ...unknown }).toMatchObject({ name, code: 'UNAUTHENTICATED' });
    }
    expect((await bed.liveMaps.read(target)).version).toEqual(before.version);
  });

  it('[GQL32] required arguments are required in the schema, and invalid values name their field', async () => {
    for (const name of names) {
      const type = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
      if (!isInputObjectType(type)) throw new Error(`No input for ${name}`);
      expect(isNonNullType(type.getFields().mapId?.type), name).toBe(true);
    }
    const { stages } = await idsOf(mapId);
    const stageId = stages[0]?.id;
    expect(await change('setMapTitle', { mapId, locale: 'EN', text: 'x'.repeat(201) })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'text',
      messageKey: 'errors.invalid',
    });
    expect(await change('moveStage', { mapId, stageId, afterId: 'stg_none' })).toMatchObject({
      __typename: 'NotFoundError',
      field: 'afterId',
      messageKey: 'operation.afterNotFound',
    });
    expect(
      await change('setStageText', { mapId, stageId: 'a.$b', field: 'NAME', locale: 'EN', text: '' }),
    ).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'stageId',
    });
  });

  it('[GQL33] the payload shows the record as it is now, and nothing changed is told so', async () => {
    const { stages } = await idsOf(mapId);
    const input = { mapId, stageId: stages[0]?.id, colour: 'VIOLET' };
    const record = 'stage{colour name{en}}';
    expect(await change('recolourStage', input, editor, record)).toMatchObject({
      changed: true,
      stage: { colour: 'VIOLET' },
    });
    expect(await change('recolourStage', input, editor, record)).toMatchObject({
      changed: false,
      stage: { colour: 'VIOLET' },
    });
  });
});
