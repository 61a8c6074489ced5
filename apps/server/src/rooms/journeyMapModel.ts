import { readMap } from '@jejak/journey-model';
import type { MapModel } from './MapModel.ts';

/** The journey map as rooms know it. */
export const journeyMapModel: MapModel = {
  readMap,
  needsMigration: () => false,
  migrate() {},
};
