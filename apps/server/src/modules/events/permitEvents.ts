import type { Actor } from '../../auth/Actor.ts';
import type { EventFeed } from '../../events/EventFeed.ts';
import { permittedMap } from '../maps/MapHandle.ts';
import type { MapRecord } from '../maps/MapRecord.ts';
import type { MapRepository } from '../maps/MapRepository.ts';

/** What hearing of events works with. */
export interface EventPorts {
  readonly maps: MapRepository;
  readonly events: EventFeed;
}

/**
 * Lets somebody hear what happens on a map; asked when they begin and for every event anew. Whoever may follow a map may
 * hear all of it: what is written in private does not get into its documents.
 */
export function permitEvents(
  ports: Pick<EventPorts, 'maps'>,
  actor: Actor,
  mapId: string,
): Promise<MapRecord> {
  return permittedMap(ports, actor, 'map:follow', mapId);
}
