import { DomainError } from '../errors/DomainError.ts';
import type { HeavyTask } from '../heavy/HeavyWork.ts';
import type { Room } from '../rooms/Room.ts';
import type { UpdateSize } from '../rooms/RoomOptions.ts';

const nothing = Uint8Array.of(0);

/** A large update of somebody, to be tried on a copy of a room's document as it is when its turn comes. */
export function heavyTask(room: Room, userId: string, update: Uint8Array, size: UpdateSize): HeavyTask {
  return {
    userId,
    update,
    walk: room.walkOptions(size),
    state: () => {
      if (room.closed || !room.ready) throw new DomainError('UNAVAILABLE');
      return room.encodeFor(nothing);
    },
  };
}
