import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CrashPoint } from './crashPoints.ts';

const entry = fileURLToPath(new URL('./faultServer.ts', import.meta.url));
const startMsMax = 30_000;

/** What a server of faults works with. */
export interface ServerSettings {
  readonly uri: string;
  readonly port: number;
  /** Maps it makes when they are not there. */
  readonly mapIds: readonly string[];
  readonly redisUrl?: string;
}

/** The longest queue before the log that any document of a server has. */
export interface Backlog {
  readonly updates: number;
  readonly bytes: number;
}

/** What a server holds, its garbage collected. */
export interface Memory {
  readonly maps: number;
  /** Of the heap, and of buffers beside it. */
  readonly usedBytes: number;
  readonly rssBytes: number;
}

/** The server as a process of its own, at the same port each time it is started. */
export class ServerProcess {
  readonly #settings: ServerSettings;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #errors = '';

  /** `environment` is added to that of this process. */
  constructor(settings: ServerSettings, environment: Readonly<Record<string, string>> = {}) {
    this.#settings = settings;
    this.#environment = environment;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#settings.port}/sync`;
  }

  /** What it wrote to stderr: nothing, when all is well. */
  get errors(): string {
    return this.#errors;
  }

  /** What it holds at this moment, and the errors of this life that nobody handled. */
  async held(): Promise<unknown> {
    return this.#ask('held');
  }

  /** Lets it die, or stop, the next time it comes to a point. */
  async arm(point: CrashPoint, how: 'SIGKILL' | 'SIGSTOP'): Promise<void> {
    // It may come to the point before it can answer.
    await this.#ask(`arm/${point}/${how}`).catch(() => {});
  }

  /** Merges a map's log as an idle map's is; the answer may never come when a point is armed. */
  async compact(mapId: string): Promise<unknown> {
    return this.#ask(`compact/${mapId}`);
  }

  /** Makes a map; says whether it was the first. */
  async create(mapId: string): Promise<unknown> {
    return this.#ask(`create/${mapId}`);
  }

  /** Edits a map as a program does; `taken`, or the code of the refusal. */
  async edit(mapId: string): Promise<unknown> {
    return this.#ask(`edit/${mapId}`);
  }

  /** What waits for the log. */
  async backlog(): Promise<Backlog> {
    return (await this.#ask('backlog')) as Backlog;
  }

  /** What it holds once it has looked after its maps. */
  async memory(): Promise<Memory> {
    return (await this.#ask('memory')) as Memory;
  }

  /** How many sockets it has. */
  async sockets(): Promise<number> {
    return Number(await this.#ask('sockets'));
  }

  /** Where it listens. */
  get port(): number {
    return this.#settings.port;
  }

  /** Memory it takes, in MB. */
  get rssMegabytes(): number {
    const [, kilobytes = '0'] =
      /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  }

  /** What time it takes it to be, in milliseconds. */
  async time(): Promise<number> {
    return Number(await this.#ask('time'));
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', entry, JSON.stringify(this.#settings)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#environment },
    });
    this.#child = child;
    child.stderr.on('data', (text: Buffer) => {
      this.#errors += text.toString();
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the server did not start: ${this.#errors}`)),
        startMsMax,
      );
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the server ended with ${code}: ${this.#errors}`));
      });
      child.stdout.once('data', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await this.died();
  }

  /** Resolves once it is dead, by whatever hand. */
  async died(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    if (child.exitCode === null && child.signalCode === null)
      await once(child, 'exit', { signal: AbortSignal.timeout(startMsMax) });
    this.#child = null;
  }

  /** Whether it stands still, by a signal to itself. */
  get stopped(): boolean {
    const pid = this.#child?.pid;
    return pid !== undefined && / T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Rejects at once when the process dies over it. */
  #ask(what: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = get(
        { host: '127.0.0.1', port: this.#settings.port, path: `/${what}`, agent: false },
        (answer) => json(answer).then(resolve, reject),
      );
      request.setTimeout(startMsMax, () => request.destroy(new Error(`no answer to ${what}`)));
      request.on('error', reject);
      request.on('close', () => reject(new Error('the server died')));
    });
  }
}
