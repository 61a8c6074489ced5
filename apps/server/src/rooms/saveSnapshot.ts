import type { Snapshot, SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import type { LogReader } from './LogReader.ts';

/** What a snapshot is saved with. */
export interface SnapshotStores {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly reader: LogReader;
}

/**
 * Saves a snapshot, then deletes from the log what the one before it holds. What came since stays: with it a newest
 * snapshot that is damaged is made good [ROOM13]. `stale`: another node's is as new, and it deletes for itself.
 */
export async function saveSnapshot(
  docId: string,
  snapshot: Snapshot,
  { log, snapshots, reader }: SnapshotStores,
): Promise<'saved' | 'stale'> {
  // From the newest snapshot on, whoever reads the log finds the rest of it.
  await reader.hasRead(docId, snapshot.seq);
  if ((await snapshots.save(docId, snapshot)) === 'stale') return 'stale';
  const held = (await snapshots.head(docId))?.beforeSeq ?? 0;
  if (held > 0) await log.deleteThrough(docId, held);
  return 'saved';
}
