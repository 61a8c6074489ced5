import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectLane } from '../../src/graphql/DirectLane.ts';
import { Engine } from '../../src/graphql/engine/Engine.ts';
import { schema } from '../../src/schema.ts';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;
let mapId: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
  mapId = await bed.newMap(editor);
});
afterAll(() => bed.close());

const readMap = 'query Read($id:ID!){journeyMap(id:$id){id title{en id} stages{id name{en}} lanes{id kind}}}';
const cards =
  'query($id:ID!,$first:Int){journeyMap(id:$id){cards(first:$first){nodes{id} pageInfo{endCursor}}}}';
const rename =
  'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){__typename ... on UserError{code field}}}';
const accepts = [
  undefined,
  '*/*',
  'application/json',
  'text/html',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
];

async function answered(body: unknown, as: string | null, accept: string | undefined) {
  const response = await fetch(bed.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'the-same',
      ...(accept === undefined ? {} : { accept }),
      ...(as === null ? {} : { authorization: as }),
    },
    body: JSON.stringify(body),
  });
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  // What is left of the allowance is less with each request.
  expect(headers.ratelimit).toMatch(/^"cost";r=\d+;t=\d+, "requests";r=\d+;t=\d+$/);
  delete headers.ratelimit;
  return { status: response.status, headers, body: await response.text() };
}

describe('what comes again', () => {
  it('[SPEED1] is answered to the byte as Apollo Server answers it', async () => {
    const questions: [string, Record<string, unknown>][] = [
      ['the least', { query: '{ __typename }' }],
      ['a map', { query: readMap, variables: { id: mapId } }],
      [
        'a map by the name of the operation',
        { query: readMap, operationName: 'Read', variables: { id: mapId } },
      ],
      ['nulls', { query: '{ __typename }', operationName: null, variables: null }],
      ['a foreign map', { query: readMap, variables: { id: 'map_absent' } }],
      ['a page out of range', { query: cards, variables: { id: mapId, first: 100_000 } }],
      ['a cost too high', { query: cards, variables: { id: mapId, first: 2_000_000 } }],
      ['variables that do not fit', { query: readMap, variables: { id: [1] } }],
      ['variables with dangerous names', { query: readMap, variables: { id: mapId, $where: 1 } }],
      ['no variables', { query: readMap }],
      [
        'an expected failure',
        { query: rename, variables: { input: { mapId: 'x', locale: 'EN', text: '' } } },
      ],
      ['a document that is refused', { query: '{ nothing }' }],
      ['an operation that is not there', { query: readMap, operationName: 'Write' }],
    ];
    for (const [name, question] of questions) {
      for (const accept of accepts) {
        for (const as of [editor, null]) {
          // A field that is empty is enough for Apollo to be asked.
          const byApollo = await answered({ ...question, extensions: {} }, as, accept);
          const again = await answered(question, as, accept);
          expect([name, accept, again]).toEqual([name, accept, byApollo]);
        }
      }
    }
  });

  it('[SPEED1] whatever is not of the plain form, or not known, is left to Apollo Server before any of it runs', async () => {
    const engine = new Engine({ schema, introspection: false, report: () => {} });
    let ran = 0;
    const lane = new DirectLane({
      engine,
      run: async () => {
        ran++;
        return { data: {} };
      },
    });
    const asker = { requestId: 'x', headers: new Headers(), messageLocale: null };
    const good = { query: '{ __typename }' };
    const subscription = { query: 'subscription($id:ID!){mapChanged(mapId:$id){mapVersion}}' };
    const ask = (body: unknown, accept = '') => lane.answer(accept, body, asker);
    expect(await ask(good)).toBeNull();
    lane.learn('', 'application/json; charset=utf-8');
    expect(await ask(good)).toBeNull();
    for (const { query } of [good, subscription, { query: '{ nothing }' }]) {
      engine.prepare({ query, operationName: null });
    }
    const strange: unknown[] = [
      undefined,
      null,
      'text',
      [good],
      {},
      { query: '' },
      { query: 1 },
      { ...good, variables: [] },
      { ...good, variables: '{}' },
      { ...good, operationName: 1 },
      { ...good, extensions: {} },
      { query: '{ nothing }' },
      subscription,
    ];
    for (const body of strange) expect([body, await ask(body)]).toEqual([body, null]);
    expect(await ask(good, 'text/plain')).toBeNull();
    expect(ran).toBe(0);
    expect(await ask(good)).toEqual({
      status: 200,
      contentType: 'application/json; charset=utf-8',
      body: '{"data":{}}\n',
    });
    expect(ran).toBe(1);
  });
});
