import { authorRuns } from '../persistence/authorRuns.ts';
import type { LogEntry } from '../persistence/UpdateLog.ts';
import type { Receiver } from './Receiver.ts';
import type { Taken } from './TakenQueue.ts';

/** Updates of one document that are journaled and may leave the room. */
export interface DurableBatch {
  /** The log stands at this number. */
  readonly seq: number;
  /** Whether this node appended it; otherwise it was read from the log. */
  readonly own: boolean;
  readonly items: readonly {
    readonly update: Uint8Array;
    /** Who sent it, null when it came from the server or another node. */
    readonly from: Receiver | null;
  }[];
  /** Ids of the records they changed; put together when somebody asks, for most batches nobody does. */
  readonly changedIds: () => readonly string[];
}

/** What others journaled, as it is told here. */
export function othersBatch(
  seq: number,
  updates: readonly Uint8Array[],
  changedIds: readonly string[],
): DurableBatch {
  return {
    seq,
    own: false,
    items: updates.map((update) => ({ update, from: null })),
    changedIds: () => changedIds,
  };
}

/** What the log is given of this. */
export function loggedOf(items: readonly Taken[]): Pick<LogEntry, 'updates' | 'authors' | 'calls'> {
  const calls = items.flatMap(({ call }) => (call === undefined ? [] : [call]));
  return {
    updates: items.map(({ update }) => update),
    authors: authorRuns(items.map(({ by }) => by)),
    ...(calls.length === 0 ? {} : { calls }),
  };
}

/** What this node journaled. */
export function ownBatch(seq: number, items: readonly Taken[]): DurableBatch {
  return {
    seq,
    own: true,
    items,
    changedIds: () => [...new Set(items.flatMap(({ changedIds }) => changedIds))],
  };
}
