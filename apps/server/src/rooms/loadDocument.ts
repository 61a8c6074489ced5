import { CloseCode } from '@jejak/protocol';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { DomainError } from '../errors/DomainError.ts';
import type { DocumentHead, SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { LogEntry, UpdateLog } from '../persistence/UpdateLog.ts';
import { hasPending } from './applyUpdate.ts';
import { loadOrigin } from './origins.ts';
import type { RoomMetrics } from './RoomMetrics.ts';

/** A document as the stores hold it. */
export interface LoadedDocument {
  readonly kind: 'loaded';
  /** Built when it is first asked for, where `state` is all of it. */
  readonly doc: Y.Doc;
  /** Everything as one update, where nothing lies after the snapshot. */
  readonly state: Uint8Array | null;
  /** Of `state`, where it is known. */
  readonly stateVector: Uint8Array | null;
  readonly epoch: number;
  /** Sequence number of the last entry in `doc`. */
  readonly tail: number;
  readonly snapshotSeq: number;
  /** The entries that lay after the snapshot. */
  readonly entries: readonly LogEntry[];
  /** Something after `tail` cannot be applied: nothing may be written any more. */
  readonly damaged: boolean;
}

export type LoadResult = LoadedDocument | { readonly kind: 'absent' } | { readonly kind: 'unreadable' };

/** Where documents are loaded from. */
export interface LoadStores {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly logger: Logger;
  readonly metrics?: Pick<RoomMetrics, 'snapshotDamaged'>;
}

const loadAttemptsMax = 5;

/** Builds a document from its snapshot and the log after it, up to the last entry that can be applied. */
export async function loadDocument(docId: string, stores: LoadStores): Promise<LoadResult> {
  let last: LoadResult = { kind: 'unreadable' };
  let damaged: DocumentHead | null = null;
  for (let attempt = 0; attempt < loadAttemptsMax; attempt++) {
    const snapshot = await stores.snapshots.load(docId);
    if (snapshot.kind === 'absent') return { kind: 'absent' };
    damaged = snapshot.kind === 'damaged' ? snapshot.head : null;
    if (snapshot.kind === 'damaged') continue;
    const { snapshotSeq } = snapshot.head;
    const entries = await stores.log.readAfter(docId, snapshotSeq);
    // Nothing after the snapshot, or merged and deleted between the two reads: then there is a newer snapshot.
    if (entries.length === 0 && (await stores.snapshots.head(docId))?.snapshotSeq !== snapshotSeq) continue;
    const { state, stateVector } = snapshot;
    const built = build({ epoch: snapshot.head.epoch, seq: snapshotSeq, state, stateVector }, entries);
    if (built.kind !== 'loaded') return built;
    if (!built.damaged) return built;
    // A compaction between the two reads looks like a hole; it is gone when we look again.
    last = built;
  }
  if (damaged !== null) {
    const mended = await loadFromBefore(damaged, stores);
    if (mended.kind === 'loaded') return mended;
    // Another node may have gone back to the snapshot before at this moment: then that is the newest.
    const head = await stores.snapshots.head(docId);
    return head?.snapshotSeq === damaged.snapshotSeq ? mended : loadDocument(docId, stores);
  }
  if (last.kind === 'loaded') await quarantine(docId, last, stores);
  return last;
}

/** Builds a document whose newest snapshot is damaged from the one before it and the log, which holds all since. */
async function loadFromBefore(damaged: DocumentHead, stores: LoadStores): Promise<LoadResult> {
  const { docId, snapshotSeq } = damaged;
  stores.metrics?.snapshotDamaged();
  stores.logger.error({ docId, snapshotSeq }, 'the snapshot of a document is damaged');
  const before = await stores.snapshots.loadBefore(docId);
  if (before.kind !== 'loaded') return { kind: 'unreadable' };
  const { epoch, snapshotSeq: seq } = before.head;
  const { state, stateVector } = before;
  const built = build({ epoch, seq, state, stateVector }, await stores.log.readAfter(docId, seq));
  if (built.kind !== 'loaded' || built.damaged || built.tail < snapshotSeq) return { kind: 'unreadable' };
  // From here on it is an ordinary document with a longer log, which the next compaction merges.
  await stores.snapshots.goBack(docId, snapshotSeq);
  stores.logger.warn({ docId, seq, tail: built.tail }, 'a document was made whole from the snapshot before');
  return built;
}

/** Where replaying begins: a snapshot, or the entry with which the document began anew. */
interface Ground {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array | null;
  readonly stateVector: Uint8Array | null;
}

function build(snapshot: Ground, entries: readonly LogEntry[]): LoadResult {
  const ground = groundOf(snapshot, entries);
  const later = entries.filter(({ seq }) => seq > ground.seq);
  const rest = later.filter(({ seq }, index) => seq === ground.seq + 1 + index);
  const damaged = rest.length < later.length;
  const stored = { epoch: ground.epoch, snapshotSeq: snapshot.seq, entries };
  // What was merged was good, and its checksum is right: most who open a map only want these bytes.
  if (ground.state !== null && rest.length === 0 && !damaged)
    return unbuilt(ground.state, { ...stored, stateVector: ground.stateVector, tail: ground.seq });
  const whole = replay(ground.state, rest);
  const common = { kind: 'loaded', state: null, stateVector: null, ...stored } as const;
  if (whole !== null) return { ...common, doc: whole, tail: ground.seq + rest.length, damaged };
  // Once per poisoned log: find the last good prefix by halves.
  let good = -1;
  let bad = rest.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (replay(ground.state, rest.slice(0, middle)) === null) bad = middle;
    else good = middle;
  }
  const doc = good < 0 ? null : replay(ground.state, rest.slice(0, good));
  if (doc === null) return { kind: 'unreadable' };
  return { ...common, doc, tail: ground.seq + good, damaged: true };
}

