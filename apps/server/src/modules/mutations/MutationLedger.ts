/** What is kept of a call that may be repeated: no text of it, only what tells it from another and leads to its result. */
export interface LedgerRecord {
  /** Stands for who, in which workspace, and the id they gave. */
  readonly id: string;
  /** Stands for who alone. */
  readonly who: string;
  /** Stands for what was asked. */
  readonly fingerprint: string;
  /** Decides the ids of what is made, so that whoever runs it again makes the same. */
  readonly seed: string;
  /** How far the map was before it ran; null where it is about no map. */
  readonly since: string | null;
  /** How often it was begun. */
  readonly attempt: number;
  /** Who runs it. */
  readonly owner: string;
  /** Until then its owner is believed to be at it. */
  readonly leaseUntil: Date;
  /** What it came to: JSON; null as long as that is not known. */
  readonly result: string | null;
  readonly expiresAt: Date;
}

/** The calls of the last day that may be repeated. Each change is journaled when it resolves. */
export interface MutationLedger {
  /** Writes the record of a new call; if there is one already, answers that. */
  begin(record: LedgerRecord, now: Date): Promise<LedgerRecord | null>;
  find(id: string): Promise<LedgerRecord | null>;
  /** Makes somebody else the owner of a call that was left; false when another was faster. */
  takeOver(record: LedgerRecord, owner: string, leaseUntil: Date): Promise<boolean>;
  /** Writes what it came to, or only that its owner has left it (`null`); nothing when it is another's by now. */
  finish(record: LedgerRecord, result: string | null, now: Date): Promise<void>;
  /** Forgets a call that did nothing. */
  forget(record: LedgerRecord): Promise<void>;
}
