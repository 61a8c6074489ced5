import type { DurableBatch } from '../rooms/DurableBatch.ts';
import type { Packed } from '../rooms/PackedState.ts';
import type { Receiver } from '../rooms/Receiver.ts';
import type { Room } from '../rooms/Room.ts';
import { batchFrames, endFrame, packedStateFrames, stateFrame } from './frames.ts';
import type { Outbox } from './Outbox.ts';

interface JoinerOptions {
  readonly room: Room;
  readonly outbox: Outbox;
  readonly receiver: Receiver;
  /** Whether the client takes a whole document deflated. */
  readonly takesPacked: boolean;
  /** The client has the state: updates make sense to it from now on. */
  readonly joined: () => void;
  /** What it asked for will never be journaled. */
  readonly failed: () => void;
}

/** Gives a client the state it lacks, and from then on everything that is written, without a hole between the two. */
export class Joiner {
  readonly #options: JoinerOptions;
  #joined = false;
  /** What came since the state was made that the client is about to get. */
  #meanwhile: Buffer[] | null = null;
  /** That state was packed before the question came: it lacks also what this node was about to journal. */
  #lacksOwn = false;
  #closed = false;

  constructor(options: JoinerOptions) {
    this.#options = options;
  }

  /** Whether the client has the state. */
  get joined(): boolean {
    return this.#joined;
  }

  /** Answers with what a copy of this state vector lacks, once that is journaled. */
  answer(stateVector: Uint8Array): void {
    const { room, outbox, failed } = this.#options;
    const packed = this.#packedFor(stateVector);
    const state = packed === null ? stateFrame(room.encodeFor(stateVector)) : packedStateFrames(packed);
    if (!this.#joined) {
      this.#meanwhile ??= [];
      this.#lacksOwn ||= packed !== null;
    }
    room.whenDurable(() => {
      if (this.#closed) return;
      const first = !this.#joined;
      outbox.sendState(state);
      for (const piece of this.#meanwhile ?? []) outbox.send(piece);
      if (packed !== null) outbox.send(endFrame);
      this.#meanwhile = null;
      this.#joined = true;
      if (first) this.#options.joined();
    }, failed);
  }

  /** Something has become durable. */
  hear(batch: DurableBatch): void {
    const { outbox, receiver } = this.#options;
    if (this.#joined) for (const piece of batchFrames(batch, receiver)) outbox.send(piece);
    // What is ours is in a state made now; what others wrote came into the document after that.
    else if (!batch.own || this.#lacksOwn) this.#meanwhile?.push(...batchFrames(batch, receiver));
  }

  close(): void {
    this.#closed = true;
    this.#meanwhile = null;
  }

  /** The whole document as it is kept packed, for an empty copy; asks for it where it is not there. */
  #packedFor(stateVector: Uint8Array): Packed | null {
    const { room, takesPacked } = this.#options;
    if (!takesPacked || this.#joined || !isOfNothing(stateVector)) return null;
    if (room.packed.now === null) room.packed.make(room.encodeFor(stateVector));
    return room.packed.now;
  }
}

/** Whether this is the state vector of an empty copy. */
function isOfNothing(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0;
}
