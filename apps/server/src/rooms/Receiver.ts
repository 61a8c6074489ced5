import type { ActorRef } from '@jejak/access';
import type { DurableBatch } from './DurableBatch.ts';

/** Somebody in a room: hears what is durable and may be sent away. */
export interface Receiver {
  /** Whose edits these are. */
  readonly userId: string;
  /** The same as it is kept with what they do. */
  readonly by: ActorRef;
  onBatch(batch: DurableBatch): void;
  /** Ends the connection; further calls do nothing. */
  close(code: number, reason: string): void;
}
