interface Waiter {
  readonly position: number;
  readonly done: (seq: number) => void;
  readonly failed: () => void;
}

/**
 * The line between what a room has taken in and what is journaled, both counted in updates. Whoever wants to tell
 * something outside waits here until the line has passed what they know.
 */
export class DurabilityLine {
  #taken = 0;
  #durable = 0;
  #seq: number;
  #waiters: Waiter[] = [];

  constructor(seq: number) {
    this.#seq = seq;
  }

  get taken(): number {
    return this.#taken;
  }

  take(): void {
    this.#taken += 1;
  }

  /** Calls `done` at once when nothing is under way, else when everything taken so far is journaled. */
  wait(done: (seq: number) => void, failed: () => void): void {
    if (this.#durable === this.#taken) done(this.#seq);
    else this.#waiters.push({ position: this.#taken, done, failed });
  }

  /** Moves the line; waiters are called in the order they came. */
  advance(position: number, seq: number): void {
    this.#durable = position;
    this.#seq = seq;
    let count = 0;
    for (const waiter of this.#waiters) {
      if (waiter.position > position) break;
      count += 1;
    }
    for (const waiter of this.#waiters.splice(0, count)) waiter.done(seq);
  }

  /** The log moved by what others wrote. */
  observe(seq: number): void {
    this.#seq = seq;
  }

  /** What was taken up to `position` will never be journaled. */
  drop(position: number): void {
    const dropped = this.#waiters.filter((waiter) => waiter.position <= position);
    this.#waiters = this.#waiters.filter((waiter) => waiter.position > position);
    this.#durable = position;
    for (const waiter of dropped) waiter.failed();
  }

  failAll(): void {
    this.drop(this.#taken);
  }
}
