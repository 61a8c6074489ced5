import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { ownThreadClock, threadCpuMs } from '../../src/heavy/threadClock.ts';

/** What a process did since it was last asked. */
export interface Turns {
  /** The most processor time its main thread took in one turn of the event loop, in milliseconds. */
  readonly longestCpuMs: number;
  /** The longest its event loop was held up, whoever had the processor. */
  readonly longestDelayMs: number;
  readonly rssBytes: number;
}

const everyMs = 1;

/**
 * Measures how long a process lets others wait. A busy machine takes the processor away and makes turns long; the time
 * they take of the processor stays what it is, so that is what a bound can be held against.
 */
export class TurnWatch {
  readonly #clock = ownThreadClock();
  readonly #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 5 });
  readonly #timer: NodeJS.Timeout;
  #longest = 0;
  #last: number;

  /** Measures the thread that makes it. */
  constructor() {
    this.#last = this.#now();
    this.#delay.enable();
    this.#timer = setInterval(() => this.#look(), everyMs);
  }

  /** After a garbage collection, where the process may ask for one. */
  take(): Turns {
    this.#look();
    const said = { longestCpuMs: this.#longest, longestDelayMs: this.#delay.max / 1e6 };
    for (let round = 0; round < 3; round++) globalThis.gc?.();
    this.#last = this.#now();
    this.#longest = 0;
    this.#delay.reset();
    return { ...said, rssBytes: process.memoryUsage().rss };
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  #look(): void {
    const now = this.#now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }

  /** Processor time of the thread; where the system does not tell, that of the process. */
  #now(): number {
    const { user, system } = process.cpuUsage();
    return threadCpuMs(this.#clock) ?? (user + system) / 1_000;
  }
}
