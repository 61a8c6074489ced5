import { Worker } from 'node:worker_threads';
import type { heavyLimits } from '@jejak/protocol';
import type { HeavyAnswer, HeavyJob } from './heavyJobs.ts';
import { threadCpuMs } from './threadClock.ts';

/** Limits of a thread. */
export type ThreadLimits = {
  readonly [Name in 'heapMiB' | 'cpuMsMax' | 'msMax' | 'startMsMax']: (typeof heavyLimits)[Name] | number;
};

/** Why there is no answer. */
export type NoAnswer =
  /** It took more memory or processor time than any honest work. */
  | { readonly kind: 'tooHeavy' }
  /** The thread ended, or got too little of the processor: nothing is known about the work. */
  | { readonly kind: 'busy' };

interface Ready {
  readonly kind: 'ready';
  /** See `ownThreadClock`. */
  readonly clock: string | null;
}

type Said = HeavyAnswer | NoAnswer | Ready;

interface Wait {
  readonly msMax: number;
  readonly cpuMsMax: number | null;
}

const busy = { kind: 'busy' } as const;
const tooHeavy = { kind: 'tooHeavy' } as const;
const lookAgainMs = 20;

/**
 * One thread that does heavy work, one job at a time. Its limit is processor time, not time: on a starved machine honest
 * work takes long, and is no fault of whoever sent it.
 */
export class HeavyThread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  #alive = true;
  #clock: string | null = null;

  /** `report` hears why it ended before its time. */
  constructor(limits: ThreadLimits, report: (error: unknown) => void) {
    this.#limits = limits;
    this.#worker = startWorker(limits.heapMiB);
    this.#worker.on('error', report);
    this.#worker.once('exit', () => {
      this.#alive = false;
    });
  }

  /** Whether it can still be asked. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Whether it has come up, in time. */
  async ready(): Promise<boolean> {
    const said = await this.#next({ msMax: this.#limits.startMsMax, cpuMsMax: null });
    if (said.kind !== 'ready') return false;
    this.#clock = said.clock;
    return true;
  }

  /** Does one job; never rejects. After `tooHeavy` and `busy` the thread must be ended. */
  async do(job: HeavyJob): Promise<HeavyAnswer | NoAnswer> {
    const next = this.#next(this.#limits);
    this.#worker.postMessage(job);
    const said = await next;
    return said.kind === 'ready' ? busy : said;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** What it says next, or that it has ended or goes beyond a limit. */
  #next({ msMax, cpuMsMax }: Wait): Promise<Said> {
    const worker = this.#worker;
    const startedAt = performance.now();
    const startCpuMs = threadCpuMs(this.#clock) ?? 0;
    return new Promise((resolve) => {
      const end = (said: Said): void => {
        clearTimeout(timer);
        worker.off('message', end);
        worker.off('error', failed);
        worker.off('exit', gone);
        resolve(said);
      };
      const gone = (): void => end(busy);
      const failed = (error: unknown): void => end(isOutOfMemory(error) ? tooHeavy : busy);
      const look = (): void => {
        const left = msMax - (performance.now() - startedAt);
        const used = (threadCpuMs(this.#clock) ?? startCpuMs) - startCpuMs;
        // No thread runs longer than time passes.
        const cpuLeft = cpuMsMax === null ? msMax : cpuMsMax - used;
        if (cpuLeft <= 0) end(tooHeavy);
        else if (left <= 0) end(busy);
        else timer = setTimeout(look, Math.min(left, Math.max(cpuLeft, lookAgainMs)));
      };
      let timer = setTimeout(look, Math.min(msMax, cpuMsMax ?? msMax));
      worker.on('message', end);
      worker.on('error', failed);
      worker.on('exit', gone);
      if (!this.#alive) gone();
    });
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Beside this file in the sources, beside the bundle in production. */
function startWorker(heapMiB: number): Worker {
  return new Worker(new URL('./heavyWorker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32 },
  });
}
