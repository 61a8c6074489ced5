import type { SaidPresence } from './readMessage.ts';
import type { SyncLimits } from './SyncLimits.ts';
import { TokenBucket } from './TokenBucket.ts';

/** Takes what one client says about itself, at most so often a second: the newest is kept, what it replaces is dropped. */
export class PresenceIntake {
  readonly #bucket: TokenBucket;
  readonly #hear: (entry: SaidPresence) => void;
  #newest: SaidPresence | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    limits: Pick<SyncLimits, 'presencePerSecond'>,
    now: () => number,
    hear: (entry: SaidPresence) => void,
  ) {
    this.#bucket = new TokenBucket(
      { perSecond: limits.presencePerSecond, burst: limits.presencePerSecond },
      now,
    );
    this.#hear = hear;
  }

  /** False when it came too soon: it, or a newer one, is heard later. */
  offer(entry: SaidPresence): boolean {
    const waitMs = this.#timer === null ? this.#bucket.waitMs(1) : 1;
    if (waitMs === 0) {
      this.#bucket.take(1);
      this.#hear(entry);
      return true;
    }
    this.#newest = entry;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const newest = this.#newest;
      this.#newest = null;
      if (newest === null) return;
      this.#bucket.take(1);
      this.#hear(newest);
    }, waitMs);
    return false;
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#newest = null;
  }
}
