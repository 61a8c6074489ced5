import { createHash } from 'node:crypto';
import { Binary, type Db, type Document } from 'mongodb';
import {
  type BackupLine,
  backupVersion,
  documentCollections,
  type EntryLine,
  type HeadLine,
  isHead,
  notBackedUp,
} from './backupFormat.ts';
import { collectionsOf } from './holdsAnything.ts';

/** What a backup holds, for people. */
export interface BackupSummary {
  /** Every edit acknowledged before this moment is in it. */
  upTo: Date;
  readonly records: Map<string, number>;
  documents: number;
  /** Documents whose snapshot or log has a hole: copied as they are, and they will open as they do today. */
  readonly damaged: string[];
}

const attemptsMax = 5;
const batchSize = 50;
const { heads, pieces, entries } = documentCollections;
/** What happened on maps, told from the log: of it comes what is told of entries that were copied, and no more. */
const told = 'journeyEvents';
/**
 * Whose a client id is, is written before the first edit under it, and what happened is told before a snapshot holds it:
 * read last, they cover all edits that were copied.
 */
const copiedLast: ReadonlySet<string> = new Set(['mapClients', told]);

/** A document as it stands in the stores: its snapshot, and all entries that follow without a hole. */
interface Whole {
  readonly head: HeadLine;
  readonly pieces: readonly Document[];
  readonly entries: readonly EntryLine[];
  readonly damaged: boolean;
}

/**
 * Every line of a backup but the last, read while others write. Each document is whole in itself. The log is looked
 * at once more after everything else, so that whatever was acknowledged before that look is in, however long the
 * rest took.
 */
export async function* backupLines(
  db: Db,
  now: () => Date,
  summary: BackupSummary,
): AsyncGenerator<BackupLine> {
  yield { kind: 'begin', version: backupVersion, at: now().toISOString() };
  /** Up to where each document has been copied. */
  const copied = new Map<string, number>();
  for await (const { _id } of headsOf(db)) yield* copyDocument(db, _id, copied, summary);
  // Before the records: a map made from now on may lack its own, whatever of its documents is found below.
  summary.upTo = now();
  // After the documents: the record of a map is written last, so one that is found has documents.
  const names = await otherCollections(db);
  const isLast = (name: string) => copiedLast.has(name);
  yield* copyRecords(
    db,
    names.filter((name) => !isLast(name)),
    summary,
  );

  for await (const { docId, tail } of tailsOf(db)) {
    const known = copied.get(docId);
    if (known !== undefined && tail > known) yield* copyNewer(db, docId, known, copied, summary);
  }
  for await (const head of headsOf(db)) {
    const known = copied.get(head._id);
    if (known === undefined || head.seq > known) yield* copyDocument(db, head._id, copied, summary);
  }
  const isCopied = (name: string, record: Document) => name !== told || isToldOf(record, copied);
  yield* copyRecords(db, names.filter(isLast), summary, isCopied);
  summary.documents = copied.size;
}

async function* headsOf(db: Db): AsyncGenerator<HeadLine> {
  const found = db.collection(heads).find({}, { batchSize, projection: { _id: 1, seq: 1, generation: 1 } });
  for await (const head of found) if (isHead(head)) yield head;
}

async function* tailsOf(db: Db): AsyncGenerator<{ readonly docId: string; readonly tail: number }> {
  const found = db.collection(entries).aggregate([{ $group: { _id: '$docId', tail: { $max: '$seq' } } }]);
  for await (const { _id, tail } of found) yield { docId: String(_id), tail: Number(tail) };
}

async function otherCollections(db: Db): Promise<readonly string[]> {
  const apart = new Set<string>([...notBackedUp, ...Object.values(documentCollections)]);
  return (await collectionsOf(db)).filter((name) => !apart.has(name)).sort();
}

