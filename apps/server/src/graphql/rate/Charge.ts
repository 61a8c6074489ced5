/** What is counted for each asker by itself. */
export type Quota = 'cost' | 'requests';

/** Whose allowance pays: that of a person, a token, or the address of somebody who is not signed in. */
export type AskerKind = 'person' | 'token' | 'address';

/** One operation on an allowance, and what was left then. A refused one took nothing. */
export interface Charge {
  readonly kind: AskerKind;
  /** What the operation costs. */
  readonly cost: number;
  /** What there was not enough of; null when the operation may run. */
  readonly refused: Quota | null;
  readonly costMax: number;
  readonly costLeft: number;
  readonly requestsMax: number;
  readonly requestsLeft: number;
  /** When all of it is there again, by the database's clock. */
  readonly resetAt: Date;
  /** The same from now, at least 1. */
  readonly resetSeconds: number;
}
