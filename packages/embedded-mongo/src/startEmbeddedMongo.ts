import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type EngineProcess, startEngineProcess } from './EngineProcess.ts';
import { planEngine } from './platform.ts';
import { type NodeCommand, nodeWithPrivateGlibc } from './privateGlibc.ts';
import { thisMachine } from './thisMachine.ts';

const firstDelayMs = 50;
const delayMsMax = 5_000;
/** An engine that lived this long was well: the next failure starts with a short delay again. */
const healthyAfterMs = 10_000;

/** Where the data lives and who is told what happens. */
export interface EmbeddedMongoOptions {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Folder for downloaded parts; `~/.cache/jejak` unless told. */
  readonly cacheDir?: string;
}

/** A running embedded database. Its address stays the same when the engine is restarted. */
export interface EmbeddedMongo {
  readonly uri: string;
  /** The engine's process now; null while it is being restarted. */
  readonly pid: number | null;
  /** Calls back each time the engine dies unasked; returns the function that ends that. */
  onExit(listener: (how: string) => void): () => void;
  /** Closes the engine in order. Resolves when its process is gone. */
  stop(): Promise<void>;
}

/** Starts the embedded database on `dataDir`, restarts it when it dies, and ends it with this process. */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { log } = options;
  const node = await nodeFor(options);
  const directory = resolve(options.dataDir);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Socket names are limited to about 100 bytes, so the socket cannot live in the data folder. mkdtemp makes the
  // folder accessible to this user only.
  const base = tmpdir().length > 40 ? '/tmp' : tmpdir();
  const socketDir = await mkdtemp(join(base, 'jejak-db-'));
  const socketPath = join(socketDir, 'db.sock');
  const start = () => startEngineProcess(node, directory, socketPath, socketDir);

  const listeners = new Set<(how: string) => void>();
  const stopping = new AbortController();
  let engine: EngineProcess | null;
  try {
    engine = await start();
  } catch (error) {
    await rm(socketDir, { recursive: true, force: true });
    throw error;
  }

  const watch = async (first: EngineProcess): Promise<void> => {
    let current: EngineProcess | null = first;
    let startedAt = performance.now();
    let delayMs = firstDelayMs;
    while (!stopping.signal.aborted) {
      if (current !== null) {
        const how = await current.exited;
        if (stopping.signal.aborted) return;
        engine = null;
        if (performance.now() - startedAt > healthyAfterMs) delayMs = firstDelayMs;
        log(`The embedded database ended (${how}); starting it again in ${delayMs} ms.`);
        for (const listener of listeners) listener(how);
      }
      await pause(delayMs, stopping.signal);
      if (stopping.signal.aborted) return;
      delayMs = Math.min(delayMs * 2, delayMsMax);
      startedAt = performance.now();
      try {
        current = await start();
        engine = current;
        if (!stopping.signal.aborted) log('The embedded database is back.');
      } catch (error) {
        current = null;
        log(`The embedded database did not start again: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const watching = watch(engine);

  return {
    uri: `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`,
    get pid() {
      return engine?.pid ?? null;
    },
    onExit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopping.abort();
      await engine?.close();
      await watching;
      // A restart may have been under way when we were told to stop.
      await engine?.close();
      await rm(socketDir, { recursive: true, force: true });
    },
  };
}

async function nodeFor({ cacheDir, log }: EmbeddedMongoOptions): Promise<NodeCommand> {
  const plan = planEngine(thisMachine());
  switch (plan.kind) {
    case 'direct':
      return { program: process.execPath, args: [] };
    case 'privateGlibc':
      return nodeWithPrivateGlibc(cacheDir ?? join(homedir(), '.cache', 'jejak'), log);
    case 'unsupported':
      throw new Error(plan.reason);
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, delayMs);
    signal.addEventListener('abort', finish);
  });
}
