import type { Snapshot, SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';

/**
 * Saves a snapshot, then deletes from the log what the one before it holds. What came since stays: with it a newest
 * snapshot that is damaged is made good [ROOM13]. `stale`: another node's is as new, and it deletes for itself.
 */
export async function saveSnapshot(
  docId: string,
  snapshot: Snapshot,
  { log, snapshots }: { readonly log: UpdateLog; readonly snapshots: SnapshotStore },
): Promise<'saved' | 'stale'> {
  if ((await snapshots.save(docId, snapshot)) === 'stale') return 'stale';
  const held = (await snapshots.head(docId))?.beforeSeq ?? 0;
  if (held > 0) await log.deleteThrough(docId, held);
  return 'saved';
}
