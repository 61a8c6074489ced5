import { expect } from 'vitest';
import type * as Y from 'yjs';
import { Seed, type SeededPerson } from '../seed.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { PlainClient, type PlainOptions } from './PlainClient.ts';

const password = 'correct horse battery';
const ani = { name: 'Ani', email: 'ani@example.org', password, locale: 'en', team: 'PRODUCT' };

/** What a copy of content holds under a key. */
export function score(doc: Y.Doc, key: string): unknown {
  return doc.getMap('emotionScores').get(key);
}

/** How a client comes in; both ways of docs/PROTOCOL.md, "Address". */
export interface Way extends PlainOptions {
  readonly part?: 'structure' | 'content';
  /** Further pairs of the query, such as `ack=1`. */
  readonly query?: string;
  /** Whose cookie it carries; Ani's unless told. */
  readonly as?: Pick<SeededPerson, 'cookie'>;
}

/** A server with one workspace, and clients that know nothing of it but the documents. */
export class ProtocolBed {
  readonly server: TestServer;
  readonly seed: Seed;
  readonly workspaceId: string;
  /** Ani, who filled in the first page and then signed in as README.md says. */
  readonly owner: { readonly cookie: string };
  readonly #clients = new Set<PlainClient>();

  private constructor(server: TestServer, seed: Seed, workspaceId: string, cookie: string) {
    this.server = server;
    this.seed = seed;
    this.workspaceId = workspaceId;
    this.owner = { cookie };
  }

  static async start(): Promise<ProtocolBed> {
    const server = await startTestServer();
    const [node] = server.nodes;
    if (node === undefined) throw new Error('There is no node.');
    const first = await send(`${server.url}/api/setup`, { ...ani, workspaceName: 'Apotek Kita' });
    const { workspaceId } = (await first.json()) as { workspaceId: string };
    const signedIn = await send(`${server.url}/api/auth/sign-in/email`, { email: ani.email, password });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new ProtocolBed(server, new Seed(node.database.connection, node.config), workspaceId, cookie);
  }

  async ask(query: string, variables: object = {}): Promise<unknown> {
    const response = await send(`${this.server.url}/graphql`, { query, variables }, this.owner.cookie);
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  /** A new map, made as a program makes one. */
  async map(title = 'Order medicine online'): Promise<string> {
    const data = await this.ask(
      `mutation ($input: CreateMapInput!) {
        createMap(input: $input) { ... on CreateMapPayload { map { id } } } }`,
      { input: { workspaceId: this.workspaceId, title, template: 'OFFLINE' } },
    );
    return (data as { createMap: { map: { id: string } } }).createMap.map.id;
  }

  async ticket(mapId: string, cookie = this.owner.cookie): Promise<Response> {
    return send(`${this.server.url}/api/tickets`, { mapId }, cookie);
  }

  address(mapId: string, part = 'content', query = ''): string {
    return `${this.server.wsUrl}/sync/${mapId}/${part}${query === '' ? '' : `?${query}`}`;
  }

  /** A client with a cookie and the origin of this server. */
  client(mapId: string, way: Way = {}): PlainClient {
    const { as = this.owner, part, query = 'ack=1', ...options } = way;
    return this.keep(
      new PlainClient(this.address(mapId, part, query), {
        headers: { cookie: as.cookie, origin: this.server.url },
        ...options,
      }),
    );
  }

  keep(client: PlainClient): PlainClient {
    this.#clients.add(client);
    return client;
  }

  /** Ends all connections of a test. */
  async clear(): Promise<void> {
    const clients = [...this.#clients];
    this.#clients.clear();
    for (const client of clients) client.drop();
    await Promise.all(clients.map(({ closed }) => closed));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.server.close();
  }
}

function send(url: string, body: object, cookie?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
}
