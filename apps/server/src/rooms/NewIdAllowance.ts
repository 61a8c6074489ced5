import { clientIdLimits } from '@jejak/protocol';
import type { Receiver } from './Receiver.ts';
import type { UpdateSize } from './RoomOptions.ts';

const hourMs = 60 * 60 * 1_000;

interface Window {
  readonly startedAt: number;
  count: number;
}

/** Why somebody gets no further client ids: the fault of the connection, or a matter of time or of the document. */
export type IdRefusal = 'tooManyIds' | 'idsPerHour' | 'idsPerDocument';

/** How many new client ids may come into one document: every one makes it slower for all, and stays. */
export class NewIdAllowance {
  readonly #now: () => number;
  readonly #ofConnection = new WeakMap<Receiver, number>();
  readonly #ofUser = new Map<string, Window>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts new ids, or says why not. Work done away may bring an id of each window that was closed before it was
   * saved; who writes live has one.
   */
  take(count: number, known: number, from: Receiver, size: UpdateSize): IdRefusal | null {
    if (count === 0) return null;
    if (known + count > clientIdLimits.perDocument) return 'idsPerDocument';
    const ofConnection = (this.#ofConnection.get(from) ?? 0) + count;
    if (size === 'live' && ofConnection > clientIdLimits.newPerConnection) return 'tooManyIds';
    const window = this.#windowOf(from.userId);
    if (window.count + count > clientIdLimits.newPerUserAndHour) return 'idsPerHour';
    window.count += count;
    if (size === 'live') this.#ofConnection.set(from, ofConnection);
    return null;
  }

  #windowOf(userId: string): Window {
    const now = this.#now();
    for (const [each, { startedAt }] of this.#ofUser) {
      if (now - startedAt < hourMs) break;
      this.#ofUser.delete(each);
    }
    let window = this.#ofUser.get(userId);
    if (window === undefined) {
      window = { startedAt: now, count: 0 };
      this.#ofUser.set(userId, window);
    }
    return window;
  }
}
