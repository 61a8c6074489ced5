import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@jejak/embedded-mongo';
import { type Connection, createConnection } from 'mongoose';

/** An embedded database in a folder of its own, journaled as in production. */
export interface TestDatabase {
  readonly connection: Connection;
  readonly uri: string;
  /** Where it listens, in the file system. */
  readonly socketPath: string;
  readonly pid: () => number | null;
  stop(): Promise<void>;
}

export async function startTestDatabase(
  where: { readonly folder?: string; readonly log?: (message: string) => void } = {},
): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(where.folder ?? tmpdir(), 'jejak-test-'));
  const engine = await startEmbeddedMongo({ dataDir, log: where.log ?? (() => {}) });
  const connection = await connectTestDatabase(engine.uri);
  return {
    connection,
    uri: engine.uri,
    socketPath: decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(engine.uri)?.[1] ?? ''),
    pid: () => engine.pid,
    async stop() {
      await connection.close();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** How a database is reached by a way of one's own. */
export function addressThrough({ port }: { readonly port: number }): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}

export async function connectTestDatabase(uri: string): Promise<Connection> {
  return createConnection(uri, {
    dbName: 'test',
    writeConcern: { w: 1, journal: true },
    serverSelectionTimeoutMS: 2_000,
    autoIndex: false,
    autoCreate: false,
  }).asPromise();
}
