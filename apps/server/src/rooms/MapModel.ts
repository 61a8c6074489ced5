import type { Roots } from '@jejak/document-lives';
import type { MapDocs, MapSnapshot } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';

/** What rooms need to know about the documents they keep. */
export interface MapModel {
  /** The number of the present format. */
  readonly format: number;
  /** The roots each document has; peers write nowhere else. */
  readonly roots: Readonly<Record<MapPart, Roots>>;
  readMap(docs: MapDocs): MapSnapshot;
  /** Whether the documents have another format than this program's; cheap, asked whenever a map opens. */
  isForeignFormat(docs: MapDocs): boolean;
  /** Brings the documents to the present format; false when they are of a later one and must not be touched. */
  migrate(docs: MapDocs): boolean;
}
