/** What may happen how often: fills evenly up to a burst. */
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
  waitMs(count: number): number {
    const missing = Math.min(count, this.#burst) - this.#fill();
    // Rounded, or what is left of a fraction would wait for no time at all.
    return missing <= 1e-9 ? 0 : Math.ceil(missing / this.#perMs);
  }

  /** Counts, whether there is room or not. */
  take(count: number): void {
    this.#tokens = this.#fill() - count;
  }

  /** Whether nothing was taken for so long that the bucket is full again. */
  get full(): boolean {
    return this.#fill() >= this.#burst;
  }

  #fill(): number {
    const now = this.#now();
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    return this.#tokens;
  }
}
