import { type MapDocs, operations, readMap } from '@jejak/journey-model';
import { seededContext, seededRandom } from '@jejak/journey-model/testkit';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';

// The same again: JEJAK_FUZZ_SEED=123.
const seed = Number(process.env.JEJAK_FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000));
let server: TestServer;
let people: Seed;
let team: Awaited<ReturnType<Seed['team']>>;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer({ nodes: 2, env: { SYNC_ALLOWANCE: '100' } });
  const [node] = server.nodes;
  if (node === undefined) throw new Error('A server without a node');
  people = new Seed(server.database.connection, node.config);
  team = await people.team();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => server.close());

interface Heard {
  readonly __typename: string;
  readonly cursor: string;
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly mapVersion: string;
  readonly occurredAt: string;
  readonly actor: { readonly kind: string; readonly userId: string; readonly name: string | null } | null;
}

const fields = '__typename id cursor kind recordId mapVersion occurredAt actor { kind userId name }';
const follow = `subscription($id: ID!, $after: String) { journeyEvents(mapId: $id, after: $after) { ${fields} } }`;

async function ask<T>(query: string, variables: object, as: SeededPerson, at = 0): Promise<T> {
  const response = await fetch(`${server.nodes[at]?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: as.cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function newMap(): Promise<string> {
  const input = { workspaceId: team.workspaceId, title: 'Buy', template: 'DIGITAL', locale: 'EN' };
  const query =
    'mutation($input: CreateMapInput!) { createMap(input: $input) { ... on CreateMapPayload { map { id } } } }';
  const { createMap } = await ask<{ createMap: { map: { id: string } } }>(query, { input }, team.editor);
  return createMap.map.id;
}

/** Makes cards over GraphQL, now at one node and now at the other. */
async function addCards(docs: MapDocs, mapId: string, texts: readonly string[], as: SeededPerson) {
  const place = placeIn(docs);
  const query =
    'mutation($input: AddCardInput!) { addCard(input: $input) { ... on AddCardPayload { mapVersion } } }';
  for (const [index, text] of texts.entries())
    await ask(query, { input: { mapId, ...place, text: { en: text } } }, as, index % 2);
}

function placeIn(docs: MapDocs) {
  const { stages, lanes } = readMap(docs);
  return {
    columnId: stages[0]?.id ?? '',
    laneId: lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '',
  };
}

/** A browser's two documents, through a stock client. */
async function browser(mapId: string, person: SeededPerson, at = 0): Promise<MapDocs> {
  const node = server.nodes[at];
  class Signed extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie: person.cookie, origin: node?.url } });
    }
  }
  const docs = { structure: new Y.Doc(), content: new Y.Doc() };
  for (const part of ['structure', 'content'] as const) {
    const provider = new WebsocketProvider(`${node?.wsUrl}/sync/${mapId}`, part, docs[part], {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    ends.push(() => provider.destroy());
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  }
  return docs;
}

/** Follows a map on a socket that can be killed. */
function listen(mapId: string, as: SeededPerson, after: string | null, at = 0) {
  let socket: WebSocket | null = null;
  class Signed extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie: as.cookie } });
      socket = this;
    }
  }
  const url = `${server.nodes[at]?.wsUrl}/graphql`;
  const client: Client = createClient({ url, webSocketImpl: Signed, retryAttempts: 0 });
  ends.push(() => client.dispose());
  const heard: Heard[] = [];
  const looks = new Set<() => void>();
  let failure: unknown = null;
  const over = new Promise<void>((resolve) => {
    client.subscribe<{ journeyEvents: Heard }>(
      { query: follow, variables: { id: mapId, after } },
      {
        next({ data, errors }) {
          failure ??= errors ?? null;
          if (data) heard.push(data.journeyEvents);
          for (const look of [...looks]) look();
        },
        error(error) {
          failure = error;
          resolve();
        },
        complete: resolve,
      },
    );
  });
  return {
    heard,
    over,
    failure: () => failure,
    until: (wanted: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!wanted()) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    kill: async () => {
      socket?.terminate();
      await over;
    },
  };
}

/** All that is kept of a map, page by page. */
async function history(mapId: string, as = team.viewer): Promise<Heard[]> {
  const query = `query($id: ID!, $after: String) {
    journeyMap(id: $id) { events(first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }
  }`;
  interface Answer {
    journeyMap: {
      events: { nodes: Heard[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
  }
  const all: Heard[] = [];
  for (let after: string | null = null; ; ) {
    const { events }: Answer['journeyMap'] = (await ask<Answer>(query, { id: mapId, after }, as)).journeyMap;
    all.push(...events.nodes);
    if (!events.pageInfo.hasNextPage) return all;
    after = events.pageInfo.endCursor;
  }
}

describe('journeyEvents', () => {
  it.each([seed])(
    '[EVENT10] the socket is killed again and again during 500 edits from browsers and programs: what was heard is the log, seed %i',
    async (given) => {
      const random = seededRandom(given);
      const mapId = await newMap();
      const [here, there] = [await browser(mapId, team.editor), await browser(mapId, team.owner, 1)];
      const beginning = (await history(mapId)).at(-1)?.cursor ?? null;
      const texts = (who: string, count: number) => Array.from({ length: count }, (_, n) => `${who} ${n}`);
      const typing = async (docs: MapDocs, who: string) => {
        const context = seededContext(given + who.length);
        const input = placeIn(docs);
        for (const text of texts(who, 165)) {
          operations.addCard.run(
            docs,
            operations.addCard.input.parse({ ...input, text: { en: text } }),
            context,
          );
          // Others have their turn.
          if (random() < 0.2) await ask('{ viewer { id } }', {}, team.viewer);
        }
      };
      const edits = Promise.all([
        typing(here, 'Ani'),
        typing(there, 'Budi B'),
        addCards(here, mapId, texts('program', 170), team.admin),
      ]);

      const heard: Heard[] = [];
      for (let round = 0; heard.length < 500; round++) {
        const ears = listen(mapId, team.viewer, heard.at(-1)?.cursor ?? beginning, round % 2);
        const enough = Math.min(500 - heard.length, 1 + Math.floor(random() * 120));
        await ears.until(() => ears.heard.length >= enough || ears.failure() !== null);
        expect(ears.failure()).toBeNull();
        await ears.kill();
        heard.push(...ears.heard);
      }
      await edits;
      const log = (await history(mapId)).slice(1);
      expect(heard.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
      expect(heard).toEqual(log);
      expect(new Set(heard.map(({ recordId }) => recordId)).size).toBe(500);
      const of = (userId: string) => heard.filter(({ actor }) => actor?.userId === userId).length;
      expect([of(team.editor.userId), of(team.owner.userId), of(team.admin.userId)]).toEqual([165, 165, 170]);
      const versions = heard.map(({ mapVersion }) => Number(mapVersion.split('.')[1]));
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    },
    120_000,
  );

  it('[EVENT10] thirty edits are thirty events of their types, also of those made while one was away', async () => {
    const mapId = await newMap();
    const docs = await browser(mapId, team.editor);
    const first = listen(mapId, team.viewer, (await history(mapId)).at(-1)?.cursor ?? null);
    await addCards(docs, mapId, ['a'], team.admin);
    await first.until(() => first.heard.length === 1);
    await addCards(docs, mapId, texts(9), team.admin);
    await first.until(() => first.heard.length === 10);
    await first.kill();
    await addCards(docs, mapId, texts(10), team.admin);
    const second = listen(mapId, team.viewer, first.heard.at(-1)?.cursor ?? null, 1);
    await second.until(() => second.heard.length === 10);
    const context = seededContext(1);
    await expect.poll(() => readMap(docs).cards.length).toBe(20);
    const cards = readMap(docs).cards.slice(0, 10);
    const columnId = readMap(docs).stages[1]?.id;
    for (const { id } of cards) {
      const input = operations.moveCard.input.parse({ cardId: id, ...placeIn(docs), columnId });
      operations.moveCard.run(docs, input, context);
    }
    await second.until(() => second.heard.length === 20);
    const all = [...first.heard, ...second.heard];
    expect(all.map(({ __typename }) => __typename)).toEqual([
      ...Array.from({ length: 20 }, () => 'CardAdded'),
      ...Array.from({ length: 10 }, () => 'CardMoved'),
    ]);
    expect(all.slice(20).map(({ recordId }) => recordId)).toEqual(cards.map(({ id }) => id));
    expect(all[0]?.actor).toEqual({ kind: 'USER', userId: team.admin.userId, name: team.admin.name });
    expect(new Set(all.map(({ id }) => id)).size).toBe(30);
  });

  it('[EVENT11] what an event says can be read by its type, and who may not know names hears none', async () => {
    const mapId = await newMap();
    const docs = await browser(mapId, team.editor);
    await addCards(docs, mapId, ['Asks a friend'], team.admin);
    const query = `query($id: ID!) { journeyMap(id: $id) {
      lastEventCursor
      events(first: 5, orderBy: NEWEST, kinds: [CARD_ADDED, MAP_CREATED]) {
        totalCount
        edges { cursor node { kind changedFields isShortened ... on CardAdded { before { rank } after { text { en } columnId tags resolved } }
          ... on MapCreated { after { title { en } type } } } }
      }
    } }`;
    const { journeyMap } = await ask<{
      journeyMap: {
        lastEventCursor: string;
        events: { totalCount: number; edges: { cursor: string; node: object }[] };
      };
    }>(query, { id: mapId }, team.viewer);
    const { events, lastEventCursor } = journeyMap;
    expect(events.totalCount).toBe(2);
    expect(events.edges[0]?.cursor).toBe(lastEventCursor);
    expect(events.edges.map(({ node }) => node)).toEqual([
      {
        kind: 'CARD_ADDED',
        changedFields: ['place', 'kind', 'text', 'team', 'channel', 'cause', 'resolved', 'tags'],
        isShortened: false,
        before: null,
        after: {
          text: { en: 'Asks a friend' },
          columnId: placeIn(docs).columnId,
          tags: [],
          resolved: false,
        },
      },
      {
        kind: 'MAP_CREATED',
        changedFields: ['title', 'type', 'currentStateMapId', 'why', 'goals', 'about', 'experience'],
        isShortened: false,
        after: { title: { en: 'Buy' }, type: 'CURRENT_STATE' },
      },
    ]);
  });

  it('[EVENT11] strangers hear nothing, cursors of other maps are refused, and lost rights end the stream', async () => {
    const [mapId, other] = [await newMap(), await newMap()];
    const stranger = await people.person({});
    const away = listen(mapId, stranger, null);
    await away.over;
    expect(JSON.stringify(away.failure())).toContain('NOT_FOUND');
    const foreign = (await history(other)).at(-1)?.cursor ?? '';
    for (const after of [foreign, 'nonsense', Buffer.from('["a","-1","","0"]').toString('base64url')]) {
      const refused = listen(mapId, team.viewer, after);
      await refused.over;
      expect(JSON.stringify(refused.failure())).toContain('INVALID_CURSOR');
    }
    const guest = await people.person({ workspaceId: team.workspaceId, role: 'viewer' });
    const docs = await browser(mapId, team.editor);
    const ears = listen(mapId, guest, (await history(mapId)).at(-1)?.cursor ?? null);
    await addCards(docs, mapId, ['heard'], team.admin);
    await ears.until(() => ears.heard.length === 1);
    const query = 'mutation($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }';
    await ask(query, { input: { workspaceId: team.workspaceId, userId: guest.userId } }, team.owner);
    await addCards(docs, mapId, ['not heard'], team.admin);
    await ears.over;
    expect(ears.heard).toHaveLength(1);
  });

  it('[EVENT8] [EVENT11] an expired cursor says what to do', async () => {
    const mapId = await newMap();
    const docs = await browser(mapId, team.editor);
    const cursor = (await history(mapId)).at(-1)?.cursor ?? '';
    await addCards(docs, mapId, ['a'], team.admin);
    await history(mapId);
    await addCards(docs, mapId, ['b'], team.admin);
    await history(mapId);
    const events = server.database.connection.collection('journeyEvents');
    await events.deleteMany({ mapId, n: { $lt: 3 } });
    const late = listen(mapId, team.viewer, cursor);
    await late.over;
    expect(late.failure()).toMatchObject([
      { message: expect.stringContaining('lastEventCursor'), extensions: { code: 'CURSOR_EXPIRED' } },
    ]);
  });

  it('[EVENT9] deleting a map completes what follows it, on every node', async () => {
    const mapId = await newMap();
    const docs = await browser(mapId, team.editor);
    const beginning = (await history(mapId)).at(-1)?.cursor ?? null;
    const ears = [0, 1].map((at) => listen(mapId, team.viewer, beginning, at));
    await addCards(docs, mapId, ['a'], team.admin);
    await Promise.all(ears.map((one) => one.until(() => one.heard.length === 1)));
    const query = 'mutation($input: DeleteMapInput!) { deleteMap(input: $input) { __typename } }';
    await ask(query, { input: { mapId } }, team.owner);
    await Promise.all(ears.map(({ over }) => over));
    expect(ears.map(({ failure }) => failure())).toEqual([null, null]);
    const left = server.database.connection.collection('journeyEvents').countDocuments({ mapId });
    expect(await left).toBe(0);
  });
});

function texts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `card ${index}`);
}
