import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from '@jejak/embedded-mongo';
import { type Connection, createConnection } from 'mongoose';
import type { Config } from '../config/Config.ts';
import { noteEngineAddress, runningEngineUri } from './engineAddress.ts';
import { watchConnection } from './watchConnection.ts';
import { writeProbe } from './writeProbe.ts';

const pingMsMax = 1_000;
const writeTiming = { waitMsMax: 1_000, freshMs: 1_000, abandonMs: 5_000 } as const;

/** The database this server works with. */
export interface Database {
  readonly connection: Connection;
  /** For people: which database was chosen. */
  readonly description: string;
  /** Whether it answers now, asked with a bounded wait. */
  answers(): Promise<boolean>;
  /** Whether it journals a small write now, asked with a bounded wait. */
  takesWrites(): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects to `MONGODB_URI`, or starts the embedded engine in the data folder. */
export async function openDatabase(config: Config, log: (message: string) => void): Promise<Database> {
  const embedded = config.mongodbUri === null ? await startEngine(config, log) : null;
  const uri = embedded?.uri ?? config.mongodbUri ?? '';
  const forget = embedded === null ? async () => {} : await noteEngineAddress(config.dataDir, uri);
  try {
    const connection = await connect(uri, embedded !== null);
    const stopWatching = watchConnection({
      answers: () => answers(connection),
      answersOthers: () => answersOthers(uri),
      reopen: () => reopen(connection),
      log,
    });
    return {
      connection,
      description:
        embedded === null
          ? `MongoDB at ${connection.host}`
          : `embedded, data in ${config.dataDir} (set MONGODB_URI for a MongoDB of your own)`,
      answers: () => answers(connection),
      takesWrites: writeProbe({
        write: () => writeMark(connection),
        now: () => performance.now(),
        ...writeTiming,
      }),
      async close() {
        await stopWatching();
        await connection.close();
        await forget();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await forget();
    await embedded?.stop();
    throw error;
  }
}

/** A database for a command that may run beside a server: `inUse` when that server has it open. */
export async function openBesideServer(
  config: Config,
  log: (message: string) => void,
): Promise<Pick<Database, 'connection' | 'close'> & { readonly inUse: boolean }> {
  const running = config.mongodbUri === null ? await runningEngineUri(config.dataDir) : null;
  if (running !== null && (await answersOthers(running))) {
    const connection = await connect(running, true);
    return { connection, inUse: true, close: () => connection.close() };
  }
  const database = await openDatabase(config, log);
  return { connection: database.connection, inUse: false, close: () => database.close() };
}

function startEngine(config: Config, log: (message: string) => void): Promise<EmbeddedMongo> {
  return startEmbeddedMongo({ dataDir: join(config.dataDir, 'db'), log });
}

async function connect(uri: string, embedded: boolean): Promise<Connection> {
  const named = /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(uri);
  const connection = createConnection(uri, {
    ...(!named && { dbName: 'jejak' }),
    // "Saved" means journaled; on a replica set also by the majority.
    writeConcern: { w: embedded ? 1 : 'majority', journal: true },
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    maxPoolSize: 32,
    // For the metrics: how long commands take and which fail.
    monitorCommands: true,
    autoCreate: false,
    autoIndex: false,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database does not answer: ${withoutCredentials(reason)}. Check MONGODB_URI.`, {
      cause: error,
    });
  }
}

async function answers(connection: Connection): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), pingMsMax);
  });
  const ping = async () => {
    await connection.db?.command({ ping: 1 });
    return connection.db !== undefined;
  };
  try {
    return await Promise.race([ping().catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One document for all nodes, written over and over. */
async function writeMark(connection: Connection): Promise<void> {
  const { db } = connection;
  if (db === undefined) throw new Error('not connected');
  await db
    .collection<{ _id: string; at: Date }>('probes')
    .updateOne({ _id: 'write' }, { $set: { at: new Date() } }, { upsert: true });
}

/** Whether the database answers somebody who comes anew. */
async function answersOthers(uri: string): Promise<boolean> {
  const stranger = createConnection(uri, {
    serverSelectionTimeoutMS: pingMsMax,
    connectTimeoutMS: pingMsMax,
    maxPoolSize: 1,
    autoCreate: false,
    autoIndex: false,
  });
  try {
    await stranger.asPromise();
    return await answers(stranger);
  } catch {
    return false;
  } finally {
    await stranger.destroy();
  }
}

/** On the same client, so that everybody who holds the connection or its database goes on with it. */
async function reopen(connection: Connection): Promise<void> {
  const client = connection.getClient();
  await client.close(true);
  await client.connect();
}

function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^@/\s]+@/g, '//');
}
