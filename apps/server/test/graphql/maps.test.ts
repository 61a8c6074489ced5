import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MapProjector } from '../../src/modules/maps/MapProjector.ts';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let me: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  me = bed.person('editor');
});
afterAll(() => bed.close());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function map<T>(id: string, selection: string, minVersion?: string): Promise<T> {
  const { data, errors } = await bed.ask(
    `query($id:ID!,$min:MapVersion){journeyMap(id:$id,minVersion:$min){${selection}}}`,
    { id, min: minVersion ?? null },
    me,
  );
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.journeyMap as T;
}

async function change(name: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const record = name.endsWith('Card') ? 'card{id}' : '';
  const { data } = await bed.ask(
    `mutation($input:${pascal}Input!){${name}(input:$input){__typename ...on ${pascal}Payload{mapVersion ${record}} ...on UserError{code}}}`,
    { input },
    me,
  );
  return data?.[name] as Record<string, unknown>;
}

async function cell(mapId: string) {
  const { stages, lanes } = await map<{ stages: { id: string }[]; lanes: { id: string; kind: string }[] }>(
    mapId,
    'stages{id} lanes{id kind}',
  );
  const of = (kind: string) => lanes.find((lane) => lane.kind === kind)?.id ?? '';
  return { columnIds: stages.map(({ id }) => id), actions: of('ACTION'), questions: of('QUESTION') };
}

