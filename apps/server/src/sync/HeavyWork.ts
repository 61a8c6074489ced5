import { Worker } from 'node:worker_threads';
import { heavyLimits } from '@jejak/protocol';
import type { WalkOptions } from '@jejak/update-guard';
import type { HeavyAnswer } from './tryHeavy.ts';

/** A large update and what it is tried on. */
export interface HeavyTask {
  readonly userId: string;
  readonly update: Uint8Array;
  readonly walk: WalkOptions;
  /** The document as one update; asked for when its turn has come. */
  readonly state: () => Uint8Array;
}

/** How trying a large update ended. */
export type HeavyOutcome =
  | HeavyAnswer
  /** It took more memory or time than any honest work. */
  | { readonly kind: 'tooHeavy' }
  /** Too many wait, this one waited too long, or the server ends: later. */
  | { readonly kind: 'busy' };

interface Waiting {
  readonly task: HeavyTask;
  readonly settle: (outcome: HeavyOutcome) => void;
  readonly late: NodeJS.Timeout;
}

/** Limits of the thread that tests may lower. */
export type HeavyLimits = { readonly [Name in keyof typeof heavyLimits]: number };

/** What `HeavyWork` is made of. */
export interface HeavyWorkOptions {
  readonly limits?: Partial<HeavyLimits>;
  /** Hears why the thread ended before its time. */
  readonly report: (error: unknown) => void;
}

/**
 * Tries large updates one after the other in a thread with limits on memory and time, so that no message can stop the
 * server or end it. The thread is started when it is needed and ended when it is idle, exceeds a limit, or on `close`.
 */
export class HeavyWork {
  readonly #limits: HeavyLimits;
  readonly #report: (error: unknown) => void;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;
  #busy = false;
  #idle: NodeJS.Timeout | null = null;
  #giveUp: (() => void) | null = null;
  #closed = false;

  constructor(options: HeavyWorkOptions) {
    this.#limits = { ...heavyLimits, ...options.limits };
    this.#report = options.report;
  }

  /** Tries an update; never rejects. */
  try(task: HeavyTask): Promise<HeavyOutcome> {
    if (this.#closed || !this.#hasRoomFor(task)) return Promise.resolve({ kind: 'busy' });
    return new Promise((settle) => {
      const late = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        settle({ kind: 'busy' });
      }, this.#limits.waitMsMax);
      const waiting: Waiting = { task, settle, late };
      this.#waiting.push(waiting);
      void this.#work();
    });
  }

  /** Ends the thread; who waits is told to come later. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { late, settle } of this.#waiting.splice(0)) {
      clearTimeout(late);
      settle({ kind: 'busy' });
    }
    this.#giveUp?.();
    await this.#endWorker();
  }

  #hasRoomFor(task: HeavyTask): boolean {
    const { queueMax, queueBytesMax, perUserMax } = this.#limits;
    const bytes = this.#waiting.reduce((sum, { task: one }) => sum + one.update.byteLength, 0);
    const ofUser = this.#waiting.filter(({ task: one }) => one.userId === task.userId).length;
    return (
      this.#waiting.length < queueMax &&
      bytes + task.update.byteLength <= queueBytesMax &&
      ofUser < perUserMax
    );
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      clearTimeout(next.late);
      next.settle(await this.#run(next.task));
    }
    this.#busy = false;
    if (this.#closed || this.#worker === null) return;
    this.#idle = setTimeout(() => void this.#endWorker(), this.#limits.idleMs);
    this.#idle.unref();
  }

  async #run(task: HeavyTask): Promise<HeavyOutcome> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    try {
      const worker = this.#worker ?? (await this.#start());
      if (worker === null) return { kind: 'busy' };
      const { update, walk } = task;
      const answer = this.#answerOf(worker, this.#limits.msMax);
      worker.postMessage({ update, walk, state: task.state() });
      const outcome = await answer;
      if (outcome === null) await this.#endWorker();
      return outcome === null ? { kind: this.#closed ? 'busy' : 'tooHeavy' } : outcome;
    } catch (error) {
      // The document it was to be tried on is gone, or a thread cannot be started now.
      this.#report(error);
      await this.#endWorker();
      return { kind: 'busy' };
    }
  }

  async #start(): Promise<Worker | null> {
    const worker = startWorker(this.#limits.heapMiB);
    this.#worker = worker;
    // That it ended is noticed where an answer is waited for.
    worker.on('error', this.#report);
    const ready = await this.#answerOf(worker, this.#limits.startMsMax);
    if (ready !== null && !this.#closed) return worker;
    await this.#endWorker();
    return null;
  }

  /** The next message of the thread; null when it ends, takes too long, or is no longer wanted. */
  #answerOf(worker: Worker, msMax: number): Promise<HeavyAnswer | null> {
    return new Promise((resolve) => {
      const end = (answer: HeavyAnswer | null): void => {
        clearTimeout(timer);
        worker.off('message', end);
        worker.off('exit', gone);
        this.#giveUp = null;
        resolve(answer);
      };
      const gone = (): void => end(null);
      const timer = setTimeout(gone, msMax);
      worker.on('message', end);
      worker.on('exit', gone);
      this.#giveUp = gone;
    });
  }

  async #endWorker(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** Beside this file in the sources, beside the bundle in production. */
function startWorker(heapMiB: number): Worker {
  return new Worker(new URL('./heavyWorker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32 },
  });
}
