import type { Actor } from '../../auth/Actor.ts';
import { deniedError } from '../../errors/DomainError.ts';
import { type MapPorts, permittedMap } from './MapHandle.ts';
import type { MapRecord } from './MapRecord.ts';

/** Whether somebody may delete a map that is there; throws otherwise. */
export function permitDeletion(ports: MapPorts, actor: Actor, mapId: string): Promise<MapRecord> {
  return permittedMap(ports, actor, 'map:delete', mapId);
}

/**
 * Deletes a map for good and closes it for everybody who has it open. The record goes first: from then on
 * nobody can open the map, whatever happens to its documents.
 */
export async function deleteMap(ports: MapPorts, actor: Actor, mapId: string): Promise<void> {
  await permitDeletion(ports, actor, mapId);
  if (!(await ports.maps.delete(mapId))) throw deniedError('NOT_FOUND');
  await ports.liveMaps.remove(mapId);
}
