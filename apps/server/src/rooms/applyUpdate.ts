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
  return applyJudged(doc, update, origin);
}

/** Applies an update that was walked and whose ground is known to be there. */
export function applyJudged(doc: Y.Doc, update: Uint8Array, origin: unknown): ApplyOutcome {
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

/** Of each client an update of the log brings, the first clock; none when it cannot be read. */
export function firstClocks(update: Uint8Array): ReadonlyMap<number, number> {
  try {
    return Y.parseUpdateMeta(update).from;
  } catch {
    return new Map();
  }
}

/** Whether a document holds clocks from one of these on. */
export function reaches(doc: Y.Doc, clocks: ReadonlyMap<number, number>): boolean {
  return [...clocks].some(([client, clock]) => clock < Y.getState(doc.store, client));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
