import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { NodeCommand } from './privateGlibc.ts';

const startMsMax = 60_000;
const closeMsMax = 8_000;

/** Why an engine process did not come up. */
export class EngineStartError extends Error {
  override readonly name = 'EngineStartError';
}

/** One life of the engine: a child process that serves a database directory at a socket. */
export interface EngineProcess {
  readonly pid: number;
  /** Resolves with what ended it once the process is gone. */
  readonly exited: Promise<string>;
  /** Closes the engine in order, or kills it when that takes too long. */
  close(): Promise<void>;
}

/** Starts the engine on a directory and resolves when it accepts connections. */
export async function startEngineProcess(
  node: NodeCommand,
  directory: string,
  socketPath: string,
  temporaryDir: string,
): Promise<EngineProcess> {
  // Resolved by name, not by a path beside this file: the server's production bundle moves this code.
  const entry = createRequire(import.meta.url).resolve('@jejak/embedded-mongo/engine');
  const child = spawn(node.program, [...node.args, entry, directory, socketPath], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, TMPDIR: temporaryDir, NODE_OPTIONS: '' },
  });
  // Writing to a dead child must not become an error of ours.
  child.stdin?.on('error', () => {});
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  try {
    await ready(child, exited, directory, () => lastWords);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const { pid } = child;
  if (pid === undefined) throw new EngineStartError('The embedded database has no process.');
  return { pid, exited, close: () => close(child, exited) };
}

function ready(
  child: ChildProcess,
  exited: Promise<string>,
  directory: string,
  lastWords: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new EngineStartError(`The embedded database did not start within ${startMsMax / 1000} s.`));
    }, startMsMax);
    child.once('message', (message: unknown) => {
      clearTimeout(timer);
      if (isReady(message)) return resolve();
      reject(new EngineStartError(problemOf(message, directory)));
    });
    void exited.then((how) => {
      clearTimeout(timer);
      reject(
        new EngineStartError(`The embedded database ended while starting (${how}). ${lastWords()}`.trim()),
      );
    });
  });
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}

function problemOf(message: unknown, directory: string): string {
  if (typeof message === 'object' && message !== null) {
    if ('locked' in message && message.locked === true) {
      return `The data folder ${directory} is in use by another server. Stop it, or set DATA_DIR to another folder.`;
    }
    if ('message' in message && typeof message.message === 'string') {
      return `The embedded database could not open ${directory}: ${message.message}`;
    }
  }
  return `The embedded database could not open ${directory}.`;
}

async function close(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), closeMsMax);
  try {
    await exited;
  } finally {
    clearTimeout(timer);
  }
}
