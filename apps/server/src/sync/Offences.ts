import { syncLimits } from '@jejak/protocol';

interface Offender {
  readonly offendedAt: number;
  readonly bannedUntil: number;
}

/**
 * Who sent one map what no honest client sends. The first time may be a broken client, which is told to send
 * everything anew; the second within ten minutes is met with a ban of a minute. Bounded, and forgotten by `sweep`.
 */
export class Offences {
  readonly #now: () => number;
  readonly #max: number;
  /** Oldest offence first. */
  readonly #records = new Map<string, Offender>();

  constructor(now: () => number, max: number = syncLimits.offendersMax) {
    this.#now = now;
    this.#max = max;
  }

  get size(): number {
    return this.#records.size;
  }

  /** Notes an offence; the second one bans. */
  offence(userId: string, mapId: string): 'first' | 'second' {
    const now = this.#now();
    const key = keyOf(userId, mapId);
    const before = this.#records.get(key);
    const second = before !== undefined && now - before.offendedAt < syncLimits.offenceWindowMs;
    this.#records.delete(key);
    this.#records.set(key, { offendedAt: now, bannedUntil: second ? now + syncLimits.banMs : 0 });
    for (const oldest of this.#records.keys()) {
      if (this.#records.size <= this.#max) break;
      this.#records.delete(oldest);
    }
    return second ? 'second' : 'first';
  }

  /** Whether this person may not come into this map now. */
  banned(userId: string, mapId: string): boolean {
    return (this.#records.get(keyOf(userId, mapId))?.bannedUntil ?? 0) > this.#now();
  }

  /** Forgets what is over. The handler's heartbeat calls it. */
  sweep(): void {
    const now = this.#now();
    for (const [key, { offendedAt }] of this.#records) {
      if (now - offendedAt < syncLimits.offenceWindowMs) return;
      this.#records.delete(key);
    }
  }
}

function keyOf(userId: string, mapId: string): string {
  return `${mapId} ${userId}`;
}
