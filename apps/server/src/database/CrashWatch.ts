import type { Db } from 'mongodb';
import { forgetLease, type SeenLeases, seeLeases } from './NodeLease.ts';
import { Sweeper } from './Sweeper.ts';

interface CrashWatchOptions {
  readonly db: Db;
  /** Makes good what nodes that crashed left undone; may run on several nodes at once, and more often than needed. */
  readonly onCrash: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Longer than two renewals that fail: a lease that shows no beat between two looks is that of a node which crashed. */
const lookMs = 20_000;

/** Notices nodes that ended without giving their lease back, whatever the clocks say: by looking twice. */
export class CrashWatch {
  readonly #options: CrashWatchOptions;
  readonly #looks: Sweeper;
  #seen: SeenLeases = new Map();

  constructor(options: CrashWatchOptions) {
    this.#options = options;
    this.#looks = new Sweeper({ everyMs: lookMs, run: () => this.#look(), report: options.report });
  }

  start(): void {
    this.#looks.start();
  }

  /** Stops, and waits for a look that is under way. */
  stop(): Promise<void> {
    return this.#looks.stop();
  }

  /** Looks now; never rejects, as the next look may succeed. */
  look(): Promise<void> {
    return this.#looks.sweep();
  }

  async #look(): Promise<void> {
    const { db, onCrash } = this.#options;
    const before = this.#seen;
    const leases = await seeLeases(db);
    this.#seen = leases;
    const dead = [...leases].filter(([node, beat]) => before.get(node) === beat);
    if (dead.length === 0) return;
    await onCrash();
    // Only now: should this node crash too, another one finds both.
    for (const [node, beat] of dead) await forgetLease(db, node, beat);
  }
}
