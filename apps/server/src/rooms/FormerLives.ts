import type { ActorRef } from '@jejak/access';
import { renewalLimits } from '@jejak/protocol';
import * as Y from 'yjs';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { LogEntry, UpdateLog } from '../persistence/UpdateLog.ts';

interface FormerLivesOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly now: () => number;
}

/** A life of a document that is over. */
export interface FormerLife {
  readonly docId: string;
  readonly epoch: number;
  /** Where it ended, with the late work that is repeated in the present life already. */
  readonly state: Uint8Array;
  /** Late work that is not repeated yet. */
  readonly late: readonly LogEntry[];
  /** All of it as one update. */
  readonly whole: Uint8Array;
  /** Number of the last entry. */
  readonly tail: number;
}

const sweepEveryMs = 60 * 60 * 1_000;
const sweepMax = 100;
const loadAttemptsMax = 5;

/** Name under which a former life of a document is kept. */
export function formerIdOf(docId: string, epoch: number): string {
  return `${docId}@${epoch}`;
}

/**
 * The former lives of documents that were begun anew, kept for those who were away and come back with work that rests on
 * them. Each is a document of its own: its snapshot is where it ended, and what comes later is appended to its log until
 * it has been repeated in the present life.
 */
export class FormerLives {
  readonly #options: FormerLivesOptions;
  #sweptAt: number;

  constructor(options: FormerLivesOptions) {
    this.#options = options;
    this.#sweptAt = options.now();
  }

  /** Keeps a life as it ends; `seq` is its last entry. Of several tries the one with the highest number counts. */
  async keep(docId: string, epoch: number, seq: number, state: Uint8Array): Promise<void> {
    const { snapshots, now } = this.#options;
    const id = formerIdOf(docId, epoch);
    await snapshots.create(id, epoch, new Date(now() + renewalLimits.formerLifeMs));
    await snapshots.save(id, { epoch, seq, state });
  }

  /** Epochs of the former lives that are kept. */
  async epochsOf(docId: string): Promise<ReadonlySet<number>> {
    const ids = await this.#options.snapshots.formerLivesOf(docId);
    return new Set(ids.map((id) => Number(id.slice(docId.length + 1))));
  }

  /** A former life with all that was brought to it; null when it is not kept, or never was one. */
  async load(docId: string, epoch: number): Promise<FormerLife | null> {
    const { snapshots, log } = this.#options;
    const id = formerIdOf(docId, epoch);
    for (let attempt = 0; attempt < loadAttemptsMax; attempt++) {
      const snapshot = await snapshots.load(id);
      if (snapshot.kind !== 'loaded' || snapshot.state === null) return null;
      const { state } = snapshot;
      const { snapshotSeq } = snapshot.head;
      const late = await log.readAfter(id, snapshotSeq);
      // Noted as repeated between the two reads.
      if (late.some(({ seq }, index) => seq !== snapshotSeq + 1 + index)) continue;
      const whole =
        late.length === 0 ? state : Y.mergeUpdates([state, ...late.flatMap(({ updates }) => updates)]);
      return { docId, epoch, state, late, whole, tail: snapshotSeq + late.length };
    }
    return null;
  }

  /** Appends somebody's late work; false when somebody else's came first. */
  async append({ docId, epoch, tail }: FormerLife, update: Uint8Array, by: ActorRef): Promise<boolean> {
    const authors = [{ by, updates: 1 }];
    const entry = { docId: formerIdOf(docId, epoch), seq: tail + 1, updates: [update], authors };
    return (await this.#options.log.append(entry)) === 'appended';
  }

  /** Notes that all late work up to `seq` is repeated in the present life. */
  async settle({ docId, epoch }: FormerLife, seq: number, state: Uint8Array): Promise<void> {
    const { snapshots, log } = this.#options;
    const id = formerIdOf(docId, epoch);
    if ((await snapshots.save(id, { epoch, seq, state })) === 'saved') await log.deleteThrough(id, seq);
  }

  /** Forgets all former lives of a document for good. */
  async remove(docId: string): Promise<void> {
    const { snapshots } = this.#options;
    for (const id of await snapshots.formerLivesOf(docId)) await this.#forget(id);
  }

  /** Now and then forgets what has been kept long enough; a bounded number at a time. */
  async sweep(): Promise<void> {
    const { snapshots, now } = this.#options;
    if (now() - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = now();
    for (const id of await snapshots.outlived(new Date(now()), sweepMax)) await this.#forget(id);
  }

  async #forget(id: string): Promise<void> {
    const { snapshots, log } = this.#options;
    await snapshots.remove(id);
    const tail = (await log.tails([id])).get(id);
    if (tail !== undefined) await log.deleteThrough(id, tail);
  }
}
