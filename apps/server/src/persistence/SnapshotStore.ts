/** What is known about a document besides its log. */
export interface DocumentHead {
  readonly docId: string;
  /** Changes when the document is begun anew; a client holding another epoch must not merge into it. */
  readonly epoch: number;
  /** Sequence number up to which the snapshot holds everything; 0 without a snapshot. */
  readonly snapshotSeq: number;
  /** Where the snapshot before that one ends; the log is kept from there on. */
  readonly beforeSeq: number;
}

/** A document's stored state. `damaged`: a piece is missing or the checksum is wrong. */
export type LoadedSnapshot =
  | {
      readonly kind: 'loaded';
      readonly head: DocumentHead;
      readonly state: Uint8Array | null;
      readonly stateVector: Uint8Array | null;
    }
  | { readonly kind: 'damaged'; readonly head: DocumentHead }
  | { readonly kind: 'absent' };

/** A whole document (V1): the life it is in, and the last entry that is in it. */
export interface Snapshot {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array;
  /** Where it is known: to tell it from the state takes longer than to read both. */
  readonly stateVector?: Uint8Array;
}

/** Heads and snapshots of all documents. A snapshot only saves time and space: the log is the truth. */
export interface SnapshotStore {
  /** Makes the head of a new document; `exists` when there is one. A former life is kept `until` then. */
  create(docId: string, epoch: number, until?: Date): Promise<'created' | 'exists'>;
  /** Ids of the former lives of a document that are kept; they begin with its own and an `@`. */
  formerLivesOf(docId: string): Promise<readonly string[]>;
  /** Ids of at most so many former lives that have been kept long enough. */
  outlived(now: Date, max: number): Promise<readonly string[]>;
  /** What is known of a document without its state. */
  head(docId: string): Promise<DocumentHead | null>;
  load(docId: string): Promise<LoadedSnapshot>;
  /** The snapshot before the newest: with the log after it as good as the newest. `absent`: none is kept. */
  loadBefore(docId: string): Promise<LoadedSnapshot>;
  /** Lets the newest snapshot, which is damaged, go for the one before it, unless there is a newer one. */
  goBack(docId: string, damagedSeq: number): Promise<void>;
  /**
   * Writes the pieces, then moves the pointer if it still stands below the snapshot's number, then deletes all pieces but
   * its own and those it stood on before. `stale`: another snapshot is as new; nothing changed.
   */
  save(docId: string, snapshot: Snapshot): Promise<'saved' | 'stale'>;
  /** Deletes head and pieces for good. */
  remove(docId: string): Promise<void>;
}
