import type { Connection } from 'mongoose';
import { mapIdOf } from '../../rooms/docId.ts';
import { answered, readMsMax } from '../answered.ts';
import type { StoredMaps } from '../StoredMaps.ts';

/** Where something of a document may lie, and the indexed field with its id. */
const places = [
  { collection: 'mapHeads', field: '_id' },
  { collection: 'mapLog', field: 'docId' },
  { collection: 'mapSnapshotPieces', field: 'docId' },
  { collection: 'mapClients', field: 'docId' },
] as const;

/** Walks the documents in MongoDB by one index entry of each collection a step. */
export function mongoStoredMaps(connection: Connection): StoredMaps {
  async function nextIn(collection: string, field: string, after: string): Promise<readonly string[]> {
    const found = await answered(
      connection.collection(collection).findOne(
        // Behind all documents of the map.
        { [field]: { $gt: after === '' ? '' : `${after}/~` } },
        { sort: { [field]: 1 }, projection: { [field]: 1 }, maxTimeMS: readMsMax },
      ),
    );
    const docId: unknown = found?.[field];
    return typeof docId === 'string' ? [docId] : [];
  }
  return {
    async next(after) {
      const found = await Promise.all(
        places.map(({ collection, field }) => nextIn(collection, field, after)),
      );
      const [first] = found.flat().sort();
      return first === undefined ? null : mapIdOf(first);
    },
  };
}