async function* copyRecords(
  db: Db,
  names: readonly string[],
  summary: BackupSummary,
  isWanted: (collection: string, record: Document) => boolean = () => true,
): AsyncGenerator<BackupLine> {
  for (const collection of names) {
    let count = 0;
    for await (const record of db.collection(collection).find({}, { batchSize })) {
      if (!isWanted(collection, record)) continue;
      count += 1;
      yield { kind: 'record', collection, record };
    }
    summary.records.set(collection, count);
  }
}

/** Whether all that a batch of events tells is in what was copied of its map. */
function isToldOf({ mapId, through }: Document, copied: ReadonlyMap<string, number>): boolean {
  return ['structure', 'content'].every((part) => through[part] <= (copied.get(`${mapId}/${part}`) ?? 0));
}

async function* copyDocument(
  db: Db,
  docId: string,
  copied: Map<string, number>,
  summary: BackupSummary,
): AsyncGenerator<BackupLine> {
  const whole = await readWhole(db, docId);
  // Deleted meanwhile.
  if (whole === null) return;
  if (whole.damaged) summary.damaged.push(docId);
  yield { kind: 'head', head: whole.head };
  for (const piece of whole.pieces) yield { kind: 'piece', piece };
  for (const entry of whole.entries) yield { kind: 'entry', entry };
  copied.set(docId, whole.entries.at(-1)?.seq ?? whole.head.seq);
}

/** The entries after what has been copied, or the document anew when a compaction took some of them. */
async function* copyNewer(
  db: Db,
  docId: string,
  known: number,
  copied: Map<string, number>,
  summary: BackupSummary,
): AsyncGenerator<BackupLine> {
  const newer = await entriesAfter(db, docId, known);
  if (newer.some(({ seq }, index) => seq !== known + 1 + index)) {
    yield* copyDocument(db, docId, copied, summary);
    return;
  }
  for (const entry of newer) yield { kind: 'entry', entry };
  copied.set(docId, known + newer.length);
}

/**
 * Reads head, pieces and entries until they fit together: a compaction in between makes them look damaged. A newest
 * snapshot that stays damaged is left out for the one before it and the log since.
 */
async function readWhole(db: Db, docId: string): Promise<Whole | null> {
  let last: Whole | null = null;
  let before: Document | null = null;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const head = await db.collection<HeadLine>(heads).findOne({ _id: docId });
    if (head === null || !isHead(head)) return null;
    before = head.before ?? null;
    last = await readFrom(db, { ...head, before: null });
    if (!last.damaged) return last;
  }
  if (last === null || before === null) return last;
  const older = await readFrom(db, { ...last.head, ...before });
  const reaches = (older.entries.at(-1)?.seq ?? older.head.seq) >= last.head.seq;
  return older.damaged || !reaches ? last : older;
}

/** A document from a snapshot on. */
async function readFrom(db: Db, head: HeadLine): Promise<Whole> {
  const { _id: docId, generation, seq } = head;
  const found =
    generation === null
      ? []
      : await db.collection(pieces).find({ docId, generation }).sort({ index: 1 }).toArray();
  const entries = await entriesAfter(db, docId, seq);
  const damaged = !holdsAll(head, found) || entries.some((entry, index) => entry.seq !== seq + 1 + index);
  return { head, pieces: found, entries, damaged };
}

/** Whether all pieces are there and no bit differs. */
function holdsAll({ generation, pieces: count, sha256 }: HeadLine, found: readonly Document[]): boolean {
  if (generation === null) return true;
  const hash = createHash('sha256');
  for (const { data } of found)
    if (data instanceof Binary) hash.update(data.buffer.subarray(0, data.position));
  return found.length === count && hash.digest('hex') === sha256;
}

async function entriesAfter(db: Db, docId: string, seq: number): Promise<readonly EntryLine[]> {
  return db
    .collection<EntryLine>(entries)
    .find({ docId, seq: { $gt: seq } })
    .sort({ seq: 1 })
    .toArray();
}
