import type { MapPart } from '@jejak/protocol';

/** Name of one live document in log, snapshots and bus. */
export function docIdOf(mapId: string, part: MapPart): string {
  return `${mapId}/${part}`;
}

/** The map a live document belongs to. */
export function mapIdOf(docId: string): string {
  return docId.slice(0, docId.lastIndexOf('/'));
}
