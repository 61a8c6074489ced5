import { randomBytes } from 'node:crypto';
import { syncLimits } from '@jejak/protocol';
import type { Connection, QueryFilter } from 'mongoose';
import { answered, readMsMax } from '../answered.ts';
import type { DocumentHead, LoadedSnapshot, Snapshot, SnapshotStore } from '../SnapshotStore.ts';
import { cutIntoPieces, describePieces, joinPieces } from '../snapshotPieces.ts';
import { bytesOf } from './GroupCommit.ts';
import {
  type HeadRecord,
  type SnapshotModels,
  type SnapshotPointer,
  snapshotModels,
} from './snapshotModels.ts';

const loadAttemptsMax = 3;

/** Snapshots in MongoDB, split into pieces that stay far below its document limit. */
export class MongoSnapshotStore implements SnapshotStore {
  readonly #models: SnapshotModels;
  readonly #now: () => number;

  constructor(connection: Connection, now: () => number = Date.now) {
    this.#models = snapshotModels(connection);
    this.#now = now;
  }

  async ensureIndexes(): Promise<void> {
    await this.#models.pieces.createIndexes();
    await this.#models.heads.createIndexes();
  }

  async create(docId: string, epoch: number, until?: Date): Promise<'created' | 'exists'> {
    const nothing = { seq: 0, generation: null, pieces: 0, bytes: 0, sha256: '' };
    const head = { epoch, ...nothing, ...(until === undefined ? {} : { until }) };
    const result = await this.#models.heads.updateOne(
      { _id: docId },
      { $setOnInsert: head },
      { upsert: true },
    );
    return result.upsertedCount === 1 ? 'created' : 'exists';
  }

  async formerLivesOf(docId: string): Promise<readonly string[]> {
    // What follows `@` in the order of characters begins no longer with it.
    return this.#idsOf({ _id: { $gte: `${docId}@`, $lt: `${docId}A` } });
  }

  async outlived(now: Date, max: number): Promise<readonly string[]> {
    return this.#idsOf({ until: { $lte: now } }, max);
  }

  async head(docId: string): Promise<DocumentHead | null> {
    const head = await this.#headOf(docId);
    return head === null ? null : headOf(head);
  }

  load(docId: string): Promise<LoadedSnapshot> {
    return this.#load(docId, (head) => head);
  }

  loadBefore(docId: string): Promise<LoadedSnapshot> {
    return this.#load(docId, ({ before }) => before ?? null);
  }

  async goBack(docId: string, damagedSeq: number): Promise<void> {
    const back = [{ $set: { ...pointerAt('$before.'), before: null } }];
    const damaged = { _id: docId, seq: damagedSeq, before: { $ne: null } };
    await answered(this.#models.heads.updateOne(damaged, back, { updatePipeline: true }).exec());
  }

  async save(docId: string, { epoch, seq, state, ...known }: Snapshot): Promise<'saved' | 'stale'> {
    const { heads, pieces } = this.#models;
    const generation = randomBytes(12).toString('base64url');
    const cut = cutIntoPieces(state, syncLimits.snapshotPieceBytesMax);
    const at = new Date(this.#now());
    for (const [index, data] of cut.entries()) {
      await pieces.collection.insertOne({ docId, generation, index, seq, data: Buffer.from(data), at });
    }
    const stateVector = known.stateVector === undefined ? null : Buffer.from(known.stateVector);
    const pointer = { epoch, seq, generation, ...describePieces(state, cut), stateVector };
    const previous = await heads
      .findOneAndUpdate(
        { _id: docId, seq: { $lt: seq } },
        [{ $set: { ...pointer, before: pointerAt('$') } }],
        { updatePipeline: true, returnDocument: 'before' },
      )
      .lean();
    if (previous === null) {
      await pieces.deleteMany({ docId, generation });
      return 'stale';
    }
    // What the snapshot before last and a crash left. Whoever stands still over pieces of a higher number may yet move
    // the pointer to them, however late; over pieces of a lower one, never again.
    const kept = [generation, ...(previous.generation === null ? [] : [previous.generation])];
    await pieces.deleteMany({ docId, generation: { $nin: kept }, seq: { $not: { $gt: seq } } });
    return 'saved';
  }

  async remove(docId: string): Promise<void> {
    await this.#models.heads.deleteOne({ _id: docId });
    await this.#models.pieces.deleteMany({ docId });
  }

  #headOf(docId: string): Promise<HeadRecord | null> {
    return answered(this.#models.heads.findById(docId).maxTimeMS(readMsMax).lean().exec());
  }

  /** The ids of heads, all of them where no number is given. */
  async #idsOf(filter: QueryFilter<HeadRecord>, max = 0): Promise<readonly string[]> {
    const { heads } = this.#models;
    const found = await answered(
      heads.find(filter, { _id: 1 }).limit(max).maxTimeMS(readMsMax).lean().exec(),
    );
    return found.map(({ _id }) => _id);
  }

  async #load(docId: string, which: (head: HeadRecord) => SnapshotPointer | null): Promise<LoadedSnapshot> {
    let damaged: DocumentHead | null = null;
    for (let attempt = 0; attempt < loadAttemptsMax; attempt++) {
      const record = await this.#headOf(docId);
      const pointer = record === null ? null : which(record);
      if (record === null || pointer === null) return { kind: 'absent' };
      const head = headOf({ ...record, ...pointer });
      if (pointer.generation === null) return { kind: 'loaded', head, state: null, stateVector: null };
      const pieces = await answered(
        this.#models.pieces
          .find({ docId, generation: pointer.generation })
          .sort({ index: 1 })
          .maxTimeMS(readMsMax)
          .lean()
          .exec(),
      );
      const state = joinPieces(
        pieces.map(({ data }) => bytesOf(data)),
        pointer,
      );
      const { stateVector } = pointer;
      if (state !== null)
        return { kind: 'loaded', head, state, stateVector: stateVector ? bytesOf(stateVector) : null };
      // The pointer may have moved, and the pieces gone, between the two reads.
      damaged = head;
    }
    return damaged === null ? { kind: 'absent' } : { kind: 'damaged', head: damaged };
  }
}

function headOf({ _id, epoch, seq, before }: HeadRecord): DocumentHead {
  return { docId: _id, epoch, snapshotSeq: seq, beforeSeq: before?.seq ?? 0 };
}

/** The fields of a pointer as they stand in the record, for an update that moves them. */
function pointerAt(path: '$' | '$before.'): Readonly<Record<keyof SnapshotPointer, unknown>> {
  return {
    epoch: `${path}epoch`,
    seq: `${path}seq`,
    generation: `${path}generation`,
    pieces: `${path}pieces`,
    bytes: `${path}bytes`,
    sha256: `${path}sha256`,
    // A record that was made before there was one has none.
    stateVector: { $ifNull: [`${path}stateVector`, null] },
  };
}
