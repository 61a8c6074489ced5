import type { DocumentHead, LoadedSnapshot, Snapshot, SnapshotStore } from '../SnapshotStore.ts';

interface Pointer {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array | null;
  readonly stateVector: Uint8Array | null;
}

interface Stored extends Pointer {
  readonly before: Pointer | null;
  readonly until?: Date;
}

/** A `SnapshotStore` for tests; it lives as long as the object. */
export class MemorySnapshotStore implements SnapshotStore {
  readonly #documents = new Map<string, Stored>();

  async create(docId: string, epoch: number, until?: Date): Promise<'created' | 'exists'> {
    if (this.#documents.has(docId)) return 'exists';
    const nothing = { seq: 0, state: null, stateVector: null, before: null };
    this.#documents.set(docId, { epoch, ...nothing, ...(until === undefined ? {} : { until }) });
    return 'created';
  }

  async formerLivesOf(docId: string): Promise<readonly string[]> {
    return [...this.#documents.keys()].filter((id) => id.startsWith(`${docId}@`));
  }

  async outlived(now: Date, max: number): Promise<readonly string[]> {
    const over = [...this.#documents].filter(([, { until }]) => until !== undefined && until <= now);
    return over.map(([id]) => id).slice(0, max);
  }

  async head(docId: string): Promise<DocumentHead | null> {
    const stored = this.#documents.get(docId);
    return stored === undefined ? null : headOf(docId, stored, stored.before);
  }

  async load(docId: string): Promise<LoadedSnapshot> {
    const stored = this.#documents.get(docId);
    if (stored === undefined) return { kind: 'absent' };
    const { state, stateVector } = stored;
    return { kind: 'loaded', head: headOf(docId, stored, stored.before), state, stateVector };
  }

  async loadBefore(docId: string): Promise<LoadedSnapshot> {
    const before = this.#documents.get(docId)?.before ?? null;
    if (before === null) return { kind: 'absent' };
    const { state, stateVector } = before;
    return { kind: 'loaded', head: headOf(docId, before, null), state, stateVector };
  }

  async goBack(docId: string, damagedSeq: number): Promise<void> {
    const stored = this.#documents.get(docId);
    if (stored === undefined || stored.before === null || stored.seq !== damagedSeq) return;
    this.#documents.set(docId, { ...stored, ...stored.before, before: null });
  }

  async save(docId: string, { epoch, seq, ...document }: Snapshot): Promise<'saved' | 'stale'> {
    const stored = this.#documents.get(docId);
    if (stored === undefined || stored.seq >= seq) return 'stale';
    const before = {
      epoch: stored.epoch,
      seq: stored.seq,
      state: stored.state,
      stateVector: stored.stateVector,
    };
    const state = document.state.slice();
    const stateVector = document.stateVector?.slice() ?? null;
    this.#documents.set(docId, { ...stored, epoch, seq, state, stateVector, before });
    return 'saved';
  }

  async remove(docId: string): Promise<void> {
    this.#documents.delete(docId);
  }
}

function headOf(docId: string, { epoch, seq }: Pointer, before: Pointer | null): DocumentHead {
  return { docId, epoch, snapshotSeq: seq, beforeSeq: before?.seq ?? 0 };
}
