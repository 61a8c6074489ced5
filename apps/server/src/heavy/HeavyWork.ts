import { Worker } from 'node:worker_threads';
import type { Roots } from '@jejak/document-lives';
import { heavyLimits } from '@jejak/protocol';
import type { WalkOptions } from '@jejak/update-guard';
import type { HeavyAnswer, HeavyAnswers, HeavyJob } from './heavyJobs.ts';
import type { TrialAnswer } from './tryHeavy.ts';

/** A large update and what it is tried on. */
export interface HeavyTask {
  readonly userId: string;
  readonly update: Uint8Array;
  readonly walk: WalkOptions;
  /** The document as one update; asked for when its turn has come. */
  readonly state: () => Uint8Array;
}

/** How trying a large update ended. */
export type HeavyOutcome = TrialAnswer | NoAnswer;

/** Why there is no answer. */
export type NoAnswer =
  /** It took more memory or time than any honest work. */
  | { readonly kind: 'tooHeavy' }
  /** Too many wait, this one waited too long, or the server ends: later. */
  | { readonly kind: 'busy' };

/** A document whose content is to be written or compared. */
export interface DocumentTask {
  readonly docId: string;
  /** The document as one update. */
  readonly state: Uint8Array;
  readonly roots: Roots;
}

interface Request {
  /** Of one owner a bounded number waits. */
  readonly owner: string;
  readonly bytes: number;
  readonly job: () => HeavyJob;
}

interface Waiting {
  readonly request: Request;
  readonly settle: (outcome: HeavyAnswer | NoAnswer) => void;
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
 * Does what is large, one job after the other, in a thread with limits on memory and time, so that no message and no
 * document can stop the server or end it. The thread is started when it is needed and ended when it is idle, exceeds a limit, or on `close`.
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

  /** How many wait for the thread. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Tries an update; never rejects. */
  try({ userId, update, walk, state }: HeavyTask): Promise<HeavyOutcome> {
    const job = (): HeavyJob => ({ kind: 'try', update, walk, state: state() });
    return this.#ask<'try'>({ owner: userId, bytes: update.byteLength, job });
  }

  /** The same content under a new epoch, without its past (`beginAnew`); never rejects. */
  beginAnew(task: DocumentTask, epoch: number): Promise<HeavyAnswers['beginAnew'] | NoAnswer> {
    const { docId, state, roots } = task;
    return this.#ask<'beginAnew'>({
      owner: docId,
      bytes: state.byteLength,
      job: () => ({ kind: 'beginAnew', state, epoch, roots }),
    });
  }

  /** What updates do to the content of a document (`changesOf`); never rejects. */
  changesOf(task: DocumentTask, updates: readonly Uint8Array[]): Promise<HeavyAnswers['changes'] | NoAnswer> {
    const { docId, state, roots } = task;
    return this.#ask<'changes'>({
      owner: docId,
      bytes: state.byteLength,
      job: () => ({ kind: 'changes', state, updates, roots }),
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

  #ask<Kind extends keyof HeavyAnswers>(request: Request): Promise<HeavyAnswers[Kind] | NoAnswer> {
    if (this.#closed || !this.#hasRoomFor(request)) return Promise.resolve({ kind: 'busy' });
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        settle({ kind: 'busy' });
      }, this.#limits.waitMsMax);
      // The thread answers what it was asked: the kind of the job is the kind of the answer.
      const settle = resolve as Waiting['settle'];
      const waiting: Waiting = { request, settle, late };
      this.#waiting.push(waiting);
      void this.#work();
    });
  }

  #hasRoomFor(request: Request): boolean {
    const { queueMax, queueBytesMax, perUserMax } = this.#limits;
    const bytes = this.#waiting.reduce((sum, { request: one }) => sum + one.bytes, 0);
    const ofOwner = this.#waiting.filter(({ request: one }) => one.owner === request.owner).length;
    return this.#waiting.length < queueMax && bytes + request.bytes <= queueBytesMax && ofOwner < perUserMax;
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      clearTimeout(next.late);
      next.settle(await this.#run(next.request));
    }
    this.#busy = false;
    if (this.#closed || this.#worker === null) return;
    this.#idle = setTimeout(() => void this.#endWorker(), this.#limits.idleMs);
    this.#idle.unref();
  }

  async #run(request: Request): Promise<HeavyAnswer | NoAnswer> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    try {
      const worker = this.#worker ?? (await this.#start());
      if (worker === null) return { kind: 'busy' };
      const job = request.job();
      const answer = this.#answerOf(worker, this.#limits.msMax);
      worker.postMessage(job);
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
