import * as Y from 'yjs';

/**
 * What became of bytes given to a document. After `malformed` and `pending` with `dirty` the document holds a part
 * of them and must not be used again.
 */
export type ApplyOutcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'malformed'; readonly dirty: boolean; readonly reason: string }
  | { readonly kind: 'pending'; readonly dirty: boolean };

/**
 * Applies an update whole or reports that it could not. The structs are read once lazily beforehand: that finds
 * broken bytes, claimed counts and clock gaps without touching the document.
 */
export function applyWhole(doc: Y.Doc, update: Uint8Array, origin: unknown): ApplyOutcome {
  try {
    const { from } = Y.parseUpdateMeta(update);
    for (const [client, clock] of from) {
      if (clock > Y.getState(doc.store, client)) return { kind: 'pending', dirty: false };
    }
  } catch (error) {
    return { kind: 'malformed', dirty: false, reason: reasonOf(error) };
  }
  try {
    Y.applyUpdate(doc, update, origin);
  } catch (error) {
    return { kind: 'malformed', dirty: true, reason: reasonOf(error) };
  }
  // Yjs keeps what it cannot place yet and says nothing; it would lie in every snapshot from now on.
  if (hasPending(doc)) return { kind: 'pending', dirty: true };
  return { kind: 'applied' };
}

/** Whether a document holds structs or deletes whose ground is missing. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** Whether everything in an update, deletes included, is in the document already. */
export function containsUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  if (update.byteLength === 2 && update[0] === 0 && update[1] === 0) return true;
  try {
    return Y.snapshotContainsUpdate(Y.snapshot(doc), update);
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
