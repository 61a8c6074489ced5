import type { ClientMessage } from './readMessage.ts';
import type { SyncLimits } from './SyncLimits.ts';
import { TokenBucket } from './TokenBucket.ts';

type PaceLimits = Pick<
  SyncLimits,
  | 'messagesPerSecond'
  | 'messagesBurst'
  | 'bytesPerSecond'
  | 'bytesBurst'
  | 'stateVectorsPerMinute'
  | 'debtMsMax'
>;

/**
 * How fast one connection may send. Above it the connection is not read until there is room, so that an honest fast
 * hand loses nothing; whoever has not rested for a second within ten is sent away. Presence has a rate of its own.
 */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #now: () => number;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #stateVectors: TokenBucket;
  /** Since when it has been too fast without a rest. */
  #debtSince: number | null = null;

  constructor(limits: PaceLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#messages = new TokenBucket(
      { perSecond: limits.messagesPerSecond, burst: limits.messagesBurst },
      now,
    );
    this.#bytes = new TokenBucket({ perSecond: limits.bytesPerSecond, burst: limits.bytesBurst }, now);
    const { stateVectorsPerMinute: perMinute } = limits;
    this.#stateVectors = new TokenBucket({ perSecond: perMinute / 60, burst: perMinute }, now);
  }

  /** 0: counted, handle it now. Else how long it must wait, or that it has been too fast for too long. */
  admit(kind: ClientMessage['kind'] | 'ping', bytes: number): number | 'overdue' {
    const now = this.#now();
    const counts = kind !== 'presence';
    const asks = kind === 'stateVector';
    const waitMs = Math.max(
      this.#bytes.waitMs(bytes, now),
      counts ? this.#messages.waitMs(1, now) : 0,
      asks ? this.#stateVectors.waitMs(1, now) : 0,
    );
    if (waitMs > 0) {
      this.#debtSince ??= now;
      return now + waitMs - this.#debtSince > this.#limits.debtMsMax ? 'overdue' : waitMs;
    }
    if (this.#debtSince !== null && this.#rested) this.#debtSince = null;
    this.#bytes.take(bytes, now);
    if (counts) this.#messages.take(1, now);
    if (asks) this.#stateVectors.take(1, now);
    return 0;
  }

  /** Counts one message more than was admitted, for presence beyond its own rate. */
  charge(): void {
    this.#messages.take(1);
  }

  get #rested(): boolean {
    const { messagesPerSecond, bytesPerSecond } = this.#limits;
    return this.#messages.waitMs(messagesPerSecond) === 0 && this.#bytes.waitMs(bytesPerSecond) === 0;
  }
}
