import { type HttpPerson, ProductionServer, TestWorkspace } from '@jejak/testbed';

/** Ten people: as many as 50 connections to one map need. */
const people = 10;

/** Our server as it is shipped, with people and maps for a measurement. */
export interface BenchServer {
  readonly port: number;
  readonly pid: number;
  readonly url: string;
  readonly workspace: TestWorkspace;
  /** A new map, with cards if wanted. */
  createMap(title: string, cards?: number): Promise<string>;
  /** Headers of a signed-in person; people take turns. */
  headersOf(client: number): Record<string, string>;
  /** Ends it in order and starts it with the data it had. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts an empty server, sets it up and lets ten people sign up. How fast one client may send is raised: what the
 * server can do is measured, not what it lets one person do.
 */
export async function startBenchServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const server = await ProductionServer.start({
    settings: { LOG_LEVEL: 'error', SYNC_ALLOWANCE: '1000', GRAPHQL_ALLOWANCE: '10000', ...settings },
  });
  const workspace = await TestWorkspace.setUp(server.url, { name: 'Ayu', locale: 'en', team: 'MARKETING' });
  const members: HttpPerson[] = [workspace.owner];
  while (members.length < people) {
    const member = { name: `Person ${members.length}`, locale: 'id', team: 'PRODUCT' } as const;
    members.push(await workspace.join(member, 'editor'));
  }
  return {
    port: server.port,
    get pid() {
      return server.pid;
    },
    url: server.url,
    workspace,
    async createMap(title, cards = 0) {
      const id = await workspace.createMap(title);
      if (cards > 0) await workspace.fill(id, cards);
      return id;
    },
    headersOf(client) {
      return { Cookie: members[client % members.length]?.cookie ?? '', Origin: server.url };
    },
    async startAgain() {
      await server.terminate();
      await server.startAgain();
    },
    close: () => server.dispose(),
  };
}
