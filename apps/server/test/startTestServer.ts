import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from '@jejak/embedded-mongo';
import { InProcessHub } from '../src/bus/inProcess/InProcessBus.ts';
import { type App, createApp } from '../src/compose.ts';
import type { Config } from '../src/config/Config.ts';
import { loadConfig } from '../src/config/loadConfig.ts';
import { type Database, openDatabase } from '../src/database/openDatabase.ts';
import { createLimitedServer } from '../src/http/createFrontDoor.ts';
import type { WebPages } from '../src/http/WebPages.ts';
import { listen, stopListening } from '../src/listen.ts';
import { createLogger } from '../src/observability/createLogger.ts';
import { openBus } from '../src/openBus.ts';

/** One server of a test, on a port of its own. */
export interface TestNode {
  readonly url: string;
  readonly wsUrl: string;
  readonly config: Config;
  readonly database: Database;
  close(): Promise<void>;
}

/** One or several servers that share a database and a bus. */
export interface TestServer {
  readonly nodes: readonly TestNode[];
  /** The first node's address. */
  readonly url: string;
  readonly wsUrl: string;
  readonly database: Database;
  /** Ends a node in order and starts it again at the same address, on the same data. */
  restart(index?: number): Promise<void>;
  close(): Promise<void>;
}

const stubPages: WebPages = {
  handle(_request, response) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>page</title>');
  },
  async close() {},
};

let engine: Promise<{ database: EmbeddedMongo; folder: string }> | null = null;

/** The database engine of this test process: one for all its servers, ended with the process. */
export async function testMongoUri(): Promise<string> {
  engine ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jejak-test-db-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { database: await startEmbeddedMongo({ dataDir: folder, log: () => {} }), folder };
  })();
  const { database } = await engine;
  const { uri } = database;
  return uri.replace('/?', `/test_${randomBytes(6).toString('hex')}?`);
}

/** Starts servers on free ports with a fresh database, without the web process. Close it when the test is over. */
export async function startTestServer(
  options: { readonly nodes?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<TestServer> {
  const uri = await testMongoUri();
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-test-'));
  const hub = new InProcessHub();
  const environment: Record<string, string> = {
    MONGODB_URI: uri,
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    // Tests ask more in a minute than people do; those of the limits set it to 1.
    GRAPHQL_ALLOWANCE: '100',
    ...options.env,
  };

  async function startNode(port: number): Promise<TestNode> {
    const server = createLimitedServer();
    // As the process does while it starts: whoever comes back too early would wait for ever.
    const notYet: RequestListener = (_request, response) => {
      response.writeHead(503, { 'retry-after': '1' }).end();
    };
    server.on('request', notYet);
    const settings = loadConfig({ ...environment, PORT: String(port) });
    const taken = await listen(server, port, '127.0.0.1');
    const url = `http://127.0.0.1:${taken}`;
    const publicUrl = environment.PUBLIC_URL ?? url;
    const config: Config = { ...settings, port: taken, publicUrl };
    const log = createLogger(config);
    const database = await openDatabase(config, () => {});
    const app: App = await createApp({
      config,
      server,
      database,
      bus: config.redisUrl === null ? hub.join() : openBus(config, log),
      pages: stubPages,
      log,
      print: () => {},
    });
    server.off('request', notYet);
    return {
      url,
      wsUrl: url.replace('http', 'ws'),
      config,
      database,
      async close() {
        const stopped = stopListening(server);
        await app.close();
        server.closeAllConnections();
        await stopped;
        await database.close();
      },
    };
  }

  const nodes = await Promise.all(Array.from({ length: options.nodes ?? 1 }, () => startNode(0)));
  const at = (index: number): TestNode => {
    const node = nodes[index];
    if (node === undefined) throw new Error(`There is no node ${index}.`);
    return node;
  };
  return {
    nodes,
    get url() {
      return at(0).url;
    },
    get wsUrl() {
      return at(0).wsUrl;
    },
    get database() {
      return at(0).database;
    },
    async restart(index = 0) {
      const { config } = at(index);
      await at(index).close();
      nodes[index] = await startNode(config.port);
    },
    async close() {
      await at(0).database.connection.dropDatabase();
      await Promise.all(nodes.map((node) => node.close()));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
