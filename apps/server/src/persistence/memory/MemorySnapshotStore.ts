import type { DocumentHead, LoadedSnapshot, Snapshot, SnapshotStore } from '../SnapshotStore.ts';

interface Stored {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array | null;
  readonly until?: Date;
}

/** A `SnapshotStore` for tests; it lives as long as the object. */
export class MemorySnapshotStore implements SnapshotStore {
  readonly #documents = new Map<string, Stored>();

  async create(docId: string, epoch: number, until?: Date): Promise<'created' | 'exists'> {
    if (this.#documents.has(docId)) return 'exists';
    this.#documents.set(docId, { epoch, seq: 0, state: null, ...(until === undefined ? {} : { until }) });
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
    return stored === undefined ? null : { docId, epoch: stored.epoch, snapshotSeq: stored.seq };
  }

  async load(docId: string): Promise<LoadedSnapshot> {
    const stored = this.#documents.get(docId);
    if (stored === undefined) return { kind: 'absent' };
    return {
      kind: 'loaded',
      head: { docId, epoch: stored.epoch, snapshotSeq: stored.seq },
      state: stored.state,
    };
  }

  async save(docId: string, { epoch, seq, state }: Snapshot): Promise<'saved' | 'stale'> {
    const stored = this.#documents.get(docId);
    if (stored === undefined || stored.seq >= seq) return 'stale';
    this.#documents.set(docId, { ...stored, epoch, seq, state: state.slice() });
    return 'saved';
  }

  async remove(docId: string): Promise<void> {
    this.#documents.delete(docId);
  }
}
