import { LRUCache } from 'lru-cache';
import { DomainError } from '../../errors/DomainError.ts';
import type { LedgerRecord, MutationLedger } from './MutationLedger.ts';
import { rememberedMs } from './runOnce.ts';

interface BoundedLedgerOptions {
  /** What is kept of one person's or token's calls of a day at most, on this node. */
  readonly bytesMax: number;
  readonly now: () => Date;
}

/** What a day of one person's or token's calls may take on one node; `GRAPHQL_ALLOWANCE` multiplies it. */
export const rememberedBytesMax = 64 * 1024 * 1024;
/** A record without its result, and its places in the indexes. */
const recordBytes = 600;
const hourMs = 60 * 60_000;
const hours = Math.ceil(rememberedMs / hourMs) + 1;
const accountsMax = 10_000;

/**
 * A ledger in which nobody's calls take more than their share. Counted in the memory of this node, by the hour; a call
 * that is known is answered however full it is.
 */
export class BoundedLedger implements MutationLedger {
  readonly #ledger: MutationLedger;
  readonly #options: BoundedLedgerOptions;
  /** Bytes of each hour, by person or token. */
  readonly #accounts = new LRUCache<string, Map<number, number>>({ max: accountsMax });

  constructor(ledger: MutationLedger, options: BoundedLedgerOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  async begin(record: LedgerRecord, now: Date): Promise<LedgerRecord | null> {
    const wait = this.#secondsUntilRoom(record.who);
    if (wait > 0) {
      const known = await this.#ledger.find(record.id);
      if (known !== null && known.expiresAt > now) return known;
      throw new DomainError('LIMIT', {
        field: 'clientMutationId',
        messageKey: 'errors.tooMuchRemembered',
        retryAfterSeconds: wait,
      });
    }
    const known = await this.#ledger.begin(record, now);
    if (known === null) this.#add(record.who, recordBytes);
    return known;
  }

  find(id: string): Promise<LedgerRecord | null> {
    return this.#ledger.find(id);
  }

  takeOver(record: LedgerRecord, owner: string, leaseUntil: Date): Promise<boolean> {
    return this.#ledger.takeOver(record, owner, leaseUntil);
  }

  async finish(record: LedgerRecord, result: string | null, now: Date): Promise<void> {
    await this.#ledger.finish(record, result, now);
    this.#add(record.who, Buffer.byteLength(result ?? ''));
  }

  async forget(record: LedgerRecord): Promise<void> {
    await this.#ledger.forget(record);
    this.#add(record.who, -recordBytes);
  }

  #hour(): number {
    return Math.floor(this.#options.now().getTime() / hourMs);
  }

  #add(who: string, bytes: number): void {
    const hour = this.#hour();
    const account = this.#accounts.get(who) ?? new Map<number, number>();
    account.set(hour, (account.get(hour) ?? 0) + bytes);
    this.#accounts.set(who, account);
  }

  /** 0 where there is room. */
  #secondsUntilRoom(who: string): number {
    const account = this.#accounts.get(who);
    if (account === undefined) return 0;
    const hour = this.#hour();
    for (const each of [...account.keys()]) if (each <= hour - hours) account.delete(each);
    let over = [...account.values()].reduce((sum, bytes) => sum + bytes, 0) - this.#options.bytesMax;
    if (over < 0) return 0;
    // The oldest hours go first; the entries of a map are in the order in which they came.
    for (const [each, bytes] of account) {
      over -= bytes;
      if (over < 0) return Math.ceil(((each + hours) * hourMs - this.#options.now().getTime()) / 1_000);
    }
    return rememberedMs / 1_000;
  }
}
