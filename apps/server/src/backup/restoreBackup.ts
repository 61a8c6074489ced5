import { BSON, type Collection, type Db, type Document } from 'mongodb';
import { type SeenLeases, sawAlive, seeLeases, waitForDeadLeases } from '../database/NodeLease.ts';
import { type BackupEnd, BackupError, type BackupLine, documentCollections } from './backupFormat.ts';
import { collectionsOf, holdsAnything } from './holdsAnything.ts';
import { checkBackup, readBackup } from './readBackup.ts';

/** What a restore needs. */
export interface RestoreOptions {
  readonly db: Db;
  readonly file: string;
  /** Deletes what the database holds, instead of refusing. */
  readonly replace: boolean;
  /** Makes the indexes that writing needs; the others are made when the server starts. */
  readonly ensureIndexes: () => Promise<void>;
  /** A number that no document has had as its epoch, as good as surely. */
  readonly newEpoch: () => number;
  readonly now?: () => Date;
  /** Waits between two looks for a server at work. */
  readonly pause: (ms: number) => Promise<void>;
}

/** What came back. */
export interface RestoredBackup extends BackupEnd {
  readonly records: number;
  readonly documents: number;
}

const markCollection = 'restores';
const batchCountMax = 500;
const batchBytesMax = 8 * 1024 * 1024;
const markId = 'under way';
const { heads, pieces, entries, trims } = documentCollections;

interface Mark extends Document {
  readonly _id: string;
  readonly file: string;
  readonly at: Date;
}

/** Why nothing may use this database: a restore that began and did not end; null when there is none. */
export async function unfinishedRestore(db: Db): Promise<string | null> {
  const mark = await marksOf(db).findOne({ _id: markId });
  if (mark === null) return null;
  return `A restore of ${mark.file} into this database did not finish. Run it again: npm run restore -- ${mark.file} --replace`;
}

/**
 * Brings a backup back. The file is read to its end before anything is written; a mark in the database says that a
 * restore is under way until the last record is in, and no server starts while it is there. Each document gets a new
 * epoch: a client with a copy of another life of it loads it afresh.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { db, file, replace } = options;
  const now = options.now ?? (() => new Date());
  const dead = await waitForDeadLeases(db, options.pause);
  if (dead === null) throw inUse();
  if (!replace) await refuseWhatIsNotEmpty(db);
  const end = await checkBackup(file);

  await mark(db, { file, at: now() }, dead);
  for (const name of await collectionsOf(db))
    if (name !== markCollection) await db.collection(name).deleteMany({});
  await options.ensureIndexes();
  const target = new Target(db, options.newEpoch);
  for await (const line of readBackup(file)) await target.take(line);
  await target.finish();
  await marksOf(db).deleteOne({ _id: markId });
  return { ...end, records: target.records, documents: target.documents.size };
}

async function refuseWhatIsNotEmpty(db: Db): Promise<void> {
  const unfinished = await unfinishedRestore(db);
  if (unfinished !== null) throw new BackupError(unfinished);
  if (!(await holdsAnything(db))) return;
  throw new BackupError(
    'The database is not empty. Restore into an empty one, or add --replace to delete what it holds. Nothing was restored.',
  );
}

/**
 * Sets the mark, then looks for servers: one writes its lease, then looks for the mark. So of a server and a restore
 * that begin at the same moment at least one sees the other and gives way.
 */
async function mark(db: Db, about: Pick<Mark, 'file' | 'at'>, dead: SeenLeases): Promise<void> {
  const { upsertedCount } = await marksOf(db).updateOne({ _id: markId }, { $set: about }, { upsert: true });
  if (!sawAlive(dead, await seeLeases(db))) return;
  // One that was there before says rightly that the database holds a half.
  if (upsertedCount === 1) await marksOf(db).deleteOne({ _id: markId });
  throw inUse();
}

function marksOf(db: Db): Collection<Mark> {
  return db.collection<Mark>(markCollection);
}

function inUse(): BackupError {
  return new BackupError(
    'A server works on this database. Stop every server and try again. Nothing was restored.',
  );
}

/** Where a document begins anew its epoch stands in the log, and counts for more than that of the head. */
function beginsAnew(entry: Document): boolean {
  return entry.epoch !== undefined;
}

/** The database that is being filled. */
class Target {
  records = 0;
  readonly documents = new Set<string>();
  readonly #db: Db;
  readonly #newEpoch: () => number;
  readonly #mapIds: string[] = [];
  #waiting: { readonly collection: string; readonly record: Document }[] = [];
  #bytes = 0;

  constructor(db: Db, newEpoch: () => number) {
    this.#db = db;
    this.#newEpoch = newEpoch;
  }

  async take(line: BackupLine): Promise<void> {
    switch (line.kind) {
      case 'begin':
        return;
      case 'record':
        this.records += 1;
        if (line.collection === 'maps') this.#mapIds.push(String(line.record._id));
        return this.#put(line.collection, line.record);
      case 'head': {
        const { _id, seq } = line.head;
        if (this.documents.has(_id)) await this.#forget(_id);
        this.documents.add(_id);
        await this.#put(heads, { ...line.head, epoch: this.#newEpoch() });
        if (seq > 0) await this.#put(trims, { _id, seq });
        return;
      }
      case 'piece':
        return this.#put(pieces, line.piece);
      case 'entry':
        return this.#put(
          entries,
          beginsAnew(line.entry) ? { ...line.entry, epoch: this.#newEpoch() } : line.entry,
        );
    }
  }

  /** Writes what waits, and drops the records of maps that were deleted while the backup was made. */
  async finish(): Promise<void> {
    await this.#flush();
    const gone = this.#mapIds.filter((id) => !this.documents.has(`${id}/structure`));
    if (gone.length > 0)
      await this.#db.collection<{ _id: string }>('maps').deleteMany({ _id: { $in: gone } });
  }

  async #put(collection: string, record: Document): Promise<void> {
    this.#waiting.push({ collection, record });
    this.#bytes += BSON.calculateObjectSize(record);
    if (this.#waiting.length >= batchCountMax || this.#bytes >= batchBytesMax) await this.#flush();
  }

  async #flush(): Promise<void> {
    const byCollection = new Map<string, Document[]>();
    for (const { collection, record } of this.#waiting) {
      const records = byCollection.get(collection);
      if (records === undefined) byCollection.set(collection, [record]);
      else records.push(record);
    }
    for (const [name, records] of byCollection) await this.#db.collection(name).insertMany(records);
    this.#waiting = [];
    this.#bytes = 0;
  }

  /** The backup has this document anew: it was compacted while the backup was made. */
  async #forget(docId: string): Promise<void> {
    await this.#flush();
    await this.#db.collection<{ _id: string }>(heads).deleteOne({ _id: docId });
    await this.#db.collection<{ _id: string }>(trims).deleteOne({ _id: docId });
    await this.#db.collection(pieces).deleteMany({ docId });
    await this.#db.collection(entries).deleteMany({ docId });
  }
}
