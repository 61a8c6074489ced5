import type { Receiver } from './Receiver.ts';

/** An update that is in the live document and not journaled yet. */
export interface Taken {
  readonly update: Uint8Array;
  readonly from: Receiver | null;
  readonly changedIds: readonly string[];
}

const limits = {
  count: 1_000,
  bytes: 4 * 1024 * 1024,
  /** Sockets are paused at the limit; what they had read already may still come. */
  slack: 2,
  batchCount: 5_000,
} as const;

/** What waits for the log, in the order it was applied, and what is on its way there. */
export class TakenQueue {
  #waiting: Taken[] = [];
  #bytes = 0;
  #inFlight: readonly Taken[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  get empty(): boolean {
    return this.#waiting.length === 0 && this.#inFlight.length === 0;
  }

  /** Whether whoever submits should pause. */
  get congested(): boolean {
    return this.#waiting.length >= limits.count || this.#bytes >= limits.bytes;
  }

  /** Whether nothing more is taken. */
  get full(): boolean {
    return this.#waiting.length >= limits.count * limits.slack || this.#bytes >= limits.bytes * limits.slack;
  }

  push(taken: Taken): void {
    this.#waiting.push(taken);
    this.#bytes += taken.update.byteLength;
  }

  /** Takes as much as fits into one entry; it counts as under way until `landed`. */
  takeBatch(): readonly Taken[] {
    let bytes = 0;
    let count = 0;
    for (const taken of this.#waiting) {
      bytes += taken.update.byteLength;
      if (count > 0 && (bytes > limits.bytes || count >= limits.batchCount)) break;
      count += 1;
    }
    const batch = this.#waiting.splice(0, count);
    for (const taken of batch) this.#bytes -= taken.update.byteLength;
    this.#inFlight = batch;
    return batch;
  }

  landed(): void {
    this.#inFlight = [];
  }

  /** Everything that is not journaled, in order. */
  all(): readonly Taken[] {
    return [...this.#inFlight, ...this.#waiting];
  }

  clear(): void {
    this.#inFlight = [];
    this.#waiting = [];
    this.#bytes = 0;
  }
}
