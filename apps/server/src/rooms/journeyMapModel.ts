import type { Roots } from '@jejak/document-lives';
import { contentRoots, migrateMap, readMap, schemaVersion, structureRoots } from '@jejak/journey-model';
import type { MapModel } from './MapModel.ts';

const migrationOrigin: unique symbol = Symbol('migration');

function maps(names: readonly string[]): Roots {
  return new Map(names.map((name): [string, 'map'] => [name, 'map']));
}

/** The journey map as rooms know it. */
export const journeyMapModel: MapModel = {
  format: schemaVersion,
  roots: { structure: maps(structureRoots), content: maps(contentRoots) },
  readMap,
  isForeignFormat(docs) {
    const version: unknown = docs.structure.getMap('meta').get('schemaVersion');
    return version !== undefined && version !== schemaVersion;
  },
  migrate: (docs) => migrateMap(docs, migrationOrigin).ok,
};
