import { renewalLimits } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';
import type { Room } from './Room.ts';

interface Look {
  readonly revision: number;
  readonly at: number;
  readonly clients: number;
  readonly deletionBytes: number;
}

/** A document that is written all the time is looked at so often; otherwise when it has been quiet for a moment. */
const lookEveryMs = 60_000;
const quietMs = 2_000;

/** Tells which documents have collected so much past that they should be begun anew. */
export class RenewalWatch {
  readonly #now: () => number;
  readonly #looks = new WeakMap<Room, Look>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Earlier while nobody is there whom it could disturb. */
  isDue(room: Room, alone: boolean): boolean {
    if (room.readOnly || !room.ready || room.closed) return false;
    const { clients, deletionBytes } = this.#look(room);
    const limits = alone ? renewalLimits.alone : renewalLimits.inCompany;
    return clients >= limits.clients || deletionBytes >= limits.deletionBytes;
  }

  #look(room: Room): Look {
    const last = this.#looks.get(room);
    if (last !== undefined) {
      const fresh = last.revision === room.revision;
      if (fresh || (room.idleMs < quietMs && this.#now() - last.at < lookEveryMs)) return last;
    }
    const { stateVector, revision } = room;
    const look = {
      revision,
      at: this.#now(),
      // A state vector begins with the number of its entries.
      clients: decoding.readVarUint(decoding.createDecoder(stateVector)),
      // What an equal copy is told: the deletions, which everybody hears who comes back.
      deletionBytes: room.encodeFor(stateVector).byteLength,
    };
    this.#looks.set(room, look);
    return look;
  }
}
