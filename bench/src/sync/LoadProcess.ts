import { type ChildProcess, fork } from 'node:child_process';
import { cpuSeconds } from '../cpuSeconds.ts';
import type { FromLoad, Job, Phase, PhaseResult, ToLoad } from './Job.ts';

const answerMsMax = 60_000;

/** A phase with what it cost the server. */
export interface MeasuredPhase extends PhaseResult {
  /** Processor seconds of the server's processes while measuring. */
  readonly serverCpu: number;
}

/** A load generator in a process of its own. */
export class LoadProcess {
  readonly #child: ChildProcess;
  readonly #serverPids: readonly number[];

  private constructor(child: ChildProcess, serverPids: readonly number[]) {
    this.#child = child;
    this.#serverPids = serverPids;
  }

  /** Starts a generator and connects all clients of a job. */
  static async start(job: Job, serverPids: readonly number[]): Promise<LoadProcess> {
    const child = fork(new URL('./load.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    });
    const load = new LoadProcess(child, serverPids);
    try {
      await load.#ask({ job }, (message) => ('ready' in message ? true : undefined));
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return load;
  }

  async run(phase: Phase): Promise<MeasuredPhase> {
    let before = 0;
    let serverCpu = 0;
    const cpu = () => this.#serverPids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    const result = await this.#ask({ phase }, (message) => {
      if ('measuring' in message) {
        if (message.measuring) before = cpu();
        else serverCpu = cpu() - before;
      }
      return 'result' in message ? message.result : undefined;
    });
    return { ...result, serverCpu };
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#child.once('exit', () => resolve());
    });
    this.#child.send({ done: true } satisfies ToLoad);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }

  #ask<T>(message: ToLoad, read: (message: FromLoad) => T | undefined): Promise<T> {
    const child = this.#child;
    return new Promise<T>((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
      };
      const fail = (why: string) => {
        finish();
        reject(new Error(why));
      };
      const onMessage = (answer: FromLoad) => {
        if ('error' in answer) return fail(answer.error);
        const value = read(answer);
        if (value === undefined) return;
        finish();
        resolve(value);
      };
      const onExit = () => fail('the load generator ended');
      const timer = setTimeout(() => fail('the load generator took too long'), answerMsMax);
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.send(message);
    });
  }
}
