import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./faultServer.ts', import.meta.url));
const startMsMax = 30_000;

/** The server as a process of its own, at the same port each time it is started. */
export class ServerProcess {
  readonly #args: readonly string[];
  readonly #port: number;
  #child: ChildProcess | null = null;
  #errors = '';

  constructor(uri: string, port: number, mapId: string) {
    this.#args = [uri, String(port), mapId];
    this.#port = port;
  }

  /** What it wrote to stderr: nothing, when all is well. */
  get errors(): string {
    return this.#errors;
  }

  /** What it holds at this moment, and the errors of this life that nobody handled. */
  async held(): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.#port}/`, {
      signal: AbortSignal.timeout(startMsMax),
    });
    return answer.json();
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', entry, ...this.#args], {
      stdio: ['ignore', 'pipe', 'pipe'],
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
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.#child = null;
  }
}
