/** Whose a client id is: a person's id, or null for the server. */
export type ClaimOwner = string | null;

/**
 * Who writes under which client id of each document. A claim is written before the first entry that uses it, is
 * never changed, and goes with its document.
 */
export interface ClientClaims {
  /**
   * Binds the ids that nobody owns yet and answers whose each of them is now. Durable when it resolves; of several
   * nodes that bind one id at once, one wins.
   */
  claim(docId: string, claims: ReadonlyMap<number, ClaimOwner>): Promise<ReadonlyMap<number, ClaimOwner>>;
  /** All claims of a document. */
  load(docId: string): Promise<ReadonlyMap<number, ClaimOwner>>;
  /** The claims of these ids, as far as there are any. */
  ownersOf(docId: string, clientIds: readonly number[]): Promise<ReadonlyMap<number, ClaimOwner>>;
  /** Deletes the claims of these ids, which the document does not hold any more. */
  forget(docId: string, clientIds: readonly number[]): Promise<void>;
  /** Deletes all claims of a document. */
  remove(docId: string): Promise<void>;
}
