/** Merging takes at most this part of the time. */
const restTimes = 3;

/**
 * When a process may merge one more log: reading what happened, encoding and saving a document take long, and many busy
 * documents reach their size at once. One is merged at a time, with a rest behind it that grows with how long it took.
 */
export class MergeTurn {
  readonly #now: () => number;
  #underWay = 0;
  #restUntil = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  get free(): boolean {
    return this.#underWay === 0 && this.#now() >= this.#restUntil;
  }

  /** Takes it, whether or not it is free, until the returned function is called. */
  take(): () => void {
    const startedAt = this.#now();
    this.#underWay += 1;
    return () => {
      const now = this.#now();
      this.#underWay -= 1;
      this.#restUntil = Math.max(this.#restUntil, now + restTimes * (now - startedAt));
    };
  }
}
