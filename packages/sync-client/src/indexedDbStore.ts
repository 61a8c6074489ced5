import { IndexeddbPersistence } from 'y-indexeddb';
import type { OpenLocalStore } from './LocalStore.ts';

const epochKey = 'epoch';

/**
 * Keeps documents in the browser's IndexedDB, for one person: what somebody wrote offline is neither shown to nor sent
 * by whoever signs in after them on the same device.
 */
export function indexedDbStore(userId: string): OpenLocalStore {
  return (name, doc) => {
    const persistence = new IndexeddbPersistence(`jejak/${userId}/${name}`, doc);
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
  };
}
