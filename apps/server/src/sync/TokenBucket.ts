/** What may happen how often: fills evenly up to a burst. Whoever asks several buckets at once says when it is. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  constructor(rate: { readonly perSecond: number; readonly burst: number }, now: () => number) {
    this.#perMs = rate.perSecond / 1_000;
    this.#burst = rate.burst;
    this.#now = now;
    this.#tokens = rate.burst;
    this.#at = now();
  }

  /** How long until there is room for so much; 0 when there is. More than a burst is let through by a full bucket. */
  waitMs(count: number, now = this.#now()): number {
    const missing = Math.min(count, this.#burst) - this.#fill(now);
    // Rounded, or what is left of a fraction would wait for no time at all.
    return missing <= 1e-9 ? 0 : Math.ceil(missing / this.#perMs);
  }

  /** Counts, whether there is room or not. */
  take(count: number, now = this.#now()): void {
    this.#tokens = this.#fill(now) - count;
  }

  /** Whether nothing was taken for so long that the bucket is full again. */
  get full(): boolean {
    return this.#fill(this.#now()) >= this.#burst;
  }

  #fill(now: number): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    return this.#tokens;
  }
}
