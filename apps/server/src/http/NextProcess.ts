import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../config/childEnvironment.ts';
import type { Logger } from '../observability/createLogger.ts';
import type { WebAddress } from './WebPages.ts';

const delayMsMax = 5_000;
const firstDelayMs = 100;
const healthyAfterMs = 10_000;
const startMsMax = 120_000;
const endMsMax = 2_000;

/** The web process: started with us, started again when it dies, ended with us. */
export interface NextProcess {
  /** Resolves when it first answers; rejects when it cannot start at all. */
  readonly started: Promise<void>;
  /** Its address, waiting up to `waitMs` for a start that is under way; null when that takes longer. */
  find(waitMs: number): Promise<WebAddress | null>;
  readonly pid: number | null;
  stop(): Promise<void>;
}

/** The folder of the web app, from the sources as from the bundle. */
export function webDirectory(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'apps/web/package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('The web app is not beside the server: set WEB_URL to where it runs.');
    folder = parent;
  }
  return join(folder, 'apps/web');
}

/** Starts Next in a child process of its own, so that it never sees a socket of ours and cannot take the server down. */
export function startNextProcess(options: {
  readonly internalUrl: string;
  readonly development: boolean;
  readonly log: Logger;
  readonly directory?: string;
}): NextProcess {
  const { internalUrl, development, log } = options;
  const directory = options.directory ?? webDirectory();
  const mode = development ? 'development' : 'production';
  if (!development && !existsSync(join(directory, '.next/BUILD_ID'))) {
    throw new Error(
      'The web app is not built: run "npm start" at the top of the repository, or "npm run build" in apps/web.',
    );
  }
  let child: ChildProcess | null = null;
  let address = expected();
  const first = address.promise.then(() => {});
  let stopping = false;
  let delayMs = firstDelayMs;
  let restart: NodeJS.Timeout | undefined;

  function start(): void {
    const startedAt = performance.now();
    const web = spawn(process.execPath, [hostPath(), directory, mode], {
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
      env: childEnvironment({
        NODE_ENV: mode,
        JEJAK_INTERNAL_URL: internalUrl,
        NEXT_TELEMETRY_DISABLED: '1',
      }),
    });
    child = web;
    web.stdin?.on('error', () => {});
    web.stderr?.on('data', (chunk: Buffer) => log.warn({ web: chunk.toString().trimEnd() }, 'web process'));
    const timer = setTimeout(() => web.kill('SIGKILL'), startMsMax);
    web.once('message', (message: unknown) => {
      clearTimeout(timer);
      const port = portOf(message);
      if (port !== null) address.resolve({ host: '127.0.0.1', port });
    });
    let over = false;
    const ended = (how: string) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      child = null;
      if (stopping) return;
      if (performance.now() - startedAt > healthyAfterMs) delayMs = firstDelayMs;
      log.error({ how, delayMs }, 'the web process ended; starting it again');
      address.reject(new Error(`The web process ended while starting (${how}).`));
      address = expected();
      restart = setTimeout(start, delayMs);
      delayMs = Math.min(delayMs * 2, delayMsMax);
    };
    web.once('error', (error) => ended(error.message));
    web.once('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
  }

  first.catch(() => {});
  start();

  return {
    started: first,
    async find(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), waitMs);
      });
      try {
        return await Promise.race([address.promise.catch(() => null), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    get pid() {
      return child?.pid ?? null;
    },
    async stop() {
      stopping = true;
      clearTimeout(restart);
      const ending = child;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.stdin?.end();
      const timer = setTimeout(() => ending.kill('SIGKILL'), endMsMax);
      await gone;
      clearTimeout(timer);
    },
  };
}

interface Expected {
  readonly promise: Promise<WebAddress>;
  readonly resolve: (address: WebAddress) => void;
  readonly reject: (error: Error) => void;
}

/** A promise to be settled from outside; nobody needs to be listening when it fails. */
function expected(): Expected {
  let resolve: (address: WebAddress) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<WebAddress>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** Beside this file in the sources, beside the bundle in production. */
function hostPath(): string {
  return fileURLToPath(new URL('./nextHost.mjs', import.meta.url));
}

function portOf(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('port' in message)) return null;
  return typeof message.port === 'number' ? message.port : null;
}
