import type { MapDocs, MapSnapshot } from '@jejak/journey-model';

/** What rooms need to know about the documents they keep. */
export interface MapModel {
  readMap(docs: MapDocs): MapSnapshot;
  needsMigration(docs: MapDocs): boolean;
  /** Brings the documents to the present format; written so that two nodes doing it at once merge. */
  migrate(docs: MapDocs): void;
}
