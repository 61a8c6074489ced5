import { type MapPart, mapParts } from '@jejak/protocol';

/** Name of one live document in log, snapshots and bus. */
export function docIdOf(mapId: string, part: MapPart): string {
  return `${mapId}/${part}`;
}

/** Names of both documents of a map. */
export function docIdsOf(mapId: string): readonly string[] {
  return mapParts.map((part) => docIdOf(mapId, part));
}
