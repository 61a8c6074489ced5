import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const entry = join(root, 'apps/server/dist/main.mjs');
const startMsMax = 90_000;
/** What the product promises: whoever asks it to end waits no longer. */
const stopMsMax = 10_000;

/** How a server is started; all of it may be left out. */
export interface ServerOptions {
  /** Settings beside those of a fresh, empty server. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The server as it is built and run for people, with a database and a folder of its own. */
export class ProductionServer {
  readonly #folder: string;
  #settings: Readonly<Record<string, string>>;
  readonly #port: number;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(folder: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#port = port;
    this.#settings = settings;
  }

  /** Starts an empty server on a free port and waits until it says that it is ready. */
  static async start(options: ServerOptions = {}): Promise<ProductionServer> {
    if (!existsSync(entry)) throw new Error('The server is not built: run `npm test` or `npm start` once.');
    const folder = mkdtempSync(join(tmpdir(), 'jejak-'));
    const server = new ProductionServer(folder, await freePort(), options.settings ?? {});
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The address it tells people; a sign-in through a provider begins and ends there. */
  get publicUrl(): string {
    return `http://localhost:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Everything it has printed, over all of its lives. */
  get output(): string {
    return this.#output;
  }

  /** Starts it with the data and the port it had, and with more settings if given. */
  async startAgain(more: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#settings = { ...this.#settings, ...more };
    const child = spawn(process.execPath, ['--enable-source-maps', entry], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ...this.#settings,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    // Whoever ends without a word, a failing test for instance, leaves no server behind.
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    const from = this.#output.length;
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => {
        clearTimeout(timer);
        child.kill('SIGKILL');
        reject(new Error(`The server ${why}:\n${this.#output.slice(from)}`));
      };
      const timer = setTimeout(() => fail('did not become ready'), startMsMax);
      const ended = () => fail('ended while starting');
      const read = (chunk: Buffer) => {
        this.#output += chunk.toString();
        if (!/ready: http/.test(this.#output.slice(from))) return;
        clearTimeout(timer);
        child.off('exit', ended);
        resolve();
      };
      child.once('exit', ended);
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
    });
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end and answers its exit code; null when it did not in time and was killed. */
  async terminate(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends it and deletes its folder. */
  async dispose(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const exited = new Promise<number | null>((resolve) => {
      child.once('exit', (code) => resolve(code));
    });
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    const code = await exited;
    clearTimeout(timer);
    this.#child = null;
    return code;
  }
}
