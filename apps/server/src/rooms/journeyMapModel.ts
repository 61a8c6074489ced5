import { migrateMap, readMap, schemaVersion } from '@jejak/journey-model';
import type { MapModel } from './MapModel.ts';

const migrationOrigin: unique symbol = Symbol('migration');

/** The journey map as rooms know it. */
export const journeyMapModel: MapModel = {
  readMap,
  isForeignFormat(docs) {
    const version: unknown = docs.structure.getMap('meta').get('schemaVersion');
    return version !== undefined && version !== schemaVersion;
  },
  migrate: (docs) => migrateMap(docs, migrationOrigin).ok,
};
