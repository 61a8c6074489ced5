import type * as Y from 'yjs';

/**
 * The key that says a record is deleted. The record stays, so that what a colleague writes into it at that
 * moment, or wrote offline, is there when it comes back. Its value is how much had been written into the document
 * by then: of two deletions the one that knew of the other has the larger number.
 */
export const deletedKey = 'deleted';

/** When in the document's history this record was deleted; null for a living one. */
export function deletionOf(record: Y.Map<unknown>): number | null {
  const value = record.get(deletedKey);
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
