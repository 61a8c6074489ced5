import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CostOf } from '../../src/graphql/engine/costOf.ts';
import { Allowances } from '../../src/graphql/rate/Allowances.ts';
import { rateLimits } from '../../src/graphql/rate/rateLimits.ts';
import { schema } from '../../src/schema.ts';
import { startGraphqlBed } from './graphqlBed.ts';

const began = Date.parse('2026-11-30T12:00:00.000Z');
const clock = { now: 0 };
const allowances = new Allowances({
  times: 1,
  now: () => clock.now,
  date: () => new Date(began + clock.now),
});
let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
const clients: Client[] = [];

beforeAll(async () => {
  bed = await startGraphqlBed({ allowances });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => bed.close());

/** A program with a token of its own; the answer is its `authorization` header. */
function program(): string {
  const key = bed.person('editor');
  const actor = bed.people.get(key);
  if (actor?.kind !== 'member') throw new Error('nobody');
  const token = { kind: 'PERSONAL', scopes: ['maps:write', 'events:read'], workspaceId: null } as const;
  bed.people.set(key, { ...actor, token: { ...token, mapIds: null, tokenId: `tok_${key}` } });
  return key;
}

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | undefined;
  readonly error: { readonly message: string; readonly extensions: Record<string, unknown> } | undefined;
}

async function ask(query: string, as: string | null, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(bed.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as === null ? {} : { authorization: as }),
      ...headers,
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: Told['error'][];
  };
  return { status: response.status, headers: response.headers, data, error: errors?.[0] };
}

/** Takes from somebody's allowance without asking anything. */
function spend(as: string, { cost = 0, requests = 0 }: { cost?: number; requests?: number }): void {
  const actor = bed.people.get(as);
  if (actor === undefined) throw new Error('nobody');
  expect(allowances.charge(actor, null, cost, 0).refused).toBeNull();
  for (let n = 0; n < requests; n++) expect(allowances.charge(actor, null, 0).refused).toBeNull();
}

/** The code of the error that ends an operation over a socket. */
async function refusalOf(events: AsyncIterableIterator<unknown>): Promise<unknown> {
  try {
    for await (const _event of events);
  } catch (thrown) {
    return Array.isArray(thrown) ? thrown[0]?.extensions?.code : thrown;
  }
  return null;
}

const leftOf = ({ headers }: Told, quota: string): number =>
  Number(new RegExp(`"${quota}";r=(\\d+)`).exec(headers.get('ratelimit') ?? '')?.[1]);

function client(as: string, lazy = true): Client {
  class Signed extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { authorization: as } });
    }
  }
  const made = createClient({ url: bed.wsUrl, webSocketImpl: Signed, retryAttempts: 0, lazy });
  clients.push(made);
  return made;
}

const cards = (id: string) => `{journeyMap(id:"${id}"){cards(first:1000){nodes{id text{en id}}}}}`;

const pages: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../src/graphql/pageDocuments.json', import.meta.url), 'utf8'),
);

