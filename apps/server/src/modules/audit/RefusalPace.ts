import { LRUCache } from 'lru-cache';

/** Refusals of one address that are written down in one window. */
export const refusalPace = { entriesMax: 100, windowMs: 15 * 60_000, addressesMax: 10_000 } as const;

/**
 * How many refusals of people nobody knows are written down: each of them costs an entry that stays for ever, so a flood
 * from one address fills no log [AUDIT11].
 */
export class RefusalPace {
  readonly #now: () => Date;
  readonly #known = new LRUCache<string, { count: number; until: number }>({ max: refusalPace.addressesMax });

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Whether another refusal of this address is written down, and whether it is the last for a while. */
  take(address: string): 'write' | 'writeAsLast' | 'passOver' {
    const now = this.#now().getTime();
    let seen = this.#known.get(address);
    if (seen === undefined || seen.until <= now) {
      seen = { count: 0, until: now + refusalPace.windowMs };
      this.#known.set(address, seen);
    }
    seen.count += 1;
    if (seen.count < refusalPace.entriesMax) return 'write';
    return seen.count === refusalPace.entriesMax ? 'writeAsLast' : 'passOver';
  }
}
