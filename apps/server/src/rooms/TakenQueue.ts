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
  /** What is not journaled, in order. */
  readonly updates: readonly Uint8Array[];
}

/** An update that changes nothing. */
const nothing = new Uint8Array([0, 0]);

/** What waits for the log, in the order it was applied, and what is on its way there. */
export class TakenQueue implements Backlog {
  #waiting: Taken[] = [];
  #bytes = 0;
  #inFlight: readonly Taken[] = [];
  #appendingSince: number | null = null;
  /** Under which condition some of it may be journaled. */
  readonly #conditions = new Map<Taken, () => boolean>();

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

  get updates(): readonly Uint8Array[] {
    return this.all().map(({ update }) => update);
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

  /** What `take` brings is journaled only while the condition holds, if there is one. */
  onlyWhile(holds: (() => boolean) | null, take: () => void): void {
    const position = this.#waiting.length;
    take();
    if (holds !== null) for (const taken of this.#waiting.slice(position)) this.#conditions.set(taken, holds);
  }

  /** Empties what has lost its condition and keeps its place; answers whether there was any. */
  giveUpBroken(): boolean {
    if (this.#conditions.size === 0) return false;
    const broken = new Set([...this.#conditions].filter(([, holds]) => !holds()).map(([taken]) => taken));
    if (broken.size === 0) return false;
    for (const taken of broken) this.#conditions.delete(taken);
    this.#waiting = this.#waiting.map((taken) => (broken.has(taken) ? { ...taken, update: nothing } : taken));
    return true;
  }

  landed(): void {
    for (const taken of this.#inFlight) this.#conditions.delete(taken);
    this.#inFlight = [];
    this.#appendingSince = null;
  }

  /** Everything that is not journaled, in order. */
  all(): readonly Taken[] {
    return [...this.#inFlight, ...this.#waiting];
  }

  clear(): void {
    this.landed();
    this.#conditions.clear();
    this.#waiting = [];
    this.#bytes = 0;
  }
}
