import type { MapDocs } from '../operation.ts';
import type { MapSnapshot } from '../snapshot.ts';
import { assembleMap } from './assembleMap.ts';
import { parseMap } from './parseMap.ts';

/**
 * The whole map at this moment, from whatever the two documents hold: it never throws, and nothing a
 * person wrote disappears; what has lost its place is listed as unplaced.
 */
export function readMap(docs: MapDocs): MapSnapshot {
  return assembleMap(parseMap(docs));
}
