import type { MapPart } from '@jejak/journey-events';
import type { LoadedSnapshot, SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { LogEntry, UpdateLog } from '../persistence/UpdateLog.ts';
import { docIdOf } from '../rooms/docId.ts';

/** A document at one place of its log, as updates; `gap`: what leads there is merged with what comes after. */
export type Ground =
  | { readonly kind: 'ground'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'gap' };

const attemptsMax = 5;

/** Finds a document as it was after entry `seq`: by the newest snapshot, or the one before, and the log since. */
export async function groundOf(
  mapId: string,
  part: MapPart,
  seq: number,
  { log, snapshots }: { readonly log: UpdateLog; readonly snapshots: SnapshotStore },
): Promise<Ground> {
  if (seq === 0) return { kind: 'ground', updates: [] };
  const docId = docIdOf(mapId, part);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const newest = await snapshots.load(docId);
    const snapshot = isUpTo(newest, seq) ? newest : await snapshots.loadBefore(docId);
    if (!isUpTo(snapshot, seq)) return { kind: 'gap' };
    const { snapshotSeq } = snapshot.head;
    // As a rule: what is told ends where the newest snapshot does.
    if (snapshotSeq === seq) return { kind: 'ground', updates: stateOf(snapshot, []) };
    const after = await log.readAfter(docId, snapshotSeq);
    const entries = after.filter((entry) => entry.seq <= seq);
    // A compaction between the two reads took some: then there is a newer snapshot.
    if (entries.length === seq - snapshotSeq) return { kind: 'ground', updates: stateOf(snapshot, entries) };
  }
  return { kind: 'gap' };
}

type Loaded = Extract<LoadedSnapshot, { kind: 'loaded' }>;

function isUpTo(snapshot: LoadedSnapshot, seq: number): snapshot is Loaded {
  return snapshot.kind === 'loaded' && snapshot.head.snapshotSeq <= seq;
}

/** What lies before the beginning of the newest life belongs to a former one. */
function stateOf({ state }: Loaded, entries: readonly LogEntry[]): readonly Uint8Array[] {
  const begun = entries.findLastIndex(({ epoch }) => epoch !== undefined);
  const updates = entries.slice(Math.max(begun, 0)).flatMap((entry) => entry.updates);
  return begun < 0 && state !== null ? [state, ...updates] : updates;
}
