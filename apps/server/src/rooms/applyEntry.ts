import type * as Y from 'yjs';
import type { LogEntry } from '../persistence/UpdateLog.ts';
import { applyWhole } from './applyUpdate.ts';
import { changedIds } from './changedIds.ts';

/** Applies what another node journaled. `whole: false` leaves a document that must not be used again. */
export function applyEntry(
  doc: Y.Doc,
  entry: LogEntry,
  origin: unknown,
): { readonly whole: boolean; readonly ids: readonly string[] } {
  const ids = new Set<string>();
  const collect = (_update: Uint8Array, _origin: unknown, from: Y.Doc, transaction: Y.Transaction): void => {
    for (const id of changedIds(from, transaction)) ids.add(id);
  };
  doc.on('update', collect);
  try {
    const whole = entry.updates.every((update) => applyWhole(doc, update, origin).kind === 'applied');
    return { whole, ids: [...ids] };
  } finally {
    doc.off('update', collect);
  }
}