describe('maps through GraphQL', () => {
  it('[GQL40] templates bring their stages in both languages, and the four framework lanes', async () => {
    const id = await bed.newMap(me, { template: 'DIGITAL', title: 'Pesan obat', locale: 'ID' });
    const read = await map(
      id,
      'title{en id text(locale:EN) isFallback(locale:EN)} type stages{key name{en id}} lanes{kind}',
    );
    expect(read).toMatchObject({
      title: { en: '', id: 'Pesan obat', text: 'Pesan obat', isFallback: true },
      type: 'CURRENT_STATE',
      stages: ['awareness', 'consideration', 'conversion', 'retention', 'advocacy'].map((key) => ({ key })),
    });
    const { data } = await bed.ask('{mapTemplates{key stages{key name{en id}}}}', {}, me);
    expect(data).toMatchObject({
      mapTemplates: [{ key: 'OFFLINE' }, { key: 'DIGITAL' }, { key: 'BLANK', stages: [] }],
    });
  });

  it('[GQL41] a change is read back by its version; a version that never comes is told', async () => {
    const id = await bed.newMap(me);
    const { columnIds, actions } = await cell(id);
    const added = await change('addCard', {
      mapId: id,
      columnId: columnIds[0],
      laneId: actions,
      text: { en: 'Asks' },
    });
    const read = await map<{ cards: Page; mapVersion: string }>(
      id,
      'mapVersion cards{nodes{id}}',
      String(added.mapVersion),
    );
    expect(read.cards.nodes).toEqual([added.card]);
    expect(read.mapVersion).toBe(added.mapVersion);
    const { errors } = await bed.ask(`{journeyMap(id:"${id}",minVersion:"1.999"){id}}`, {}, me);
    expect(errors[0]?.extensions.code).toBe('VERSION_TIMEOUT');
  });

  it('[GQL42] 45 cards come as 20, 20 and 5; cards inserted and moved between pages repeat and skip nothing', async () => {
    const id = await bed.newMap(me);
    const { columnIds, actions } = await cell(id);
    const add = async (columnId: string | undefined) =>
      (
        (await change('addCard', { mapId: id, columnId, laneId: actions, text: { en: 'x' } })).card as {
          id: string;
        }
      ).id;
    const original: string[] = [];
    for (let at = 0; at < 45; at += 1) original.push(await add(columnIds[at % 3]));
    const page = (after: string | null) =>
      map<{ cards: Page }>(
        id,
        `cards(first:20${after === null ? '' : `,after:"${after}"`}){nodes{id} totalCount pageInfo{hasNextPage endCursor}}`,
      ).then(({ cards }) => cards);
    const seen: string[] = [];
    const first = await page(null);
    seen.push(...first.nodes.map((node) => node.id));
    await add(columnIds[0]);
    await change('deleteCard', { mapId: id, cardId: seen.at(-1) });
    const second = await page(first.pageInfo.endCursor);
    seen.push(...second.nodes.map((node) => node.id));
    await change('moveCard', {
      mapId: id,
      cardId: seen.at(-1),
      columnId: columnIds[0],
      laneId: actions,
      afterId: null,
    });
    const third = await page(second.pageInfo.endCursor);
    seen.push(...third.nodes.map((node) => node.id));
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual([...original].sort());
  });

  it('[GQL43] `first` outside its range and foreign cursors are typed errors', async () => {
    const id = await bed.newMap(me);
    for (const [args, code] of [
      ['first:0', 'FIRST_OUT_OF_RANGE'],
      ['first:1001', 'FIRST_OUT_OF_RANGE'],
      ['after:"nonsense"', 'INVALID_CURSOR'],
    ]) {
      const { errors } = await bed.ask(`{journeyMap(id:"${id}"){cards(${args}){nodes{id}}}}`, {}, me);
      expect(errors[0]?.extensions.code, args).toBe(code);
    }
    const many = await bed.ask(`{journeyMap(id:"${id}"){cards(first:10001){nodes{id}}}}`, {}, me);
    expect(['FIRST_OUT_OF_RANGE', 'COST_LIMIT']).toContain(many.errors[0]?.extensions.code);
  });

  it('[GQL44] cards are found by stage, step, kind and id, completeness and questions are counted', async () => {
    const id = await bed.newMap(me);
    const { columnIds, questions, actions } = await cell(id);
    const [stageId] = columnIds;
    const one = await change('addCard', {
      mapId: id,
      columnId: stageId,
      laneId: questions,
      text: { en: 'Is it safe?' },
    });
    await change('addCard', {
      mapId: id,
      columnId: stageId,
      laneId: actions,
      text: { en: 'Asks' },
      kind: 'ALTERNATIVE',
    });
    const cardId = (one.card as { id: string }).id;
    const selection = `stages{openQuestionCount cards(kind:ALTERNATIVE){totalCount nodes{kind stageId stepId lane{kind}}}}
      stageWithMostQuestions{id} questionsByStage{stage{id} openQuestionCount} card(id:"${cardId}"){kind stage{id}}
      completeness{persona timeline emotion touchpoint channel} warnings{code messageKey count} unplaced{count cards{nodes{id}}}`;
    const read = await map<Record<string, unknown>>(id, selection);
    expect(read).toMatchObject({
      stages: [
        {
          openQuestionCount: 1,
          cards: { totalCount: 1, nodes: [{ kind: 'ALTERNATIVE', stageId, stepId: null }] },
        },
        { openQuestionCount: 0 },
        { openQuestionCount: 0 },
      ],
      stageWithMostQuestions: { id: stageId },
      card: { kind: 'QUESTION', stage: { id: stageId } },
      completeness: { persona: false, timeline: false, emotion: false, touchpoint: false, channel: false },
      unplaced: { count: 0, cards: { nodes: [] } },
    });
    await change('editCard', { mapId: id, cardId, resolved: true });
    for (const name of ['Sari', 'Budi', 'Dewi'])
      await change('addPersona', { mapId: id, name: { en: name } });
    await change('deleteStage', { mapId: id, stageId });
    const after = await map<{ warnings: { code: string }[] }>(
      id,
      `stageWithMostQuestions{id} unplaced{count cards{nodes{stage{id}}}} warnings{code} card(id:"${cardId}"){resolved columnId}`,
    );
    expect(after).toMatchObject({
      stageWithMostQuestions: null,
      unplaced: { count: 2, cards: { nodes: [{ stage: null }, { stage: null }] } },
      card: { resolved: true, columnId: stageId },
    });
    expect(after.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['TOO_MANY_PERSONAS', 'UNPLACED']),
    );
  });

  it('[GQL45] an import lists the lines it left out and takes the rest', async () => {
    const text =
      'journey\n  title Order medicine\n  section Search\n    Find the shop: 4: Sari\n    ???\n  section Pay\n    Pay: 1: Sari, Budi\n';
    const { data } = await bed.ask(
      `mutation($input:ImportMermaidInput!){importMermaid(input:$input){...on ImportMermaidPayload{
        map{title{en} stages{name{en} steps{name{en}}} personas{name{en}} emotions{score}}
        skippedLines{line text reason messageKey}}}}`,
      { input: { workspaceId: 'wsp_one', text } },
      me,
    );
    expect(data?.importMermaid).toMatchObject({
      map: {
        title: { en: 'Order medicine' },
        stages: [
          { name: { en: 'Search' }, steps: [{ name: { en: 'Find the shop' } }] },
          { name: { en: 'Pay' }, steps: [{ name: { en: 'Pay' } }] },
        ],
        personas: [{ name: { en: 'Sari' } }, { name: { en: 'Budi' } }],
      },
      skippedLines: [{ line: 5, text: '???' }],
    });
    const long = await bed.ask(
      'mutation($input:ImportMermaidInput!){importMermaid(input:$input){...on UserError{code field}}}',
      { input: { workspaceId: 'wsp_one', text: 'journey', title: 'x'.repeat(201) } },
      me,
    );
    expect(long.data?.importMermaid).toEqual({ code: 'INVALID', field: 'title' });
  });

  it('[GQL49] a map goes out as Mermaid and comes back, and the answer says what stays behind', async () => {
    const id = await bed.newMap(me, { title: 'Pesan obat', locale: 'ID' });
    const { columnIds, actions } = await cell(id);
    const at = { mapId: id, columnId: columnIds[0], laneId: actions };
    await change('addCard', { ...at, text: { en: 'Asks' } });
    await change('addStep', {
      mapId: id,
      stageId: columnIds[0],
      name: { id: 'Cari' },
      exitAct: { id: 'Tunda' },
    });
    const { mermaid } = await map<{ mermaid: { text: string; lost: unknown } }>(
      id,
      'mermaid(locale:ID){text lost{reason count}}',
    );
    expect(mermaid.text).toMatch(/^journey\n {2}title Pesan obat\n {2}section .+\n {4}Cari: 3\n/);
    expect(mermaid.lost).toEqual([
      { reason: 'cards', count: 1 },
      { reason: 'otherLanguage', count: 3 },
      { reason: 'otherTexts', count: 7 },
    ]);
    const { data } = await bed.ask(
      'mutation($input:ImportMermaidInput!){importMermaid(input:$input){...on ImportMermaidPayload{map{stages{name{id} steps{name{id}}}} skippedLines{line}}}}',
      { input: { workspaceId: 'wsp_one', text: mermaid.text, locale: 'ID' } },
      me,
    );
    const stages = 'stages{name{id} steps{name{id}}}';
    expect(data?.importMermaid).toEqual({ map: await map(id, stages), skippedLines: [] });
  });

  it('[GQL46] making and deleting maps needs the right; absent and foreign answer alike', async () => {
    const id = await bed.newMap(me);
    const stranger = bed.person('owner', 'wsp_two');
    const asks = {
      createMap: (input: object, as: string | null) =>
        bed.ask('mutation($input:CreateMapInput!){createMap(input:$input){__typename}}', { input }, as),
      importMermaid: (input: object, as: string | null) =>
        bed.ask(
          'mutation($input:ImportMermaidInput!){importMermaid(input:$input){__typename}}',
          { input },
          as,
        ),
      deleteMap: (input: object, as: string | null) =>
        bed.ask('mutation($input:DeleteMapInput!){deleteMap(input:$input){__typename}}', { input }, as),
    };
    const inputs = {
      createMap: { workspaceId: 'wsp_one', title: 'T', template: 'BLANK' },
      importMermaid: { workspaceId: 'wsp_one', text: 'journey' },
      deleteMap: { mapId: id },
    };
    for (const name of ['createMap', 'importMermaid', 'deleteMap'] as const) {
      expect((await asks[name](inputs[name], stranger)).data?.[name]).toEqual({
        __typename: 'NotFoundError',
      });
      expect((await asks[name](inputs[name], bed.person('viewer'))).data?.[name]).toEqual({
        __typename: 'ForbiddenError',
      });
      expect((await asks[name](inputs[name], null)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect((await asks.deleteMap({ mapId: id }, me)).data?.deleteMap).toEqual({
      __typename: 'ForbiddenError',
    });
    expect((await asks.deleteMap({ mapId: id }, bed.person('admin'))).data?.deleteMap).toEqual({
      __typename: 'DeleteMapPayload',
    });
    expect((await bed.ask(`{journeyMap(id:"${id}"){id}}`, {}, me)).errors[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    for (const as of [stranger, me]) {
      expect((await bed.ask(`{node(id:"${id}"){id}}`, {}, as)).data).toEqual({ node: null });
    }
  });

  it('[GQL47] many maps by id are one query, and no live document is opened', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => bed.newMap(me)));
    const foreign = await bed.newMap(bed.person('owner', 'wsp_two'), { workspaceId: 'wsp_two' });
    bed.maps.queries.count = 0;
    bed.liveMaps.reads.count = 0;
    const { data } = await bed.ask(
      'query($ids:[ID!]!){nodes(ids:$ids){id ...on JourneyMap{title{en} thumbnail{cardCount stages{name{en}} cells emotionLine} lastEditedAt viewerCan{editContent delete} present{name}}}}',
      { ids: [...ids, foreign] },
      me,
    );
    const nodes = data?.nodes as ({ id: string } | null)[];
    expect(nodes.map((node) => node?.id ?? null)).toEqual([...ids, null]);
    expect(nodes[0]).toMatchObject({ viewerCan: { editContent: true, delete: false }, present: [] });
    expect([bed.maps.queries.count, bed.liveMaps.reads.count]).toEqual([1, 0]);
  });

  it('[SPEED8] a mutation reads the map only for who asks what is in it, each after what it did', async () => {
    const mapId = await bed.newMap(me);
    const { reads } = bed.liveMaps;
    const before = reads.count;
    await change('setMapTitle', { mapId, locale: 'EN', text: 'Unread' });
    expect(reads.count).toBe(before);
    const part = (name: string, text: string) =>
      `${name}:setMapTitle(input:{mapId:"${mapId}",locale:EN,text:"${text}"}){...on SetMapTitlePayload{
        mapVersion map{mapVersion title{en} stages{id} lanes{id}}}}`;
    interface Told {
      readonly mapVersion: string;
      readonly map: { readonly mapVersion: string; readonly title: { readonly en: string } };
    }
    // Often enough that it is compiled.
    for (let run = 0; run < 4; run += 1) {
      const { data } = await bed.ask(`mutation{${part('a', `A${run}`)} ${part('b', `B${run}`)}}`, {}, me);
      const { a, b } = data as Record<'a' | 'b', Told>;
      expect([a.map.title.en, b.map.title.en]).toEqual([`A${run}`, `B${run}`]);
      expect([a.map.mapVersion, b.map.mapVersion]).toEqual([a.mapVersion, b.mapVersion]);
    }
    expect(reads.count).toBe(before + 8);
  });

  it('[GQL48] list previews follow edits and are written once for many', async () => {
    const id = await bed.newMap(me);
    const projector = new MapProjector({
      liveMaps: bed.liveMaps,
      maps: bed.maps,
      now: () => new Date('2026-01-02T03:04:05.000Z'),
      report: (error) => expect.unreachable(String(error)),
      delayMs: 60_000,
      delayMsMax: 60_000,
    });
    const { columnIds, actions } = await cell(id);
    for (let at = 0; at < 5; at += 1) {
      await change('addCard', { mapId: id, columnId: columnIds[0], laneId: actions, text: { en: 'x' } });
    }
    await change('setMapTitle', { mapId: id, locale: 'EN', text: 'Renamed' });
    bed.maps.queries.count = 0;
    await projector.dispose();
    expect(bed.maps.queries.count).toBe(2);
    const [record] = await bed.maps.findMany([id]);
    expect(record).toMatchObject({
      title: { en: 'Renamed' },
      lastEditedAt: new Date('2026-01-02T03:04:05.000Z'),
      thumbnail: { cards: 5 },
    });
  });
});