/** The newest life: what lies before its beginning belongs to a former one. */
function groundOf(snapshot: Ground, entries: readonly LogEntry[]): Ground {
  const begun = entries.findLast(({ epoch }) => epoch !== undefined);
  const [state] = begun?.updates ?? [];
  if (begun?.epoch === undefined || state === undefined) return snapshot;
  return { epoch: begun.epoch, seq: begun.seq, state, stateVector: null };
}

function unbuilt(
  state: Uint8Array,
  stored: Pick<LoadedDocument, 'epoch' | 'tail' | 'snapshotSeq' | 'entries' | 'stateVector'>,
): LoadedDocument {
  let built: Y.Doc | null = null;
  return {
    kind: 'loaded',
    get doc() {
      built ??= replay(state, []);
      if (built === null) throw new DomainError('UNAVAILABLE');
      return built;
    },
    state,
    ...stored,
    damaged: false,
  };
}

/** Replays everything in one transaction; null when something throws or stays pending. */
function replay(state: Uint8Array | null, entries: readonly LogEntry[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      if (state !== null) Y.applyUpdate(doc, state, loadOrigin);
      for (const entry of entries) for (const update of entry.updates) Y.applyUpdate(doc, update, loadOrigin);
    }, loadOrigin);
  } catch {
    doc.destroy();
    return null;
  }
  if (!hasPending(doc)) return doc;
  doc.destroy();
  return null;
}

async function quarantine(docId: string, loaded: LoadedDocument, stores: LoadStores): Promise<void> {
  const poisoned = loaded.entries.find((entry) => entry.seq > loaded.tail);
  stores.logger.error({ docId, tail: loaded.tail, poisoned: poisoned?.seq }, 'a log entry cannot be applied');
  if (poisoned !== undefined) await stores.log.quarantine(poisoned, 'cannot be applied');
}

/** How a room ends that finds its document like this. */
export function endOf(result: Exclude<LoadResult, LoadedDocument>): readonly [CloseCode, string] {
  return result.kind === 'absent'
    ? [CloseCode.NotFound, 'the map is gone']
    : [CloseCode.Restart, 'the document cannot be read'];
}

/** Updates that bring a document at `tail` to `loaded`: the entries in between, or everything where they are gone. */
export function missedSince(loaded: LoadedDocument, tail: number): readonly Uint8Array[] {
  const fresh = loaded.entries.filter((entry) => entry.seq > tail && entry.seq <= loaded.tail);
  if (fresh[0]?.seq === tail + 1) return fresh.flatMap((entry) => entry.updates);
  return [loaded.state ?? Y.encodeStateAsUpdate(loaded.doc)];
}
