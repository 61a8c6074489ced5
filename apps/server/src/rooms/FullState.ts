import * as Y from 'yjs';

/** Encodes what a client lacks; the whole state, which many ask for at once, is encoded once per revision. */
export class FullState {
  #known: { readonly revision: number; readonly state: Uint8Array } | null = null;

  encode(doc: Y.Doc, revision: number, stateVector: Uint8Array): Uint8Array {
    const cold = stateVector.byteLength === 1 && stateVector[0] === 0;
    if (!cold) return Y.encodeStateAsUpdate(doc, stateVector);
    if (this.#known?.revision !== revision) this.#known = { revision, state: Y.encodeStateAsUpdate(doc) };
    return this.#known.state;
  }
}
