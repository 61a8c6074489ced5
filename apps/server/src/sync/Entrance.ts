import { syncLimits } from '@jejak/protocol';
import { addressGroup } from '../auth/addressGroup.ts';
import type { SyncLimits } from './SyncLimits.ts';
import { TokenBucket } from './TokenBucket.ts';

/** Whether an upgrade request is looked at; else how it is answered. */
export type EntranceVerdict =
  | { readonly ok: true; readonly leave: () => void }
  | { readonly ok: false; readonly status: 429 | 503; readonly retryAfterSeconds: number };

type EntranceLimits = Pick<
  SyncLimits,
  | 'connectionsPerAddress'
  | 'attemptsPerSecondAndAddress'
  | 'attemptsBurstPerAddress'
  | 'connectionsPerProcess'
>;

interface Visitors {
  open: number;
  readonly attempts: TokenBucket;
}

const fullRetrySeconds = 5;

/**
 * Counts upgrade requests and sockets of the process and of each address, before anything is asked of the database.
 * A socket counts from its request on, so that those not judged yet count too.
 */
export class Entrance {
  readonly #limits: EntranceLimits;
  readonly #now: () => number;
  readonly #visitors = new Map<string, Visitors>();
  #open = 0;

  constructor(limits: EntranceLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Sockets that entered and did not leave. */
  get open(): number {
    return this.#open;
  }

  /** Addresses that are remembered. */
  get addresses(): number {
    return this.#visitors.size;
  }

  /** Lets a socket in until it calls `leave`. */
  enter(address: string): EntranceVerdict {
    if (this.#open >= this.#limits.connectionsPerProcess)
      return { ok: false, status: 503, retryAfterSeconds: fullRetrySeconds };
    const visitors = this.#of(addressGroup(address));
    const waitMs = visitors.attempts.waitMs(1);
    if (waitMs > 0) return { ok: false, status: 429, retryAfterSeconds: Math.ceil(waitMs / 1_000) };
    visitors.attempts.take(1);
    if (visitors.open >= this.#limits.connectionsPerAddress)
      return { ok: false, status: 429, retryAfterSeconds: fullRetrySeconds };
    visitors.open += 1;
    this.#open += 1;
    let left = false;
    return {
      ok: true,
      leave: () => {
        if (left) return;
        left = true;
        visitors.open -= 1;
        this.#open -= 1;
      },
    };
  }

  /** Forgets addresses that have been quiet. The handler's heartbeat calls it. */
  sweep(): void {
    for (const [group, { open, attempts }] of this.#visitors)
      if (open === 0 && attempts.full) this.#visitors.delete(group);
  }

  #of(group: string): Visitors {
    const known = this.#visitors.get(group);
    if (known !== undefined) return known;
    if (this.#visitors.size >= syncLimits.addressesMax) this.#forgetOne();
    const { attemptsPerSecondAndAddress: perSecond, attemptsBurstPerAddress: burst } = this.#limits;
    const visitors = { open: 0, attempts: new TokenBucket({ perSecond, burst }, this.#now) };
    this.#visitors.set(group, visitors);
    return visitors;
  }

  /** The longest known address without a socket; there is one, for a process takes fewer sockets than it remembers. */
  #forgetOne(): void {
    for (const [group, { open }] of this.#visitors) {
      if (open > 0) continue;
      this.#visitors.delete(group);
      return;
    }
  }
}
