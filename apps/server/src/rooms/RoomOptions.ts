import type { Logger } from 'pino';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import type { RoomMetrics } from './RoomMetrics.ts';

/** What a room needs from outside. */
export interface RoomOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly logger: Logger;
  readonly metrics: RoomMetrics;
  readonly now: () => number;
}

/** Whether an update was taken; everything but `taken` left the document as it was for everybody. */
export type Submission = 'taken' | 'malformed' | 'pending' | 'full' | 'readOnly';
