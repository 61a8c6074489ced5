import { LRUCache } from 'lru-cache';
import type { Actor } from '../../auth/Actor.ts';
import { addressGroup } from '../../auth/addressGroup.ts';
import type { AskerKind, Charge, Quota } from './Charge.ts';
import { rateLimits } from './rateLimits.ts';

/** Hears what is charged; nothing it is told names anybody. */
export interface AllowanceObserver {
  charged(kind: AskerKind, cost: number): void;
  refused(kind: AskerKind, quota: Quota): void;
}

/** What somebody has used since their minute began. */
interface Account {
  until: number;
  resetAt: Date;
  cost: number;
  requests: number;
}

const requestsMaxOf = {
  person: rateLimits.requestsPerPersonMax,
  token: rateLimits.requestsPerTokenMax,
  address: rateLimits.requestsPerAddressMax,
} as const satisfies Record<AskerKind, number>;

/**
 * What people, tokens and addresses may still ask of this node. Each has a minute of its own that begins with their
 * first request. In memory: one look-up and two additions for each operation.
 */
export class Allowances {
  readonly #times: number;
  readonly #now: () => number;
  readonly #date: () => Date;
  readonly #observer: AllowanceObserver | undefined;
  readonly #actors = new LRUCache<string, Account>({ max: rateLimits.accountsMax });
  // Apart from the actors: strangers from many addresses push nobody out who is signed in.
  readonly #addresses = new LRUCache<string, Account>({ max: rateLimits.accountsMax });

  constructor(parts: {
    /** How many times the usual figures are allowed. */
    readonly times: number;
    /** Milliseconds that no setting of a clock changes. */
    readonly now: () => number;
    /** The moment as it is told to others. */
    readonly date: () => Date;
    readonly observer?: AllowanceObserver;
  }) {
    this.#times = parts.times;
    this.#now = parts.now;
    this.#date = parts.date;
    this.#observer = parts.observer;
  }

  /** Takes a request and its cost; an event of a subscription is no request. All of it is taken, or nothing. */
  charge(actor: Actor, address: string | null, cost: number, requests: 0 | 1 = 1): Charge {
    const kind = kindOf(actor);
    const now = this.#now();
    const account = this.#accountOf(actor, address, now);
    const costMax = rateLimits.costMax * this.#times;
    const requestsMax = requestsMaxOf[kind] * this.#times;
    const refused =
      account.requests + requests > requestsMax ? 'requests' : account.cost + cost > costMax ? 'cost' : null;
    if (refused === null) {
      account.requests += requests;
      account.cost += cost;
      this.#observer?.charged(kind, cost);
    } else {
      this.#observer?.refused(kind, refused);
    }
    return {
      kind,
      cost,
      refused,
      costMax,
      costLeft: costMax - account.cost,
      requestsMax,
      requestsLeft: requestsMax - account.requests,
      resetAt: account.resetAt,
      resetSeconds: Math.max(1, Math.ceil((account.until - now) / 1_000)),
    };
  }

  #accountOf(actor: Actor, address: string | null, now: number): Account {
    const accounts = actor.kind === 'member' ? this.#actors : this.#addresses;
    const key = actor.kind === 'member' ? keyOf(actor) : addressGroup(address ?? '');
    const known = accounts.get(key);
    if (known !== undefined && now < known.until) return known;
    const account: Account = {
      until: now + rateLimits.windowMs,
      resetAt: new Date(this.#date().getTime() + rateLimits.windowMs),
      cost: 0,
      requests: 0,
    };
    accounts.set(key, account);
    return account;
  }
}

function kindOf(actor: Actor): AskerKind {
  if (actor.kind === 'nobody') return 'address';
  return actor.token === null ? 'person' : 'token';
}

/** Ids of people and tokens differ by their beginning. */
function keyOf({ userId, token }: Extract<Actor, { kind: 'member' }>): string {
  return token?.tokenId ?? userId;
}
