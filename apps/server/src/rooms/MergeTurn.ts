/** A merge that takes longer hangs: it is waited for no more, and says nothing about how long merging takes. */
const mergeMsMax = 60_000;

/**
 * When a process may merge one more log: reading what happened, encoding and saving a document take long, and many busy
 * documents reach their size at once. One is merged at a time, with a rest behind it that grows with how long it took.
 */
export class MergeTurn {
  readonly #now: () => number;
  /** When the merges that are under way began, in milliseconds. */
  readonly #underWay = new Set<{ readonly since: number }>();
  /** The longest of the last merges that overlapped, and when the last of them ended. */
  #tookMs = 0;
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether nothing is merged, and so many times as long as the last merge took have passed since. */
  isFree(restTimes: number): boolean {
    return !this.#isBusy && this.#now() >= this.#endedAt + restTimes * this.#tookMs;
  }

  /** Takes it, whether or not it is free, until the returned function is called. */
  take(): () => void {
    const merge = { since: this.#now() };
    if (!this.#isBusy) this.#tookMs = 0;
    this.#underWay.add(merge);
    return () => {
      if (!this.#underWay.delete(merge)) return;
      const now = this.#now();
      const took = now - merge.since;
      if (took > mergeMsMax) return;
      this.#endedAt = now;
      this.#tookMs = Math.max(this.#tookMs, took);
    };
  }

  get #isBusy(): boolean {
    const from = this.#now() - mergeMsMax;
    for (const { since } of this.#underWay) if (since >= from) return true;
    return false;
  }
}
