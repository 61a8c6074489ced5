import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { LocalStore } from './LocalStore.ts';

const epochKey = 'epoch';

/** Keeps a document in the browser's IndexedDB. */
export function indexedDbStore(name: string, doc: Y.Doc): LocalStore {
  const persistence = new IndexeddbPersistence(`jejak/${name}`, doc);
  return {
    loaded: persistence.whenSynced.then(() => {}),
    async epoch() {
      const stored: unknown = await persistence.get(epochKey);
      return typeof stored === 'number' ? stored : undefined;
    },
    async setEpoch(epoch) {
      await persistence.set(epochKey, epoch);
    },
    clear: () => persistence.clearData(),
    close: () => persistence.destroy(),
  };
}
