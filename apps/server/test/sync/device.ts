import type { OpenLocalStore } from '@jejak/sync-client';
import * as Y from 'yjs';

/** What one device keeps of its maps: it outlives the page. */
export function device(): OpenLocalStore {
  const kept = new Map<string, { state: Uint8Array; epoch: number | undefined }>();
  return (name, doc) => {
    const before = kept.get(name);
    if (before !== undefined) Y.applyUpdate(doc, before.state, 'store');
    const entry = before ?? { state: Uint8Array.of(0, 0), epoch: undefined };
    kept.set(name, entry);
    const keep = (update: Uint8Array): void => {
      entry.state = Y.mergeUpdates([entry.state, update]);
    };
    doc.on('update', keep);
    return {
      loaded: Promise.resolve(),
      epoch: async () => entry.epoch,
      async setEpoch(epoch) {
        entry.epoch = epoch;
      },
      async clear() {
        doc.off('update', keep);
        kept.delete(name);
      },
      async close() {
        doc.off('update', keep);
      },
    };
  };
}
