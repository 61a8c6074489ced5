import * as Y from 'yjs';
import type { LogEntry } from '../persistence/UpdateLog.ts';
import { hasPending } from './applyUpdate.ts';
import { changedIds } from './changedIds.ts';

/**
 * Applies what another node journaled, in one transaction. `whole: false` leaves a document that must not be used
 * again.
 */
export function applyEntry(
  doc: Y.Doc,
  entry: LogEntry,
  origin: unknown,
): { readonly whole: boolean; readonly ids: readonly string[] } {
  let ids: readonly string[] = [];
  const collect = (_update: Uint8Array, _origin: unknown, from: Y.Doc, transaction: Y.Transaction): void => {
    ids = changedIds(from, transaction);
  };
  doc.on('update', collect);
  try {
    doc.transact(() => {
      for (const update of entry.updates) Y.applyUpdate(doc, update, origin);
    }, origin);
    return { whole: !hasPending(doc), ids };
  } catch {
    return { whole: false, ids };
  } finally {
    doc.off('update', collect);
  }
}
