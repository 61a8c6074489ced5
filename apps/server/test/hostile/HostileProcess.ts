import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { threadCpuMs } from '../../src/heavy/threadClock.ts';
import type { Turns } from './TurnWatch.ts';

/** Where an attacked process is found. */
export interface HostileFacts {
  /** Sign-in by query: `?as=<user>`. */
  readonly syncUrl: string;
  readonly syncPort: number;
  readonly mapId: string;
  /** One for each heavy case. */
  readonly heavyMapIds: readonly string[];
  readonly heavyEpochs: readonly number[];
  /** The whole front door, and the cookie of an editor there. */
  readonly doorUrl: string;
  readonly cookie: string;
  /** See `ownThreadClock`: of its main thread. */
  readonly threadClock: string | null;
}

/** What an attacked process is told to do before it says how it is. */
export interface Order {
  readonly order: 'nothing' | 'spin' | 'hold';
  /** Milliseconds, or bytes. */
  readonly amount: number;
}

/** How an attacked process is. */
export interface Condition extends Turns {
  readonly unhandled: number;
  readonly sockets: number;
  /** Whether its map holds what waits for its ground. */
  readonly pending: number;
}

const startMsMax = 110_000;
const entry = fileURLToPath(new URL('./hostileServer.ts', import.meta.url));

/** A server as a process of its own, to be attacked and measured. */
export class HostileProcess {
  readonly #child: ChildProcess;
  readonly facts: HostileFacts;
  #errors = '';

  private constructor(child: ChildProcess, facts: HostileFacts) {
    this.#child = child;
    this.facts = facts;
    child.stderr?.on('data', (text: Buffer) => {
      this.#errors += text.toString();
    });
  }

  static async start(): Promise<HostileProcess> {
    const child = fork(entry, { execArgv: ['--expose-gc', '--import', 'tsx'], silent: true });
    let errors = '';
    const read = (text: Buffer): void => {
      errors += text.toString();
    };
    child.stderr?.on('data', read);
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the server ended: ${errors}`);
    });
    const said = once(child, 'message', { signal: AbortSignal.timeout(startMsMax) });
    ended.catch(() => {});
    try {
      const [facts] = await Promise.race([said, ended]);
      child.stderr?.off('data', read);
      return new HostileProcess(child, facts as HostileFacts);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** What it wrote to stderr since it is up. */
  get errors(): string {
    return this.#errors;
  }

  /** Whether it lives. */
  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Processor time of its main thread, in milliseconds: exact while it has nothing to do. */
  get cpuMs(): number {
    return threadCpuMs(this.facts.threadClock) ?? 0;
  }

  /** How it was since it was last asked. */
  async condition(order: Order = { order: 'nothing', amount: 0 }): Promise<Condition> {
    const said = once(this.#child, 'message', { signal: AbortSignal.timeout(startMsMax) });
    this.#child.send(order);
    const [condition] = await said;
    return condition as Condition;
  }

  async kill(): Promise<void> {
    if (!this.alive) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
