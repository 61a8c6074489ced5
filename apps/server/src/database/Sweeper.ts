import type { Connection } from 'mongoose';
import { leaseCollection } from './NodeLease.ts';

const sweptEveryMs = 10 * 60_000;
/** A node whose clock is ahead may not delete what still counts elsewhere. */
const keptForMs = 24 * 60 * 60_000;

/** Where records that run out lie, and the field that says when. */
const expiring = [
  { collection: 'session', field: 'expiresAt' },
  { collection: 'tickets', field: 'expiresAt' },
  { collection: 'attempts', field: 'resetAt' },
  { collection: leaseCollection, field: 'at' },
] as const;

interface ExpirySweeperOptions {
  readonly connection: Connection;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

/**
 * Deletes sessions, tickets and counted attempts that ran out a day ago, and what nodes left that crashed. The embedded
 * engine does not do so by itself, as MongoDB does by its indexes. Nobody is admitted by a record that ran out, swept or
 * not: this only saves space.
 */
export class ExpirySweeper {
  readonly #options: ExpirySweeperOptions;
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> | null = null;

  constructor(options: ExpirySweeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.sweep(), sweptEveryMs);
    this.#timer.unref();
  }

  /** Stops, and waits for a sweep that is under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#sweeping;
  }

  /** Sweeps now; a sweep that is under way is waited for instead of doubled. Never rejects: the next one may succeed. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepAll()
      .catch(this.#options.report)
      .finally(() => {
        this.#sweeping = null;
      });
    return this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    const { connection, now } = this.#options;
    const before = new Date(now().getTime() - keptForMs);
    for (const { collection, field } of expiring)
      await connection.collection(collection).deleteMany({ [field]: { $lt: before } });
  }
}
