import type { MapStatus } from './MapStatus.ts';

/**
 * Tells what is saved by counting: document messages sent on this connection against those the server says are
 * journaled. What was written before is covered once the answer to the server's state vector is journaled.
 */
export class SaveLedger {
  #phase: 'connecting' | 'open' | 'synced' | 'offline' | 'waiting' | 'sending' | 'refused' = 'connecting';
  #code = 0;
  #bytes = 0;
  #sent = 0;
  #saved = 0;
  /** The answer to the server's state vector is on its way: it holds all that was written before. */
  #answered = false;
  #unsaved = false;

  /** Something was written here, or found in the local store. */
  wrote(): void {
    this.#unsaved = true;
  }

  opened(): void {
    this.#sent = 0;
    this.#saved = 0;
    this.#answered = false;
    if (this.#phase !== 'connecting') this.#phase = 'open';
  }

  synced(): void {
    this.#phase = 'synced';
    this.#settle();
  }

  /** A frame goes out. */
  sent(frame: Uint8Array): void {
    if (frame[0] !== 0 || (frame[1] !== 1 && frame[1] !== 2)) return;
    this.#sent += 1;
    if (frame[1] === 1) this.#answered = true;
  }

  /** The server has journaled the first `count` document messages of this connection. */
  journaled(count: number): void {
    this.#saved = Math.max(this.#saved, count);
    this.#settle();
  }

  closed(): void {
    if (this.#phase !== 'refused') this.#phase = 'offline';
    this.#answered = false;
  }

  /** The map has no room now. */
  crowdedOut(): void {
    this.closed();
    if (this.#phase === 'offline') this.#phase = 'waiting';
  }

  /** What was written offline is being uploaded. */
  sending(bytes: number): void {
    this.#phase = 'sending';
    this.#bytes = bytes;
    this.#answered = false;
  }

  refused(code: number): void {
    this.#phase = 'refused';
    this.#code = code;
  }

  /** Another try after a refusal. */
  retried(): void {
    if (this.#phase === 'refused') this.#phase = 'offline';
  }

  /** Something of ours may not be journaled. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  status(): MapStatus {
    switch (this.#phase) {
      case 'connecting':
        return { kind: 'connecting' };
      case 'refused':
        return { kind: 'refused', code: this.#code };
      case 'offline':
        return { kind: 'offline', unsaved: this.#unsaved };
      case 'waiting':
        return { kind: 'waiting' };
      case 'sending':
        return { kind: 'sending', bytes: this.#bytes };
      case 'open':
        return { kind: 'saving' };
      case 'synced':
        return { kind: this.#allJournaled && !this.#unsaved ? 'saved' : 'saving' };
    }
  }

  get #allJournaled(): boolean {
    return this.#answered && this.#saved >= this.#sent;
  }

  #settle(): void {
    if (this.#phase === 'synced' && this.#allJournaled) this.#unsaved = false;
  }
}
