import type { MapPart } from '@jejak/protocol';
import type { Rooms } from '../../src/rooms/createRooms.ts';

/** The life a document is in, as the address of an upload names it. */
export function presentEpoch(rooms: Rooms, mapId: string, part: MapPart = 'content'): Promise<number> {
  return rooms.registry.use(mapId, async (map) => map.part(part).epoch);
}
