import * as Y from 'yjs';

interface Known {
  readonly revision: number;
  readonly stateVector: Uint8Array;
  /** The whole state, for whoever has nothing. */
  whole: Uint8Array | null;
  /** What even an equal copy is told: the deletions, which a state vector does not count. */
  deletions: Uint8Array | null;
}

/**
 * Encodes what a client lacks. What many ask for at once, nothing known or everything known, is encoded once per
 * revision; the same bytes given to many are also framed once.
 */
export class FullState {
  #known: Known | null = null;

  encode(doc: Y.Doc, revision: number, stateVector: Uint8Array): Uint8Array {
    if (this.#known?.revision !== revision)
      this.#known = { revision, stateVector: Y.encodeStateVector(doc), whole: null, deletions: null };
    const known = this.#known;
    if (stateVector.byteLength === 1 && stateVector[0] === 0) {
      known.whole ??= Y.encodeStateAsUpdate(doc);
      return known.whole;
    }
    if (Buffer.compare(stateVector, known.stateVector) !== 0) return Y.encodeStateAsUpdate(doc, stateVector);
    known.deletions ??= Y.encodeStateAsUpdate(doc, stateVector);
    return known.deletions;
  }
}
