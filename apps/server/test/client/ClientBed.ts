import { createJejakClient, type JejakClient, type JejakOptions, orThrow } from '@jejak/client';
import { AddCardDocument } from '@jejak/client/documents';
import { type HttpPerson, TcpProxy, TestWorkspace } from '@jejak/testbed';
import { startTestServer, type TestServer } from '../startTestServer.ts';

/** A whole server, a workspace, and programs that sign in with a token, some of them over a bad network. */
export class ClientBed {
  readonly server: TestServer;
  readonly workspace: TestWorkspace;
  readonly owner: HttpPerson;
  readonly token: string;
  readonly #tokenId: string;
  readonly #ends: (() => Promise<unknown>)[] = [];

  private constructor(
    server: TestServer,
    workspace: TestWorkspace,
    made: { token: string; tokenId: string },
  ) {
    this.server = server;
    this.workspace = workspace;
    this.owner = workspace.owner;
    this.token = made.token;
    this.#tokenId = made.tokenId;
  }

  static async start(options: Parameters<typeof startTestServer>[0] = {}): Promise<ClientBed> {
    const server = await startTestServer(options);
    const workspace = await TestWorkspace.setUp(server.url, { name: 'Ani', locale: 'en', team: 'PRODUCT' });
    const { createPersonalToken } = await workspace.owner.graphql<{
      createPersonalToken: { secret: string; token: { id: string } };
    }>(
      'mutation ($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatePersonalTokenPayload { secret token { id } } } }',
      { input: { name: 'Program', scopes: ['maps:write', 'events:read', 'webhooks:write'] } },
    );
    const { secret: token, token: made } = createPersonalToken;
    return new ClientBed(server, workspace, { token, tokenId: made.id });
  }

  /** A program with the token, or however `options` says. */
  client(options: JejakOptions = {}): JejakClient {
    const signed = options.cookie === undefined ? { token: this.token } : {};
    const jejak = createJejakClient({ url: this.server.url, ...signed, ...options } as JejakOptions);
    this.#ends.push(async () => jejak.close());
    return jejak;
  }

  /** A network of one's own to the server. */
  async network(): Promise<TcpProxy> {
    const proxy = await TcpProxy.listen(Number(new URL(this.server.url).port), Math.random);
    this.#ends.push(() => proxy.close());
    return proxy;
  }

  /** A card in the first cell of a map; answers its id. */
  async addCard(mapId: string, text: string): Promise<string> {
    const { columnIds, laneIds } = await this.workspace.placesOf(mapId);
    const [columnId = '', laneId = ''] = [columnIds[0], laneIds[0]];
    return this.workspace.addCard(mapId, { columnId, laneId, text: { en: text } });
  }

  /** The same by a program. */
  async addCardBy(jejak: JejakClient, mapId: string, text: string): Promise<string> {
    const { columnIds, laneIds } = await this.workspace.placesOf(mapId);
    const input = { mapId, columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '', text: { en: text } };
    return orThrow(await jejak.mutate(AddCardDocument, { input })).card?.id ?? '';
  }

  async revokeToken(): Promise<void> {
    await this.owner.graphql(
      'mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { __typename } }',
      { input: { tokenId: this.#tokenId } },
    );
  }

  async deleteMap(mapId: string): Promise<void> {
    await this.owner.graphql(
      'mutation ($input: DeleteMapInput!) { deleteMap(input: $input) { __typename } }',
      { input: { mapId } },
    );
  }

  /** Ends what a test opened. */
  async endAll(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }

  async close(): Promise<void> {
    await this.endAll();
    await this.server.close();
  }
}
