import type { ActorRef } from '@jejak/access';
import type { LoggedCall } from '../persistence/UpdateLog.ts';
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
  /** What it came of, where that is kept with it. */
  readonly call?: LoggedCall;
}

/** What is settled about an edit of the server before it is journaled. */
export interface EditTerms {
  /** It is journaled only while this holds. */
  readonly onlyWhile?: (() => boolean) | null;
  /** What is kept with what it wrote; asked once it has run. */
  readonly call?: (() => LoggedCall | null) | null;
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
    this.#bytes += bytesOf(taken);
  }

  /** Takes as much as fits into one entry; it counts as under way until `landed`. */
  takeBatch(now: number): readonly Taken[] {
    let bytes = 0;
    let count = 0;
    for (const taken of this.#waiting) {
      bytes += bytesOf(taken);
      if (count > 0 && (bytes > limits.bytes || count >= limits.batchCount)) break;
      count += 1;
    }
    const batch = this.#waiting.splice(0, count);
    for (const taken of batch) this.#bytes -= bytesOf(taken);
    this.#inFlight = batch;
    this.#appendingSince ??= now;
    return batch;
  }

  /** What was under way did not land: it comes first again, and counts as waiting since it was first tried. */
  putBack(): void {
    this.#waiting = [...this.#inFlight, ...this.#waiting];
    for (const taken of this.#inFlight) this.#bytes += bytesOf(taken);
    this.#inFlight = [];
  }

  /** What `take` brings is journaled on these terms. */
  on({ onlyWhile = null, call = null }: EditTerms, take: () => void): void {
    const position = this.#waiting.length;
    take();
    const [first, ...rest] = this.#waiting.slice(position);
    const kept = first === undefined ? null : (call?.() ?? null);
    if (first === undefined) return;
    const marked = kept === null ? first : { ...first, call: kept };
    this.#waiting[position] = marked;
    this.#bytes += bytesOf(marked) - bytesOf(first);
    if (onlyWhile !== null) for (const taken of [marked, ...rest]) this.#conditions.set(taken, onlyWhile);
  }

  /** Empties what has lost its condition and keeps its place; answers whether there was any. */
  giveUpBroken(): boolean {
    if (this.#conditions.size === 0) return false;
    const broken = new Set([...this.#conditions].filter(([, holds]) => !holds()).map(([taken]) => taken));
    if (broken.size === 0) return false;
    for (const taken of broken) this.#conditions.delete(taken);
    this.#waiting = this.#waiting.map((taken) => (broken.has(taken) ? emptied(taken) : taken));
    this.#bytes = this.#waiting.reduce((sum, taken) => sum + bytesOf(taken), 0);
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

/** Nothing of it is done: nor may anybody find that it was. */
function emptied({ call: _call, ...taken }: Taken): Taken {
  return { ...taken, update: nothing };
}

function bytesOf({ update, call }: Taken): number {
  return update.byteLength + (call?.outcome.length ?? 0);
}
