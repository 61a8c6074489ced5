import type { LocalStore, OpenLocalStore } from '@jejak/sync-client';
import * as Y from 'yjs';

/** What one device keeps of one life of a document. */
export interface KeptLife {
  epoch: number;
  update: Uint8Array;
}

/** A device whose memory outlives the page: what it keeps, by name, is in `kept`. */
export function device(kept = new Map<string, KeptLife>()): OpenLocalStore {
  return (name, doc, which): LocalStore => {
    const before = which === 'kept' ? kept.get(name) : undefined;
    let mine: KeptLife | undefined = before;
    if (before !== undefined) Y.applyUpdate(doc, before.update, 'device');
    const keep = (update: Uint8Array): void => {
      if (mine !== undefined) mine.update = Y.mergeUpdates([mine.update, update]);
    };
    doc.on('update', keep);
    return {
      loaded: Promise.resolve(before?.epoch),
      // It does not know better.
      unsaved: true,
      async setEpoch(epoch) {
        if (mine?.epoch === epoch) return;
        mine = { epoch, update: Y.encodeStateAsUpdate(doc) };
        kept.set(name, mine);
      },
      saved() {},
      async clear() {
        doc.off('update', keep);
        if (kept.get(name) === mine) kept.delete(name);
      },
      async close() {
        doc.off('update', keep);
      },
    };
  };
}
