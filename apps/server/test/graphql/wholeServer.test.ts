import { readFileSync } from 'node:fs';
import { type MapDocs, operations, readMap } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { schema } from '../../src/schema.ts';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';

let server: TestServer;
let seed: Seed;
let team: Awaited<ReturnType<Seed['team']>>;
const providers: WebsocketProvider[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const [node] = server.nodes;
  if (node === undefined) throw new Error('A server without a node');
  seed = new Seed(server.database.connection, node.config);
  team = await seed.team();
});
afterAll(async () => {
  for (const provider of providers) provider.destroy();
  await server.close();
});

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(
  query: string,
  variables: Record<string, unknown>,
  as: SeededPerson | null,
): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as === null ? {} : { cookie: as.cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

async function newMap(as: SeededPerson, title: string, template = 'DIGITAL'): Promise<string> {
  const { data, errors } = await ask(
    'mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{id}} ...on UserError{code field}}}',
    { input: { workspaceId: team.workspaceId, title, template, locale: 'EN' } },
    as,
  );
  const made = data?.createMap as { map?: { id: string } } | undefined;
  if (made?.map === undefined) throw new Error(JSON.stringify({ data, errors }));
  return made.map.id;
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) return resolve();
    provider.once('sync', () => resolve());
  });
}

/** A browser's two documents, through a stock client. */
async function browser(mapId: string, person: SeededPerson): Promise<MapDocs> {
  class Signed extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie: person.cookie, origin: server.url } });
    }
  }
  const docs = { structure: new Y.Doc(), content: new Y.Doc() };
  for (const part of ['structure', 'content'] as const) {
    const provider = new WebsocketProvider(`${server.wsUrl}/sync/${mapId}`, part, docs[part], {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    providers.push(provider);
    await synced(provider);
  }
  return docs;
}

/** Resolves once the browser's documents look as wanted. */
function shows(docs: MapDocs, wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted()) return;
      for (const doc of [docs.structure, docs.content]) doc.off('update', look);
      resolve();
    };
    for (const doc of [docs.structure, docs.content]) doc.on('update', look);
    look();
  });
}

