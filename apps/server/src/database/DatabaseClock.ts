import type { Connection } from 'mongoose';

const measuredEveryMs = 60_000;
/** A slower answer tells too little about the moment it speaks of. */
const answerMsMax = 1_000;
/** From here on somebody should look at this machine's clock. */
const skewToldMs = 5_000;

interface DatabaseClockOptions {
  /** Asks the database what time it is. */
  readonly ask: () => Promise<Date>;
  /** Time that only goes forward, in milliseconds. */
  readonly elapsed: () => number;
  /** The clock of this machine, in milliseconds. */
  readonly local: () => number;
  readonly log: { warn(entry: Readonly<Record<string, unknown>>, message: string): void };
}

/**
 * The time of the database: the same on every node, whatever the clocks of their machines say and however they are
 * set meanwhile. What one node lets run out has then run out on all [DB5].
 */
export class DatabaseClock {
  readonly #options: DatabaseClockOptions;
  /** What has to be added to `elapsed`. */
  #offset = 0;
  #timer: NodeJS.Timeout | null = null;
  #measuring: Promise<void> | null = null;

  constructor(options: DatabaseClockOptions) {
    this.#options = options;
  }

  /** Rejects when the database cannot be asked: without its time nothing may be judged. */
  async start(): Promise<void> {
    await this.measure(Number.POSITIVE_INFINITY);
    this.#timer ??= setInterval(() => {
      this.#measuring = this.measure(answerMsMax)
        .catch(() => {})
        .finally(() => {
          this.#measuring = null;
        });
    }, measuredEveryMs);
    this.#timer.unref();
  }

  /** Stops, and waits for a question that is under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#measuring;
  }

  now(): Date {
    return new Date(this.#offset + this.#options.elapsed());
  }

  /** How far the clock of this machine is ahead, in milliseconds. */
  get skewMs(): number {
    return this.#options.local() - this.#offset - this.#options.elapsed();
  }

  /** Compares now; an answer that took longer than `msMax` changes nothing. */
  async measure(msMax: number): Promise<void> {
    const { ask, elapsed, log } = this.#options;
    const asked = elapsed();
    const told = await ask();
    const took = elapsed() - asked;
    if (took > msMax) return;
    this.#offset = told.getTime() - asked - took / 2;
    const skewSeconds = Math.round(this.skewMs / 1000);
    if (Math.abs(this.skewMs) > skewToldMs) log.warn({ skewSeconds }, 'the clock of this machine is wrong');
  }
}

/** What time it is for a database. */
export async function timeOfDatabase({ db }: Pick<Connection, 'db'>): Promise<Date> {
  const [answer] =
    (await db?.aggregate([{ $documents: [{}] }, { $project: { now: '$$NOW' } }]).toArray()) ?? [];
  const now: unknown = answer?.now;
  if (!(now instanceof Date)) throw new Error('The database did not tell the time.');
  return now;
}
