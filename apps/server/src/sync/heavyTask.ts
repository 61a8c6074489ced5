import { heavyLimits, updateLimits } from '@jejak/protocol';
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
    // A step 2 is small enough to be applied at once, and has one answer.
    partMax: size === 'work' ? heavyLimits.partStructs : updateLimits.state.walk.deleteRanges,
    state: () => {
      if (room.closed || !room.ready) throw new DomainError('UNAVAILABLE');
      return room.encodeFor(nothing);
    },
  };
}