describe('GraphQL on the whole server', () => {
  it('[GQL70] a card added by a program appears in a browser, and is read back at its version', async () => {
    const mapId = await newMap(team.editor, 'Order medicine');
    const docs = await browser(mapId, team.viewer);
    const { stages, lanes } = readMap(docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const input = { mapId, columnId: stages[0]?.id, laneId, text: { en: 'Asks a friend', id: 'Bertanya' } };
    const { data } = await ask(
      'mutation($input:AddCardInput!){addCard(input:$input){...on AddCardPayload{card{id} mapVersion}}}',
      { input },
      team.editor,
    );
    const added = data?.addCard as { card: { id: string }; mapVersion: string };
    await shows(docs, () => readMap(docs).cards.some(({ id }) => id === added.card.id));
    expect(readMap(docs).cards[0]?.text).toEqual({ en: 'Asks a friend', id: 'Bertanya' });
    const read = await ask(
      'query($id:ID!,$min:MapVersion){journeyMap(id:$id,minVersion:$min){cards{nodes{id}}}}',
      { id: mapId, min: added.mapVersion },
      team.viewer,
    );
    expect(read.data).toEqual({ journeyMap: { cards: { nodes: [{ id: added.card.id }] } } });
  });

  it('[GQL71] what a browser types and what a program writes into one card both stay', async () => {
    const mapId = await newMap(team.editor, 'Together');
    const docs = await browser(mapId, team.editor);
    const { stages, lanes } = readMap(docs);
    const laneId = lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '';
    let ids = 0;
    const made = operations.addCard.run(
      docs,
      operations.addCard.input.parse({ columnId: stages[0]?.id, laneId, text: { en: 'compares prices' } }),
      {
        newId: () => {
          ids += 1;
          return `browser${String(ids).padStart(8, '0')}`;
        },
        random: () => 0.5,
        origin: 'browser',
      },
    );
    if (!made.ok) throw new Error(made.error.code);
    const cardId = made.value.id;
    const write = (text: string) =>
      ask(
        'mutation($input:SetCardTextInput!){setCardText(input:$input){__typename ...on UserError{code}}}',
        { input: { mapId, cardId, locale: 'EN', text } },
        team.owner,
      );
    // The browser's card is on its way: until it is journaled a program cannot know it.
    const code = async () => {
      const payload = (await write('Sari compares prices')).data?.setCardText as
        | { code?: string }
        | undefined;
      return payload?.code;
    };
    let refused = await code();
    while (refused === 'NOT_FOUND') refused = await code();
    expect(refused).toBeUndefined();
    const record = docs.content.getMap('cards').get(cardId);
    const text = record instanceof Y.Map ? record.get('text.en') : null;
    if (!(text instanceof Y.Text)) throw new Error('A card without its text');
    text.insert(text.length, ' at night');
    await shows(docs, () => text.toString() === 'Sari compares prices at night');
    const wanted = { journeyMap: { card: { text: { en: 'Sari compares prices at night' } } } };
    const read = () =>
      ask(
        'query($id:ID!,$card:ID!){journeyMap(id:$id){card(id:$card){text{en}}}}',
        { id: mapId, card: cardId },
        team.viewer,
      );
    let seen = await read();
    while (JSON.stringify(seen.data) !== JSON.stringify(wanted)) seen = await read();
    expect(seen.data).toEqual(wanted);
  });

  it('[GQL72] readers write nothing, and the neighbours learn nothing', async () => {
    const mapId = await newMap(team.editor, 'Ours');
    const neighbours = await seed.team();
    const rename = (as: SeededPerson, id: string) =>
      ask(
        'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){__typename ...on UserError{code message}}}',
        { input: { mapId: id, locale: 'EN', text: 'Theirs' } },
        as,
      );
    expect((await rename(team.viewer, mapId)).data?.setMapTitle).toMatchObject({ code: 'FORBIDDEN' });
    expect(await rename(neighbours.owner, mapId)).toEqual(await rename(neighbours.owner, 'map_000000000000'));
    const look = (id: string) => ask('query($id:ID!){journeyMap(id:$id){id}}', { id }, neighbours.owner);
    expect(await look(mapId)).toEqual(await look('map_000000000000'));
  });

  it('[GQL73] maps are found by words of either title, page by page, with patterns taken as text', async () => {
    const { workspaceId, owner } = await seed.team();
    const make = async (title: string) => {
      const { data } = await ask(
        'mutation($input:CreateMapInput!){createMap(input:$input){...on CreateMapPayload{map{id}}}}',
        { input: { workspaceId, title, template: 'BLANK', locale: 'ID' } },
        owner,
      );
      return (data?.createMap as { map: { id: string } } | undefined)?.map.id;
    };
    const made = [await make('Perjalanan Obat'), await make('Résumé (a+b)*'), await make('Toko fisik')];
    const list = async (args: string) => {
      const { data, errors } = await ask(
        `query($id:ID!){node(id:$id){...on Workspace{maps(${args}){totalCount nodes{id title{id}} pageInfo{hasNextPage endCursor}}}}}`,
        { id: workspaceId },
        owner,
      );
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return (
        data?.node as
          | { maps: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } } }
          | undefined
      )?.maps;
    };
    expect((await list('search:"obat PERJALANAN"'))?.nodes.map(({ id }) => id)).toEqual([made[0]]);
    expect((await list('search:"resume"'))?.nodes.map(({ id }) => id)).toEqual([made[1]]);
    expect((await list('search:"(a+b)*"'))?.totalCount).toBe(1);
    for (const attack of ['.*', '$where', '{\\"$ne\\":1}', '__proto__']) {
      expect((await list(`search:"${attack}"`))?.totalCount, attack).toBe(0);
    }
    const first = await list('first:2,orderBy:CREATED');
    const second = await list(`first:2,orderBy:CREATED,after:"${first?.pageInfo.endCursor}"`);
    const all = [...(first?.nodes ?? []), ...(second?.nodes ?? [])].map(({ id }) => id);
    expect(all).toEqual([...made].reverse());
  });

  it('[GQL74] a list of 100 maps takes one database query for its maps, and one more to count them all', async () => {
    const { workspaceId, owner } = await seed.team();
    const [sample] = await server.database.connection.collection('maps').find().limit(1).toArray();
    if (sample === undefined) throw new Error('No map to copy');
    await server.database.connection
      .collection('maps')
      .insertMany(
        Array.from({ length: 120 }, (_, at) => ({ ...sample, _id: `map_copy${at}` as never, workspaceId })),
      );
    const list = (more = '') =>
      ask(
        `query($id:ID!){node(id:$id){...on Workspace{maps(first:100){${more} nodes{id title{en id} type lastEditedAt thumbnail{cardCount emotionLine cells stages{name{en}}} present{name} viewerCan{delete}} pageInfo{hasNextPage}}}}}`,
        { id: workspaceId },
        owner,
      );
    await list();
    const queries: string[] = [];
    // Previews of earlier maps are written meanwhile: those queries name a map, the list's name the workspace.
    server.database.connection.set('debug', (collection: string, method: string, filter: object) => {
      if (collection !== 'maps' || 'workspaceId' in filter) queries.push(`${collection}.${method}`);
    });
    const { data } = await list();
    const { nodes } = (data?.node as { maps: { nodes: unknown[] } } | undefined)?.maps ?? { nodes: [] };
    expect(nodes).toHaveLength(100);
    expect(queries.filter((query) => query.startsWith('maps.'))).toEqual(['maps.find']);
    expect(queries.length).toBeLessThanOrEqual(2);
    queries.length = 0;
    const counted = (await list('totalCount')).data?.node;
    server.database.connection.set('debug', false);
    expect(counted).toMatchObject({ maps: { totalCount: 120 } });
    expect(queries.filter((query) => query.startsWith('maps.')).sort()).toEqual([
      'maps.countDocuments',
      'maps.find',
    ]);
  });

  it('[GQL17] operators, patterns and odd ids in every argument that reaches the database find nothing', async () => {
    const payloads = [
      '{"$ne":null}',
      '$where',
      '1; return true',
      '__proto__',
      'constructor.prototype',
      '.*',
      'map_\u0000',
      '000000000000000000000000',
      '\u202e\uFFFF',
      'x'.repeat(5000),
    ];
    const questions: [string, string, (payload: string) => Record<string, unknown>][] = [
      ['journeyMap', 'query($id:ID!){journeyMap(id:$id){id}}', (id) => ({ id })],
      ['node', 'query($id:ID!){node(id:$id){id}}', (id) => ({ id: `map_${id}` })],
      ['nodes', 'query($ids:[ID!]!){nodes(ids:$ids){id}}', (id) => ({ ids: [id, `map_${id}`] })],
      [
        'createMap',
        'mutation($input:CreateMapInput!){createMap(input:$input){...on UserError{code}}}',
        (workspaceId) => ({ input: { workspaceId, title: 'x', template: 'BLANK' } }),
      ],
      [
        'deleteMap',
        'mutation($input:DeleteMapInput!){deleteMap(input:$input){...on UserError{code}}}',
        (mapId) => ({ input: { mapId } }),
      ],
      [
        'setMapTitle',
        'mutation($input:SetMapTitleInput!){setMapTitle(input:$input){...on UserError{code}}}',
        (mapId) => ({ input: { mapId, locale: 'EN', text: 'x' } }),
      ],
      [
        'maps',
        'query($id:ID!,$search:String){node(id:$id){...on Workspace{maps(search:$search){totalCount}}}}',
        (search) => ({ id: team.workspaceId, search }),
      ],
      [
        'cursor',
        'query($id:ID!,$after:String){node(id:$id){...on Workspace{maps(after:$after){totalCount}}}}',
        (after) => ({ id: team.workspaceId, after }),
      ],
    ];
    const nothing = new Set([
      'NOT_FOUND',
      'INVALID_CURSOR',
      '{"node":null}',
      '{"nodes":[null,null]}',
      '{"createMap":{"code":"NOT_FOUND"}}',
      '{"deleteMap":{"code":"NOT_FOUND"}}',
      '{"setMapTitle":{"code":"NOT_FOUND"}}',
      '{"node":{"maps":{"totalCount":0}}}',
    ]);
    for (const [name, query, variables] of questions) {
      for (const payload of payloads) {
        const { data, errors } = await ask(query, variables(payload), team.owner);
        const answer = errors?.[0]?.extensions.code ?? JSON.stringify(data);
        expect(nothing.has(answer), `${name} ${JSON.stringify(payload.slice(0, 40))}: ${answer}`).toBe(true);
      }
    }
  });

  it('[SDL9] the documents about the API are read by everybody, and are the files of the repository', async () => {
    for (const name of ['API.md', 'RECIPES.md', 'PROTOCOL.md', 'check-audit.mjs']) {
      const answer = await fetch(`${server.url}/graphql/docs/${name}`);
      expect([answer.status, answer.headers.get('content-type'), await answer.text()], name).toEqual([
        200,
        `text/${name.endsWith('.md') ? 'markdown' : 'javascript'}; charset=utf-8`,
        readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8'),
      ]);
    }
    expect((await fetch(`${server.url}/graphql/docs/FAULTS.md`)).status).toBe(404);
    expect((await fetch(`${server.url}/graphql/docs/..%2F..%2Fpackage.json`)).status).toBe(404);
  });

  it('[SDL6] the schema is read by everybody, is the file of the repository, and is asked for again by its tag', async () => {
    const file = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
    const address = `${server.url}/graphql/schema.graphql`;
    const first = await fetch(address);
    expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([
      200,
      'application/graphql; charset=utf-8',
      file,
    ]);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const tag = first.headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await fetch(address, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()], known).toEqual([304, '']);
    }
    expect((await fetch(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual([
      String(Buffer.byteLength(file)),
      '',
    ]);
    expect((await fetch(address, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${server.url}/graphql/other`)).status).toBe(404);
  });

  it('[SDL3] the address a scalar names says what it is', async () => {
    const url = schema.getType('MapVersion')?.toConfig();
    const page = await fetch(`${server.url}${url && 'specifiedByURL' in url ? url.specifiedByURL : ''}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(await page.text()).toContain('# MapVersion');
  });

  it('[GQL66] a cookie from a foreign or opaque origin opens neither socket', async () => {
    const mapId = await newMap(team.editor, 'Whose page');
    const opened = (path: string, origin: string, protocols: string[]): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${server.wsUrl}${path}`, protocols, {
          headers: { cookie: team.editor.cookie, origin },
        });
        socket.on('error', () => {});
        socket.on('unexpected-response', (_request, response) => {
          response.destroy();
          resolve(response.statusCode ?? 0);
        });
        socket.on('open', () => {
          socket.terminate();
          resolve(101);
        });
      });
    for (const [path, protocols] of [
      ['/graphql', ['graphql-transport-ws']],
      [`/sync/${mapId}/content`, []],
    ] as const) {
      for (const origin of ['https://evil.example', `${server.url}.evil.example`, 'null']) {
        expect([path, origin, await opened(path, origin, [...protocols])]).toEqual([path, origin, 403]);
      }
      expect([path, await opened(path, server.url, [...protocols])]).toEqual([path, 101]);
    }
  });
});
