/** A merge that takes longer is waited for no more, and others rest no longer for it. */
const mergeMsMax = 60_000;
const allRestTimes = [0, 1, 3] as const;

/** For how many times as long as a merge took others rest. */
export type RestTimes = (typeof allRestTimes)[number];

/**
 * When a process may merge one more log: reading what happened, encoding and saving a document take long, and many busy
 * documents reach their size at once. One is merged at a time, with a rest behind it that grows with how long it took.
 */
export class MergeTurn {
  readonly #now: () => number;
  /** When the merges that are under way began, in milliseconds. */
  readonly #underWay = new Set<{ readonly since: number }>();
  readonly #restUntil = new Map<RestTimes, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether nothing is merged, and each merge is over for so many times as long as it took. */
  isFree(restTimes: RestTimes): boolean {
    const now = this.#now();
    for (const { since } of this.#underWay) if (now - since <= mergeMsMax) return false;
    return now >= (this.#restUntil.get(restTimes) ?? now);
  }

  /** Takes it, whether or not it is free, until the returned function is called. */
  take(): () => void {
    const merge = { since: this.#now() };
    this.#underWay.add(merge);
    return () => {
      this.#underWay.delete(merge);
      const now = this.#now();
      const took = Math.min(now - merge.since, mergeMsMax);
      for (const times of allRestTimes)
        this.#restUntil.set(times, Math.max(this.#restUntil.get(times) ?? now, now + times * took));
    };
  }
}
