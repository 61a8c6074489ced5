import type { ActorRef } from '@jejak/access';
import type { Receiver } from './Receiver.ts';

/** An update that is in the live document and not journaled yet. */
export interface Taken {
  readonly update: Uint8Array;
  readonly from: Receiver | null;
  /** Whose it is; null: the server's own. */
  readonly by: ActorRef | null;
  readonly changedIds: readonly string[];
  /** Clients of whom the document held nothing before. */
  readonly newClients: readonly number[];
}

const limits = {
  count: 1_000,
  bytes: 4 * 1024 * 1024,
  /** Sockets are paused at the limit; what they had read already may still come. */
  slack: 2,
  batchCount: 5_000,
} as const;

/** What waits for the log, as others may see it. */
export interface Backlog {
  readonly length: number;
  readonly bytes: number;
  /** When the append that is under way began; null when none is. */
  readonly appendingSince: number | null;
}

/** What waits for the log, in the order it was applied, and what is on its way there. */
export class TakenQueue implements Backlog {
  #waiting: Taken[] = [];
  #bytes = 0;
  #inFlight: readonly Taken[] = [];
  #appendingSince: number | null = null;

  get length(): number {
    return this.#waiting.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get appendingSince(): number | null {
    return this.#appendingSince;
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
  takeBatch(now: number): readonly Taken[] {
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
    this.#appendingSince ??= now;
    return batch;
  }

  /** What was under way did not land: it comes first again, and counts as waiting since it was first tried. */
  putBack(): void {
    this.#waiting = [...this.#inFlight, ...this.#waiting];
    for (const { update } of this.#inFlight) this.#bytes += update.byteLength;
    this.#inFlight = [];
  }

  landed(): void {
    this.#inFlight = [];
    this.#appendingSince = null;
  }

  /** Everything that is not journaled, in order. */
  all(): readonly Taken[] {
    return [...this.#inFlight, ...this.#waiting];
  }

  clear(): void {
    this.landed();
    this.#waiting = [];
    this.#bytes = 0;
  }
}
