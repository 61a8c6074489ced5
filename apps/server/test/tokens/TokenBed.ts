import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestNode, type TestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';

/** An answer of `/graphql`. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly headers: Headers;
}

/** Who asks: a person by their cookie, or a program by its token. */
export type As = SeededPerson | string | null;

/** How a mutation ended: its fields, or code, message key, field and scope of its failure. */
export type Outcome = Readonly<Record<string, unknown>>;

/** A token as its maker was told. */
export interface MadeToken {
  readonly id: string;
  readonly secret: string;
}

/** How a socket of a program ended; null while it is open. */
export interface OpenSocket {
  readonly ended: () => number | null;
  /** The first frame that came; empty while there is none. */
  readonly first: () => Uint8Array;
  close(): Promise<void>;
}

/** A subscription of a program, and what it heard. */
export interface Followed extends Pick<OpenSocket, 'ended' | 'close'> {
  readonly heard: readonly unknown[];
}

const headersOf = (as: As): Record<string, string> => {
  if (as === null) return {};
  return typeof as === 'string' ? { authorization: `Bearer ${as}` } : { cookie: as.cookie };
};

/** A whole server with a team, two maps and ways to ask as people and as programs. */
export class TokenBed {
  readonly server: TestServer;
  readonly seed: Seed;
  readonly team: Awaited<ReturnType<Seed['team']>>;
  readonly maps: string[] = [];

  constructor(server: TestServer, seed: Seed, team: Awaited<ReturnType<Seed['team']>>) {
    this.server = server;
    this.seed = seed;
    this.team = team;
  }

  static async start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TokenBed> {
    const server = await startTestServer(options);
    const [node] = server.nodes;
    if (node === undefined) throw new Error('There is no node.');
    const seed = new Seed(server.database.connection, node.config);
    const bed = new TokenBed(server, seed, await seed.team());
    for (const title of ['First', 'Second']) bed.maps.push(await bed.newMap(title));
    return bed;
  }

  node(index: number): TestNode {
    const found = this.server.nodes[index];
    if (found === undefined) throw new Error(`no node ${index}`);
    return found;
  }

  /** The id of one of the two maps of the team. */
  map(index: 0 | 1 = 0): string {
    return this.maps[index] ?? '';
  }

  async newMap(
    title: string,
    workspaceId = this.team.workspaceId,
    as: As = this.team.owner,
  ): Promise<string> {
    const input = { workspaceId, title, template: 'DIGITAL', locale: 'EN' };
    const made = await this.act('createMap', input, 'map { id }', as);
    const { map } = made as { map?: { id: string } };
    if (map === undefined) throw new Error(`No map was made: ${JSON.stringify(made)}`);
    return map.id;
  }

  async ask(
    query: string,
    variables: object = {},
    as: As = null,
    at = 0,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.node(at).url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(as), ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors, headers: response.headers };
  }

  /** Runs a mutation. */
  async act(name: string, input: object, fields: string, as: As, at = 0): Promise<Outcome> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ... on ${type}Payload { ${fields} }
      ... on UserError { code messageKey field } ... on ForbiddenError { scope } } }`;
    const { data, errors } = await this.ask(query, { input }, as, at);
    const answer = data?.[name];
    return typeof answer === 'object' && answer !== null ? { ...answer } : { ...errors[0]?.extensions };
  }

  /** A personal token of somebody; the owner of the team unless told. */
  async personal(given: object = {}, as: SeededPerson = this.team.owner): Promise<MadeToken> {
    return this.#make('createPersonalToken', { name: 'Importer', scopes: ['maps:write'], ...given }, as);
  }

  /** A token of the team's workspace. */
  async ofWorkspace(given: object = {}, as: SeededPerson = this.team.admin): Promise<MadeToken> {
    const { workspaceId } = this.team;
    const input = { workspaceId, name: 'Robot', role: 'EDITOR', scopes: ['maps:write'], ...given };
    return this.#make('createWorkspaceToken', input, as);
  }

  async revoke({ id }: MadeToken, as: SeededPerson = this.team.owner, at = 0): Promise<Outcome> {
    return this.act('revokeToken', { tokenId: id }, 'tokenId', as, at);
  }

  /** Opens the content of a map; resolves once the first frame or the end came. */
  async openSync(
    mapId: string,
    headers: Record<string, string>,
    options: { readonly at?: number; readonly query?: string } = {},
  ): Promise<OpenSocket> {
    const { at = 0, query = '' } = options;
    const socket = new WebSocket(`${this.node(at).wsUrl}/sync/${mapId}/content${query}`, { headers });
    let code: number | null = null;
    let first = new Uint8Array();
    socket.on('error', () => {});
    socket.once('message', (data: Buffer) => {
      first = new Uint8Array(data);
    });
    socket.on('unexpected-response', (_request, response) => {
      code = response.statusCode ?? 0;
    });
    socket.on('close', (ended) => {
      code ??= ended;
    });
    await until('spoken or ended', () => first.length > 0 || code !== null);
    return {
      ended: () => code,
      first: () => first,
      async close() {
        if (socket.readyState === WebSocket.CLOSED) return;
        const closed = once(socket, 'close');
        socket.terminate();
        await closed;
      },
    };
  }

  /** Follows a map over graphql-ws with a token; resolves once the subscription stands. */
  async follow(mapId: string, secret: string, at = 0): Promise<Followed> {
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { authorization: `Bearer ${secret}` } });
      }
    }
    const url = `${this.node(at).wsUrl}/graphql`;
    const client = createClient({ url, webSocketImpl: Signed, retryAttempts: 0 });
    const heard: unknown[] = [];
    let code: number | null = null;
    client.on('closed', (event) => {
      code = (event as { code: number }).code;
    });
    client.subscribe(
      { query: `subscription { mapChanged(mapId: "${mapId}") { mapVersion } }` },
      {
        next: ({ data, errors }) => heard.push(errors ?? data),
        error: (errors) => heard.push(errors),
        complete: () => {},
      },
    );
    let tries = 0;
    // Until the subscription stands, nobody hears anything.
    const knock = () => {
      tries += 1;
      if (tries % 100 !== 1) return;
      const input = { mapId, locale: 'EN', text: `Title ${tries}` };
      void this.act('setMapTitle', input, 'mapVersion', this.team.owner, at).catch(() => {});
    };
    await until('heard or ended', () => {
      knock();
      return heard.length > 0 || code !== null;
    });
    return { heard, ended: () => code, close: async () => client.dispose() };
  }

  async #make(name: string, input: object, as: SeededPerson): Promise<MadeToken> {
    const made = await this.act(name, input, 'token { id } secret', as);
    const { token, secret } = made as { token?: { id: string }; secret?: string };
    if (token === undefined || secret === undefined) throw new Error(`No token: ${JSON.stringify(made)}`);
    return { id: token.id, secret };
  }
}
