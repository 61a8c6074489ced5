import { deletionsOf } from '@jejak/update-guard';
import * as Y from 'yjs';

interface Known {
  readonly revision: number;
  readonly stateVector: Uint8Array;
  /** The whole state, for whoever has nothing. */
  whole: Uint8Array | null;
  /** What even an equal copy is told: the deletions, which a state vector does not count. */
  deletions: Uint8Array | null;
}

/** The bytes of a copy that holds nothing. */
const nothing = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);

/**
 * A document as bytes. What many ask for at once, everything or only the deletions, is encoded once per revision; the
 * same bytes given to many are also framed once. From the whole state all else can be told without the document.
 */
export class FullState {
  #known: Known | null = null;

  /** Begins with a state that is known; the document need not be there. */
  begin(revision: number, whole: Uint8Array, known: Uint8Array | null = null): void {
    const stateVector = known ?? Y.encodeStateVectorFromUpdate(whole);
    this.#known = { revision, stateVector, whole, deletions: null };
  }

  stateVector(doc: Y.Doc | null, revision: number): Uint8Array {
    return this.#of(doc, revision).stateVector;
  }

  whole(doc: Y.Doc | null, revision: number): Uint8Array {
    return this.encode(doc, revision, nothing);
  }

  /** What a copy with this state vector lacks. Without the document the whole state must be known. */
  encode(doc: Y.Doc | null, revision: number, stateVector: Uint8Array): Uint8Array {
    const known = this.#of(doc, revision);
    if (Buffer.compare(stateVector, nothing) === 0) {
      known.whole ??= difference(doc, known, nothing);
      return known.whole;
    }
    if (Buffer.compare(stateVector, known.stateVector) !== 0) return difference(doc, known, stateVector);
    known.deletions ??=
      (doc === null && known.whole !== null ? deletionsOf(known.whole) : null) ??
      difference(doc, known, stateVector);
    return known.deletions;
  }

  /** Whether these are the bytes an empty or an equal copy sends: nothing that is not in the document. */
  isNoNews(doc: Y.Doc | null, revision: number, update: Uint8Array): boolean {
    if (Buffer.compare(update, emptyUpdate) === 0) return true;
    const known = this.#known;
    if (known?.revision !== revision || known.deletions === null) return false;
    return Buffer.compare(update, this.encode(doc, revision, known.stateVector)) === 0;
  }

  /** What was known is no longer so. */
  forget(): void {
    this.#known = null;
  }

  #of(doc: Y.Doc | null, revision: number): Known {
    if (this.#known?.revision === revision) return this.#known;
    if (doc === null) throw new Error('neither the document nor its bytes are there');
    this.#known = { revision, stateVector: Y.encodeStateVector(doc), whole: null, deletions: null };
    return this.#known;
  }
}

function difference(doc: Y.Doc | null, known: Known, stateVector: Uint8Array): Uint8Array {
  if (doc !== null) return Y.encodeStateAsUpdate(doc, stateVector);
  if (known.whole === null) throw new Error('neither the document nor its bytes are there');
  return Y.diffUpdate(known.whole, stateVector);
}
