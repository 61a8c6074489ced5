import type { Roots } from '@jejak/document-lives';
import type { LoggedEntry, ReaderStart } from '@jejak/journey-events';
import { heavyLimits } from '@jejak/protocol';
import type { WalkOptions } from '@jejak/update-guard';
import { HeavyThread, type NoAnswer } from './HeavyThread.ts';
import type { HeavyAnswer, HeavyAnswers, HeavyJob } from './heavyJobs.ts';
import type { TrialAnswer } from './tryHeavy.ts';

/** A large update and what it is tried on. */
export interface HeavyTask {
  readonly userId: string;
  readonly update: Uint8Array;
  readonly walk: WalkOptions;
  /** Of how many structs its parts may be. */
  readonly partMax: number;
  /** The document as one update; asked for when its turn has come. */
  readonly state: () => Uint8Array;
}

/** How trying a large update ended; `busy` also when too many wait, it waited too long, or the server ends: later. */
export type HeavyOutcome = TrialAnswer | NoAnswer;

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

/** Limits of queue and thread that tests may lower. */
export type HeavyLimits = { readonly [Name in keyof typeof heavyLimits]: number };

/** What `HeavyWork` is made of. */
export interface HeavyWorkOptions {
  readonly limits?: Partial<HeavyLimits>;
  /** Hears why the thread ended before its time. */
  readonly report: (error: unknown) => void;
}

/**
 * Does what is large, one job after the other, in a thread with limits on memory and time, so that no message and no
 * document can stop the server or end it. The thread is started when it is needed and ended when it is idle, exceeds a
 * limit, or on `close`.
 */
export class HeavyWork {
  readonly #limits: HeavyLimits;
  readonly #report: (error: unknown) => void;
  readonly #waiting: Waiting[] = [];
  #thread: HeavyThread | null = null;
  #busy = false;
  #idle: NodeJS.Timeout | null = null;
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
  try({ userId, update, walk, partMax, state }: HeavyTask): Promise<HeavyOutcome> {
    const job = (): HeavyJob => ({ kind: 'try', update, walk, partMax, state: state() });
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

  /** What happened in these batches of entries of a map's logs (`tellBatches`); never rejects. */
  tell(
    mapId: string,
    start: ReaderStart,
    batches: readonly (readonly LoggedEntry[])[],
    goesOn: boolean,
  ): Promise<HeavyAnswers['tell'] | NoAnswer> {
    const entries = batches.flat();
    const updates = [...start.structure, ...start.content, ...entries.flatMap((entry) => entry.updates)];
    return this.#ask<'tell'>({
      owner: mapId,
      bytes: updates.reduce((sum, { byteLength }) => sum + byteLength, 0),
      job: () => ({ kind: 'tell', start, batches, goesOn }),
    });
  }

  /** Whether nobody waits and the thread is there, begun if need be: who asks next waits for the work alone. */
  async standBy(): Promise<boolean> {
    if (this.#closed || this.#busy || this.#waiting.length > 0) return false;
    this.#busy = true;
    try {
      return this.#thread?.alive === true || (await this.#start()) !== null;
    } catch (error) {
      this.#report(error);
      return false;
    } finally {
      this.#busy = false;
      void this.#work();
    }
  }

  /** Ends the thread; who waits is told to come later. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { late, settle } of this.#waiting.splice(0)) {
      clearTimeout(late);
      settle({ kind: 'busy' });
    }
    await this.#endThread();
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
    if (this.#closed || this.#thread === null) return;
    this.#idle = setTimeout(() => void this.#endThread(), this.#limits.idleMs);
    this.#idle.unref();
  }

  async #run(request: Request): Promise<HeavyAnswer | NoAnswer> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    try {
      // One that died while nobody asked it anything is not asked.
      const thread = this.#thread?.alive === true ? this.#thread : await this.#start();
      if (thread === null) return { kind: 'busy' };
      const outcome = await thread.do(request.job());
      if (outcome.kind === 'tooHeavy' || outcome.kind === 'busy') await this.#endThread();
      return outcome;
    } catch (error) {
      // The document it was to be tried on is gone, or a thread cannot be started now.
      this.#report(error);
      await this.#endThread();
      return { kind: 'busy' };
    }
  }

  async #start(): Promise<HeavyThread | null> {
    const thread = new HeavyThread(this.#limits, this.#report);
    this.#thread = thread;
    if ((await thread.ready()) && !this.#closed) return thread;
    await this.#endThread();
    return null;
  }

  async #endThread(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = null;
    await thread?.end();
  }
}
