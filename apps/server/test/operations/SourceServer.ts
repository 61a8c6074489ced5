import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@jejak/testbed';

const startMsMax = 60_000;
const stopMsMax = 15_000;
const main = join(import.meta.dirname, '../../src/main.ts');

/** How it is run; all of it may be left out. */
interface Run {
  /** A file for all it prints and logs; then `output` and `log` stay empty. */
  readonly outputTo?: string;
  /** Of its process, beside the settings. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What is run instead of the server alone. */
  readonly entry?: string;
}

/** The whole server in a process of its own, run from its sources, at the same port in each of its lives. */
export class SourceServer {
  readonly folder: string;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #run: Run;
  #child: ChildProcess | null = null;
  #port = 0;
  #output = '';
  #log = '';

  constructor(settings: Readonly<Record<string, string>> = {}, run: Run = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'jejak-server-'));
    this.#settings = settings;
    this.#run = run;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** What it printed for people, over all of its lives. */
  get output(): string {
    return this.#output;
  }

  /** What it logged, over all of its lives. */
  get log(): string {
    return this.#log;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const { outputTo, environment = {}, entry = main } = this.#run;
    const file = outputTo === undefined ? null : openSync(outputTo, 'a');
    const child = spawn(process.execPath, ['--import', 'tsx', entry], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        DATA_DIR: this.folder,
        // No page is asked for: nobody needs to be there.
        WEB_URL: 'http://127.0.0.1:1',
        NODE_ENV: 'production',
        ...environment,
        ...this.#settings,
        PORT: String(this.#port),
      },
      stdio: ['ignore', file ?? 'pipe', file ?? 'pipe'],
    });
    if (file !== null) closeSync(file);
    this.#child = child;
    const from = this.#output.length;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    const said = () => (outputTo === undefined ? this.#output.slice(from) : readFileSync(outputTo, 'utf8'));
    const fail = (why: string) => new Error(`The server ${why}: ${said()}${this.#log}`);
    for (const end = Date.now() + startMsMax; !/Jejak is ready: \S+/.test(said()); ) {
      if (child.exitCode !== null || child.signalCode !== null) throw fail('ended while starting');
      if (Date.now() > end) throw fail('did not start in time');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.died();
  }

  /** Resolves once it is dead, by whatever hand. */
  async died(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await once(child, 'exit', { signal: AbortSignal.timeout(startMsMax) });
  }

  /** Ends it in order and answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    child.kill('SIGTERM');
    const [code]: unknown[] = await exited;
    clearTimeout(timer);
    return typeof code === 'number' ? code : null;
  }

  /** Ends it and deletes its folder. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
