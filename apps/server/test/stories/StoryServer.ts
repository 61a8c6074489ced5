import { type MapDocs, readMap } from '@jejak/journey-model';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';

/** An answer of the public endpoint. */
export interface StoryAnswer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Who asks, and how; the editor of the team by session unless told. */
export interface StoryAsker {
  readonly as?: SeededPerson;
  /** The secret of a token, instead of a session. */
  readonly token?: string;
  readonly language?: string;
  readonly node?: number;
}

/** The places of a map that stories write to. */
export interface Places {
  readonly stageIds: readonly string[];
  readonly columnId: string;
  readonly laneId: string;
}

type Team = Awaited<ReturnType<Seed['team']>>;

/** A whole server with a workspace, a developer's program that knows only its public addresses, and people who type. */
export class StoryServer {
  readonly server: TestServer;
  readonly team: Team;
  /** A neighbour's workspace, of which the team knows nothing. */
  readonly stranger: Team;
  readonly #providers: WebsocketProvider[] = [];

  private constructor(server: TestServer, [team, stranger]: readonly [Team, Team]) {
    this.server = server;
    this.team = team;
    this.stranger = stranger;
  }

  static async start(options: Parameters<typeof startTestServer>[0] = {}): Promise<StoryServer> {
    const server = await startTestServer(options);
    const [node] = server.nodes;
    if (node === undefined) throw new Error('A server without a node');
    const seed = new Seed(server.database.connection, node.config);
    return new StoryServer(server, [await seed.team(), await seed.team()]);
  }

  /** Asks `/graphql` of a node, as the program does. */
  async ask(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    { as = this.team.editor, token, language, node = 0 }: StoryAsker = {},
  ): Promise<StoryAnswer> {
    const who = token === undefined ? { cookie: as.cookie } : { authorization: `Bearer ${token}` };
    const wish = language === undefined ? {} : { 'accept-language': language };
    const response = await fetch(`${this.server.nodes[node]?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...who, ...wish },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<StoryAnswer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Runs one mutation and answers its result, with `__typename` and what a `UserError` tells. */
  async change(
    name: string,
    input: Readonly<Record<string, unknown>>,
    select: string,
    options: StoryAsker = {},
  ): Promise<Record<string, unknown>> {
    const pascal = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const failure = '...on UserError{code field message messageKey operationIndex scope}';
    const { data, errors } = await this.ask(
      `mutation($input:${pascal}Input!){${name}(input:$input){__typename ${select} ${failure}}}`,
      { input },
      options,
    );
    return (data?.[name] ?? errors[0]?.extensions ?? {}) as Record<string, unknown>;
  }

  /** Reads one root field of a query; throws when there is none. The caller names its shape. */
  async read<T>(field: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const { data, errors } = await this.ask(query, variables);
    if (data?.[field] == null) throw new Error(`No ${field}: ${JSON.stringify(errors)}`);
    return data[field] as T;
  }

  /** Makes a personal token, of the editor unless told; its secret is told this once. */
  async newToken(
    given: Readonly<Record<string, unknown>> = {},
    options: StoryAsker = {},
  ): Promise<{ readonly id: string; readonly secret: string }> {
    const input = { name: 'Importer', scopes: ['maps:write', 'events:read'], ...given };
    const select = '...on CreatePersonalTokenPayload{secret token{id}}';
    const made = await this.change('createPersonalToken', input, select, options);
    const { secret, token } = made as { secret?: string; token?: { id: string } };
    if (secret === undefined || token === undefined) throw new Error(`No token: ${JSON.stringify(made)}`);
    return { id: token.id, secret };
  }

  async newMap(
    title: string,
    workspaceId = this.team.workspaceId,
    options: StoryAsker = {},
  ): Promise<string> {
    const input = { workspaceId, title, template: 'DIGITAL', locale: 'EN' };
    const { map } = await this.change('createMap', input, '...on CreateMapPayload{map{id}}', options);
    return (map as { id: string }).id;
  }

  async placesOf(mapId: string): Promise<Places> {
    const { stages, lanes } = await this.read<{
      stages: { id: string }[];
      lanes: { id: string; kind: string }[];
    }>('journeyMap', 'query($id:ID!){journeyMap(id:$id){stages{id} lanes{id kind}}}', { id: mapId });
    const stageIds = stages.map(({ id }) => id);
    return {
      stageIds,
      columnId: stageIds[0] ?? '',
      laneId: lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '',
    };
  }

  /** The cards of a map as the program reads them. */
  async cardsOf(
    mapId: string,
  ): Promise<{ id: string; columnId: string; team: string | null; text: { en: string } }[]> {
    const { cards } = await this.read<{ cards: { nodes: Awaited<ReturnType<StoryServer['cardsOf']>> } }>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){cards(first:300){nodes{id columnId team text{en}}}}}',
      { id: mapId },
    );
    return cards.nodes;
  }

  /** The two live documents as somebody's browser has them. */
  async browser(mapId: string, person: SeededPerson, node = 0): Promise<MapDocs> {
    const origin = this.server.url;
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { cookie: person.cookie, origin } });
      }
    }
    const docs = { structure: new Y.Doc(), content: new Y.Doc() };
    for (const part of ['structure', 'content'] as const) {
      const provider = new WebsocketProvider(
        `${this.server.nodes[node]?.wsUrl}/sync/${mapId}`,
        part,
        docs[part],
        {
          WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
          disableBc: true,
        },
      );
      this.#providers.push(provider);
      await new Promise<void>((resolve) => {
        if (provider.synced) resolve();
        else provider.once('sync', () => resolve());
      });
    }
    return docs;
  }

  async close(): Promise<void> {
    for (const provider of this.#providers) provider.destroy();
    await this.server.close();
  }
}

/** Resolves once documents look as wanted. */
export function shows(docs: MapDocs, wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!wanted()) return;
      for (const doc of [docs.structure, docs.content]) doc.off('update', look);
      resolve();
    };
    for (const doc of [docs.structure, docs.content]) doc.on('update', look);
    look();
  });
}

/** A card of a browser. */
export function cardIn(docs: MapDocs, cardId: string) {
  return readMap(docs).cards.find(({ id }) => id === cardId);
}

/** The text of a card in a browser, to type into. */
export function textIn(docs: MapDocs, cardId: string, locale: 'en' | 'id' = 'en'): Y.Text {
  const text = docs.content.getMap<Y.Map<unknown>>('cards').get(cardId)?.get(`text.${locale}`);
  if (!(text instanceof Y.Text)) throw new Error('There is no such text');
  return text;
}
