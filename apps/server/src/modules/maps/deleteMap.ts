import type { Actor } from '../../auth/Actor.ts';
import { deniedError } from '../../errors/DomainError.ts';
import type { ChangePorts } from './applySteps.ts';
import { type MapPorts, permittedMap } from './MapHandle.ts';
import { intentMs } from './MapIntent.ts';
import type { MapRecord } from './MapRecord.ts';

/** Whether somebody may delete a map that is there; throws otherwise. */
export function permitDeletion(ports: MapPorts, actor: Actor, mapId: string): Promise<MapRecord> {
  return permittedMap(ports, actor, 'map:delete', mapId);
}

/**
 * Deletes a map for good and closes it for everybody who has it open. The record goes first: from then on
 * nobody can open the map, whatever happens to its documents; should this end there, whoever finds the intent goes on.
 */
export async function deleteMap(ports: ChangePorts, actor: Actor, mapId: string): Promise<void> {
  await permitDeletion(ports, actor, mapId);
  const { maps, liveMaps, intents, now } = ports;
  const id = `removal ${mapId}`;
  const begunAt = now().getTime();
  await intents.begin({ kind: 'removal', id, mapId, begunAt }, new Date(begunAt + intentMs));
  // Somebody else may be faster; the intent is theirs too.
  if (!(await maps.delete(mapId))) throw deniedError('NOT_FOUND');
  await liveMaps.remove(mapId);
  // Where this fails it is found to be done.
  await intents.end(id).catch(() => {});
}