describe('what each may ask in a minute', () => {
  it('[RATE3] 1,000 requests of a program: 300 are answered, all others are told when to come back', async () => {
    const robot = program();
    const told: Told[] = [];
    for (let n = 0; n < 50; n++) {
      told.push(...(await Promise.all(Array.from({ length: 20 }, () => ask('{ __typename }', robot)))));
    }
    const answered = told.filter(({ status }) => status === 200);
    const refused = told.filter(({ status }) => status === 429);
    expect([answered.length, refused.length]).toEqual([300, 700]);
    expect(new Set(refused.map(({ headers, data }) => `${headers.get('retry-after')} ${data}`))).toEqual(
      new Set(['60 undefined']),
    );
    expect(refused[0]?.error?.extensions).toEqual({
      code: 'RATE_LIMITED',
      messageKey: 'errors.graphql.rateLimited',
      quota: 'requests',
      cost: 0,
      limit: 300,
      retryAfterSeconds: 60,
    });
    clock.now += 60_000;
    expect((await ask('{ __typename }', robot)).status).toBe(200);
  });

  it('[RATE3] a refused mutation has not run, whichever way it came', async () => {
    const editor = bed.person('editor');
    const mapId = await bed.newMap(editor, { title: 'Before' });
    const rename = `mutation{setMapTitle(input:{mapId:"${mapId}",locale:EN,text:"After"}){__typename}}`;
    spend(editor, { requests: leftOf(await ask('{ __typename }', editor), 'requests') });
    // The first by Apollo Server, the second by the short way.
    for (const _way of [1, 2]) expect((await ask(rename, editor)).status).toBe(429);
    clock.now += 60_000;
    const { data } = await ask(`{journeyMap(id:"${mapId}"){title{en}}}`, editor);
    expect(data).toEqual({ journeyMap: { title: { en: 'Before' } } });
  });

  it('[RATE3] the refusal is told in both languages', async () => {
    const editor = bed.person('editor');
    spend(editor, { requests: 600 });
    const told = async (language: string) =>
      (await ask('{ __typename }', editor, { 'accept-language': language })).error?.message;
    expect(await told('en')).toBe('You asked too much within a minute. Come back after `retryAfterSeconds`.');
    expect(await told('id')).toBe(
      'Anda meminta terlalu banyak dalam satu menit. Kembalilah setelah `retryAfterSeconds`.',
    );
    const actor = bed.people.get(editor);
    if (actor?.kind === 'member') bed.people.set(editor, { ...actor, locale: 'id' });
    expect((await ask('{ __typename }', editor)).error?.message).toMatch(/^Anda/);
  });

  it('[RATE2] cost runs out by itself, is told with the refusal, and what is cheap goes on', async () => {
    const robot = program();
    const mapId = await bed.newMap(robot);
    const first = await ask(cards(mapId), robot);
    const cost = Number(first.headers.get('operation-cost'));
    expect(cost).toBeGreaterThan(10);
    spend(robot, { cost: leftOf(first, 'cost') - cost - 10 });
    const last = await ask(cards(mapId), robot);
    expect([last.status, leftOf(last, 'cost')]).toEqual([200, 10]);
    const { status, error } = await ask(cards(mapId), robot);
    expect([status, error?.extensions]).toEqual([
      429,
      {
        code: 'RATE_LIMITED',
        messageKey: 'errors.graphql.rateLimited',
        quota: 'cost',
        cost,
        limit: 20_000,
        remaining: 10,
        retryAfterSeconds: 60,
      },
    ]);
    const cheap = await ask('{ mapTemplates { key } }', robot);
    expect([cheap.status, leftOf(cheap, 'cost')]).toEqual([200, 9]);
  });

  it('[RATE4] every answer says what it cost and what is left, also one to a document that is refused', async () => {
    const editor = bed.person('editor');
    const policy = '"cost";q=20000;w=60, "requests";q=600;w=60';
    const questions: [string, number, string][] = [
      ['{ __typename }', 200, '0'],
      ['{ mapTemplates { key } }', 200, '1'],
      ['{ nothing }', 400, '0'],
      ['{ syntax', 400, '0'],
      ['query($a:Int!){__typename @include(if:true)}', 400, '0'],
    ];
    let spent = 0;
    for (const [at, [query, status, cost]] of questions.entries()) {
      const told = await ask(query, editor);
      spent += Number(told.headers.get('operation-cost'));
      expect([
        query,
        told.status,
        told.headers.get('operation-cost'),
        told.headers.get('ratelimit-policy'),
        told.headers.get('ratelimit'),
        told.headers.get('retry-after'),
      ]).toEqual([
        query,
        status,
        cost,
        policy,
        `"cost";r=${20_000 - spent};t=60, "requests";r=${599 - at};t=60`,
        null,
      ]);
    }
    spend(editor, { requests: 595 });
    expect((await ask('{ nothing }', editor)).error?.extensions.code).toBe('RATE_LIMITED');
  });

  it('[RATE1] whoever is not signed in is counted by address', async () => {
    const from = (address: string) => ask('{ __typename }', null, { 'x-forwarded-for': address });
    const requests = async (address: string) => leftOf(await from(address), 'requests');
    expect(await requests('192.0.2.7')).toBe(5_999);
    expect(await requests('192.0.2.7')).toBe(5_998);
    expect(await requests('192.0.2.8')).toBe(5_999);
  });

  it('[RATE1] a person may ask twice a second for the dearest that our own pages ask, and an address for who it is', () => {
    const ids = Array.from({ length: 100 }, () => 'map_x');
    const costs = Object.values(pages).flatMap((text) => {
      const document = parse(text);
      return document.definitions.flatMap((node) =>
        node.kind === 'OperationDefinition'
          ? [[node.name?.value, new CostOf(schema, document, { ids }).operation(node)] as const]
          : [],
      );
    });
    expect(costs.length).toBeGreaterThan(10);
    expect(costs.filter(([, cost]) => cost * 120 > rateLimits.costMax)).toEqual([]);
    // The pages' own process asks this for everybody who has not signed in.
    const [, viewer = 0] = costs.find(([name]) => name === 'Viewer') ?? [];
    expect(viewer).toBeGreaterThan(0);
    expect(viewer * rateLimits.requestsPerAddressMax).toBeLessThan(rateLimits.costMax);
  });

  it('[RATE7] a query tells what it costs and what is left with it paid', async () => {
    const editor = bed.person('editor');
    const { data } = await ask(
      '{ rateLimit { cost limit remaining requestLimit requestsRemaining resetAt } mapTemplates { key } }',
      editor,
    );
    expect(data?.rateLimit).toEqual({
      cost: 1,
      limit: 20_000,
      remaining: 19_999,
      requestLimit: 600,
      requestsRemaining: 599,
      resetAt: new Date(began + clock.now + 60_000).toISOString(),
    });
    const stranger = await ask('{ rateLimit { cost requestLimit } }', null);
    expect(stranger.data).toEqual({ rateLimit: { cost: 0, requestLimit: 6_000 } });
  });

  it('[RATE5] sockets and requests share one allowance; opening a socket is a request', async () => {
    const robot = program();
    const open = client(robot, false);
    const events = open.iterate<Record<string, unknown>>({ query: '{ rateLimit { requestsRemaining } }' });
    expect((await events.next()).value?.data).toEqual({ rateLimit: { requestsRemaining: 298 } });
    expect(leftOf(await ask('{ __typename }', robot), 'requests')).toBe(297);
    spend(robot, { requests: 297 });
    expect((await ask('{ __typename }', robot)).status).toBe(429);
    for (const query of ['{ __typename }', '{ nothing }', 'subscription{mapChanged(mapId:"x"){mapId}}']) {
      expect([query, await refusalOf(open.iterate({ query }))]).toEqual([query, 'RATE_LIMITED']);
    }
    const late = new WebSocket(bed.wsUrl, 'graphql-transport-ws', { headers: { authorization: robot } });
    late.on('error', () => {});
    const [, response]: unknown[] = await once(late, 'unexpected-response');
    late.terminate();
    expect(response).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
  });

  it('[RATE5] each event costs, and a subscription whose events cannot be paid ends with the reason', async () => {
    const robot = program();
    const editor = bed.person('editor');
    const mapId = await bed.newMap(editor);
    const rename = (text: string) =>
      ask(`mutation{setMapTitle(input:{mapId:"${mapId}",locale:EN,text:"${text}"}){__typename}}`, editor);
    const events = client(robot).iterate<{ mapChanged: unknown }>({
      query: `subscription{mapChanged(mapId:"${mapId}"){map{cards(first:1000){nodes{id text{en}}}}}}`,
    });
    // The subscription may begin after the first change; a later one is surely seen.
    let come = false;
    const first = events.next().finally(() => {
      come = true;
    });
    for (let n = 0; !come; n++) expect((await rename(`Title ${n}`)).status).toBe(200);
    expect((await first).value?.errors).toBeUndefined();
    const left = await ask('{ __typename }', robot);
    expect(leftOf(left, 'requests')).toBe(297);
    // An event may be under way, so all is taken unit by unit.
    const actor = bed.people.get(robot);
    while (actor && allowances.charge(actor, null, 1, 0).refused === null);
    const ended = refusalOf(events);
    expect((await rename('The last')).status).toBe(200);
    expect(await ended).toBe('RATE_LIMITED');
    // Its requests go on: it was the cost that ran out.
    expect((await ask('{ __typename }', robot)).status).toBe(200);
  });
});
