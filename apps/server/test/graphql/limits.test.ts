import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let closed: Awaited<ReturnType<typeof startGraphqlBed>>;
let me: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  closed = await startGraphqlBed({ introspection: false });
  me = bed.person('editor');
});
afterAll(async () => {
  await bed.close();
  await closed.close();
});

async function refusal(query: string, variables: Record<string, unknown> = {}) {
  const { status, errors, data } = await bed.ask(query, variables, me);
  expect(data).toBeNull();
  return { status, ...errors[0]?.extensions };
}

async function post(body: string, headers: Record<string, string> = {}, method = 'POST') {
  const response = await fetch(bed.url, {
    method,
    headers: { 'content-type': 'application/json', authorization: me, ...headers },
    ...(method === 'POST' ? { body } : {}),
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, answer.errors?.[0]?.extensions.code ?? null];
}

const nested = (levels: number): string => `${'stage{steps{'.repeat(levels)}id${'}}'.repeat(levels)}`;

describe('limits of a GraphQL request', () => {
  it('[GQL10] a document of more than 1,500 tokens is not parsed', async () => {
    const query = `{${' __typename'.repeat(1600)}}`;
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'TOKEN_LIMIT', limit: 1500 });
  });

  it('[GQL11] a depth of 8 reaches the text of a card; 9 is refused', async () => {
    const deep = '{journeyMap(id:"map_x"){stages{steps{cards(first:20){edges{node{text{en}}}}}}}}';
    const { errors } = await bed.ask(deep, {}, me);
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    const deeper = `{journeyMap(id:"map_x"){${nested(4)}}}`;
    expect(await refusal(deeper)).toMatchObject({ status: 400, code: 'DEPTH_LIMIT', limit: 8 });
    const throughFragments =
      '{journeyMap(id:"map_x"){...a}} fragment a on JourneyMap{stages{...b}} fragment b on Stage{steps{stage{steps{stage{steps{stage{id}}}}}}}';
    expect(await refusal(throughFragments)).toMatchObject({ code: 'DEPTH_LIMIT' });
  });

  it('[GQL12] 15 aliases, 10 root fields and 10 directives are the most', async () => {
    const aliases = Array.from({ length: 16 }, (_, at) => `a${at}:key`).join(' ');
    expect(await refusal(`{mapTemplates{${aliases}}}`)).toMatchObject({ code: 'ALIAS_LIMIT', limit: 15 });
    const roots = Array.from({ length: 11 }, (_, at) => `r${at}:__typename`).join(' ');
    expect(await refusal(`{${roots}}`)).toMatchObject({ code: 'ROOT_FIELD_LIMIT', limit: 10 });
    const directives = ' @include(if:true)'.repeat(1);
    const fields = Array.from({ length: 11 }, () => `key${directives}`).join(' ');
    expect(await refusal(`{mapTemplates{${fields}}}`)).toMatchObject({ code: 'DIRECTIVE_LIMIT', limit: 10 });
  });

  it('[GQL13] an operation dearer than 1,000 is refused with its cost, also through variables', async () => {
    const query =
      'query($n:Int){journeyMap(id:"m"){stages{steps{cards(first:$n){nodes{stage{id} lane{id}}}}}}}';
    const refused = await refusal(query, { n: 1000 });
    expect(refused).toMatchObject({ status: 400, code: 'COST_LIMIT', limit: 1000 });
    expect(Number('cost' in refused && refused.cost)).toBeGreaterThan(1000);
    const { errors } = await bed.ask(query, { n: 20 }, me);
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('[GQL14] fragments that double on each level are measured without expanding them', async () => {
    const levels = Array.from(
      { length: 60 },
      (_, at) => `fragment f${at} on MapTemplate{...f${at + 1} ...f${at + 1}}`,
    );
    const query = `{mapTemplates{...f0}} ${levels.join(' ')} fragment f60 on MapTemplate{key}`;
    // Expanded, that is 2^60 fields: only a measure that never expands them answers at all. Often enough that it would
    // be compiled.
    for (let run = 0; run < 5; run += 1) expect((await bed.ask(query, {}, me)).status).toBe(200);
  });

  it('[GQL25] fields that are asked for again and again at one place are counted before they are compared', async () => {
    const query = `{mapTemplates{${'key '.repeat(200)}}}`;
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'REPEAT_LIMIT', limit: 10_000 });
    // As many fragments as a page of many parts has, each with fields of its own and some that all have.
    const parts = Array.from({ length: 40 }, (_, at) => `fragment f${at} on MapTemplate{__typename key}`);
    const spread = parts.map((_, at) => `...f${at}`).join(' ');
    expect((await bed.ask(`{mapTemplates{${spread}}} ${parts.join(' ')}`)).status).toBe(200);
  });

  it('[GQL10] a document of more than 1,500 lines is not parsed, and says what it asked of the allowance', async () => {
    const query = `{__typename${'\n'.repeat(1_500)}}`;
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'TOKEN_LIMIT', limit: 1500 });
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', authorization: me };
    const response = await fetch(bed.url, { method: 'POST', headers, body });
    expect(response.headers.get('operation-cost')).toBe('0');
    expect((await bed.ask(`{__typename${'\n'.repeat(1_400)}}`)).status).toBe(200);
  });

  it('[GQL26] what is told of a mistake is short, and where introspection is off variables tell no names', async () => {
    const { errors } = await bed.ask(`{${'x'.repeat(20_000)}}`, {}, me);
    expect(errors[0]?.message.length).toBe(501);
    const query = 'mutation($v:SetMapTitleInput!){setMapTitle(input:$v){__typename}}';
    const [hidden] = (await closed.ask(query, { v: { mapIdd: 1 } }, me)).errors;
    expect(hidden?.extensions.code).toBe('BAD_VARIABLES');
    expect(hidden?.message).not.toMatch(/"mapId"/);
    const keys = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]));
    expect(await refusal(query, { v: keys })).toMatchObject({ code: 'BAD_VARIABLES', field: 'variables' });
  });

  it('[GQL15] a body above 128 KiB is not read to its end', async () => {
    for (const length of [140_000, 20_000_000]) {
      const body = JSON.stringify({ query: `{__typename}${' '.repeat(length)}` });
      expect(await post(body)).toEqual([413, 'TOO_LARGE']);
    }
    const { status, errors } = await bed.ask(`{__typename}${' '.repeat(140_000)}`);
    expect([status, errors[0]?.extensions]).toEqual([
      413,
      { code: 'TOO_LARGE', messageKey: 'errors.tooLarge', limit: 131_072 },
    ]);
  });

  it('[GQL16] only POST with JSON from a page of ours or a program is answered', async () => {
    const body = JSON.stringify({ query: '{__typename}' });
    expect(await post(body)).toEqual([200, null]);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      expect(await post(body, { 'content-type': type }), type).toEqual([400, 'BAD_REQUEST']);
    }
    expect(await post(body, { 'content-type': 'application/json; charset=utf-16' })).toEqual([
      400,
      'BAD_REQUEST',
    ]);
    expect(await post(body, { origin: 'https://evil.example' })).toEqual([400, 'BAD_ORIGIN']);
    expect(await post('', {}, 'GET')).toEqual([405, 'BAD_REQUEST']);
  });

  it('[GQL17] batches, strange bodies and keys of operators are refused', async () => {
    expect(await post(JSON.stringify([{ query: '{__typename}' }]))).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('"x"')).toEqual([400, 'BAD_REQUEST']);
    expect(await post(JSON.stringify({ query: 1 }))).toEqual([400, 'BAD_REQUEST']);
    for (const variables of ['{"id":{"$ne":1}}', '{"__proto__":{"a":1}}', '{"a":{"constructor":1}}']) {
      const body = `{"query":"query($id:ID!){journeyMap(id:$id){id}}","variables":${variables}}`;
      expect(await post(body), variables).toEqual([400, 'BAD_VARIABLES']);
    }
    expect(await refusal('query($id:ID!){journeyMap(id:$id){id}}', { id: ['x', 'y'] })).toMatchObject({
      code: 'BAD_VARIABLES',
    });
  });

  it('[GQL18] introspection can be off, and then mistakes name nothing of the schema', async () => {
    const asked = '{__schema{queryType{name}}}';
    expect((await bed.ask(asked, {}, me)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const [refused] = (await closed.ask(asked)).errors;
    expect(refused?.extensions.code).toBe('INTROSPECTION_OFF');
    const [unknown] = (await closed.ask('{journeyMa(id:"x"){id}}')).errors;
    expect(unknown?.extensions.code).toBe('VALIDATION');
    expect(unknown?.message).not.toContain('journeyMap');
    const many = await bed.ask(`{${Array.from({ length: 9 }, (_, at) => `x${at}`).join(' ')}}`, {}, me);
    expect(many.errors.length).toBeLessThanOrEqual(6);
  });

  it('[GQL19] a failure nobody expected is reported here and masked there', async () => {
    const { read } = bed.liveMaps;
    const id = await bed.newMap(me, { title: 'Masked', template: 'BLANK' });
    bed.liveMaps.read = async () => {
      throw new Error('secret at /srv/database');
    };
    try {
      for (let run = 0; run < 5; run += 1) {
        const { errors, data } = await bed.ask(`{journeyMap(id:"${id}"){title{en}}}`, {}, me);
        expect(data).toBeNull();
        expect(errors[0]?.extensions.code).toBe('INTERNAL');
        expect(JSON.stringify(errors)).not.toContain('secret');
        expect(JSON.stringify(errors)).not.toContain('stack');
      }
    } finally {
      bed.liveMaps.read = read;
    }
    expect(bed.reported.splice(0)).toHaveLength(5);
  });

  it('[GQL19] a database that is away is told as such', async () => {
    const { read } = bed.liveMaps;
    const id = await bed.newMap(me, { title: 'Away', template: 'BLANK' });
    bed.liveMaps.read = async () => {
      throw Object.assign(new Error('connect /tmp/db.sock'), { name: 'MongooseServerSelectionError' });
    };
    try {
      const [error] = (await bed.ask(`{journeyMap(id:"${id}"){title{en}}}`, {}, me)).errors;
      expect(error?.extensions.code).toBe('UNAVAILABLE');
      expect(JSON.stringify(error)).not.toContain('db.sock');
    } finally {
      bed.liveMaps.read = read;
    }
    expect(bed.reported.splice(0)).toHaveLength(1);
  });

  it('[GQL20] each refusal carries code and message key', async () => {
    for (const query of ['{', '{nope}', '{journeyMap(id:"map_none"){id}}']) {
      const [error] = (await bed.ask(query, {}, me)).errors;
      expect(error?.extensions.code, query).toMatch(/^[A-Z_]+$/);
      expect(error?.extensions.messageKey, query).toMatch(/^errors\./);
    }
    for (const [status, body] of [
      [400, {}],
      [400, { query: '' }],
      [400, { query: '{__typename}', variables: [] }],
      [400, { query: '{__typename}', operationName: 'Other' }],
      [400, { query: 'query A{__typename} query B{__typename}' }],
      [400, { query: 'subscription{mapChanged(mapId:"m"){mapId}}' }],
      [400, { extensions: { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } } }],
    ]) {
      const response = await fetch(bed.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: me },
        body: JSON.stringify(body),
      });
      const { errors } = (await response.json()) as Answer;
      expect([response.status, errors[0]?.extensions], JSON.stringify(body)).toMatchObject([
        status,
        { code: 'BAD_REQUEST', messageKey: 'errors.graphql.badRequest' },
      ]);
    }
    expect(bed.reported).toEqual([]);
  });

  it('[GQL21] an operation that takes too long is answered in time', async () => {
    const hasty = await startGraphqlBed({ operationMsMax: 50 });
    try {
      const editor = hasty.person('editor');
      const id = await hasty.newMap(editor);
      hasty.liveMaps.read = () => new Promise(() => {});
      const { errors, data } = await hasty.ask(`{journeyMap(id:"${id}"){id}}`, {}, editor);
      expect(data).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({ code: 'OPERATION_TIMEOUT', limit: 50 });
    } finally {
      await hasty.close();
    }
  });

  it('[GQL22] compiled documents answer what interpreted ones answer', async () => {
    const id = await bed.newMap(me, { template: 'DIGITAL' });
    const documents: [string, Record<string, unknown>][] = [
      [
        'query($id:ID!){journeyMap(id:$id){...a ...b}} fragment a on JourneyMap{title{en text(locale:ID)}} fragment b on JourneyMap{stages{...c}} fragment c on Stage{name{id} cards{edges{cursor node{id}} totalCount pageInfo{hasNextPage}}}',
        { id },
      ],
      [
        'query($id:ID!){node(id:$id){__typename id ...on JourneyMap{viewerCan{delete} present{name} warnings{code}}}}',
        { id },
      ],
      ['query($id:ID!){journeyMap(id:$id){id}}', { id: 'map_none' }],
      ['query($id:ID!,$n:Int){journeyMap(id:$id){id cards(first:$n){nodes{id}}}}', { id, n: 0 }],
      [
        'mutation($input:MoveStageInput!){moveStage(input:$input){__typename ...on UserError{code field message}}}',
        { input: { mapId: id, stageId: 'stg_none' } },
      ],
      [
        'query($id:ID!,$all:Boolean!){journeyMap(id:$id){id title @include(if:$all){en}}}',
        { id, all: false },
      ],
    ];
    for (const [query, variables] of documents) {
      const interpreted = await bed.ask(query, variables, me);
      for (let run = 0; run < 3; run += 1) await bed.ask(query, variables, me);
      const compiled = await bed.ask(query, variables, me);
      const { errors: errorsCompiled, ...restCompiled } = compiled;
      const { errors: errorsInterpreted, ...restInterpreted } = interpreted;
      expect(restCompiled, query).toEqual(restInterpreted);
      expect(errorsCompiled.map(({ message, extensions }) => ({ message, extensions }))).toEqual(
        errorsInterpreted.map(({ message, extensions }) => ({ message, extensions })),
      );
    }
  });

  it('[GQL23] the answer is of the type that was asked for, and JSON for whoever takes none', async () => {
    const id = await bed.newMap(me, { title: 'Before' });
    const rename = (accept: string) =>
      fetch(bed.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: me, accept },
        body: JSON.stringify({
          query:
            'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){...on SetMapTitlePayload{changed}}}',
          variables: { input: { mapId: id, locale: 'EN', text: accept } },
        }),
      });
    for (const [accept, type] of [
      ['application/json', 'application/json'],
      ['*/*', 'application/json'],
      ['application/graphql-response+json', 'application/graphql-response+json'],
      ['text/html', 'application/json'],
      ['text/event-stream', 'application/json'],
    ] as const) {
      const response = await rename(accept);
      expect(response.headers.get('content-type'), accept).toBe(`${type}; charset=utf-8`);
      expect([response.status, await response.json()], accept).toEqual([
        200,
        { data: { setMapTitle: { changed: true } } },
      ]);
    }
  });

  it('[GQL24] refused operations are 400, those that ran are 200', async () => {
    expect((await bed.ask('{nope}', {}, me)).status).toBe(400);
    expect((await bed.ask('{journeyMap(id:"map_none"){id}}', {}, me)).status).toBe(200);
    expect((await bed.ask('{journeyMap(id:"map_none"){id}}')).status).toBe(200);
  });
});
