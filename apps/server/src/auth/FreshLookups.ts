import { LRUCache } from 'lru-cache';

/** So long the next read waits for the one before: one that hangs holds up nobody for longer. */
const waitMsMax = 1_000;
/** So often the same is read in any such time. */
const pace = { reads: 4, ms: 200 } as const;
const askedMax = 10_000;

/** What is known of one thing that is asked for. */
interface Asked<T> {
  /** When the last reads began, the oldest first; no more of them than may begin at once. */
  readonly begun: number[];
  /** The read that has not begun. */
  next: Promise<T> | null;
  /** Resolves when the read that has begun is over, or takes too long; never rejects. */
  underWay: Promise<void>;
}

/**
 * Lookups that are shared and yet never older than the question: of one thing one read is under way, and all who ask
 * meanwhile share the next, which begins after it. Where many ask one after the other they wait a moment for each other:
 * when everybody comes back at once, few ask for anything of their own.
 */
export class FreshLookups<T> {
  readonly #asked = new LRUCache<string, Asked<T>>({ max: askedMax });

  /** `begin` must read the same for everybody who gives this key. */
  look(key: string, begin: () => Promise<T>): Promise<T> {
    const asked = this.#asked.get(key) ?? this.#first(key);
    asked.next ??= this.#read(asked, begin);
    return asked.next;
  }

  #first(key: string): Asked<T> {
    const asked = { begun: [], next: null, underWay: Promise.resolve() };
    this.#asked.set(key, asked);
    return asked;
  }

  async #read(asked: Asked<T>, begin: () => Promise<T>): Promise<T> {
    // Those of one turn share it too.
    await Promise.all([asked.underWay, new Promise<void>((resolve) => setImmediate(resolve))]);
    const oldest = asked.begun.length < pace.reads ? undefined : asked.begun.shift();
    const waitMs = oldest === undefined ? 0 : oldest + pace.ms - performance.now();
    if (waitMs > 0) await new Promise<void>((resolve) => setTimeout(resolve, waitMs));
    asked.begun.push(performance.now());
    asked.next = null;
    const read = begin();
    asked.underWay = settledWithin(read);
    return read;
  }
}

function settledWithin(read: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, waitMsMax);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    read.then(done, done);
  });
}
