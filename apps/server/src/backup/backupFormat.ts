import { BSON, type Document } from 'mongodb';

/** The format this program writes, and the newest it reads. */
export const backupVersion = 1;

const kind = 'jejak backup';

/** A backup or a restore that cannot go on; its message says why and what now, in whole sentences. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** One line of a backup, from the first to the last but one. */
export type BackupLine =
  | { readonly kind: 'begin'; readonly version: number; readonly at: string }
  /** A record of a collection that is copied as it is. */
  | { readonly kind: 'record'; readonly collection: string; readonly record: Document }
  /** A live document begins; if it was there before, all of it is replaced. */
  | { readonly kind: 'head'; readonly head: HeadLine }
  | { readonly kind: 'piece'; readonly piece: Document }
  | { readonly kind: 'entry'; readonly entry: EntryLine };

/** What of a head matters here. */
export interface HeadLine extends Document {
  readonly _id: string;
  readonly seq: number;
  readonly generation: string | null;
}

/** What of a log entry matters here. */
export interface EntryLine extends Document {
  readonly docId: string;
  readonly seq: number;
}

/** The last line: without it a backup is cut off. */
export interface BackupEnd {
  readonly lines: number;
  readonly sha256: string;
  /** Every edit acknowledged before this moment is in the backup. */
  readonly upTo: string;
}

/** Collections of a moment: people sign in anew after a restore, and guesses are counted anew. */
export const notBackedUp: ReadonlySet<string> = new Set([
  'session',
  'tickets',
  'attempts',
  'setupCode',
  'probes',
  'restores',
  'nodes',
]);

/** Collections of live documents, which are copied document by document. */
export const documentCollections = {
  heads: 'mapHeads',
  pieces: 'mapSnapshotPieces',
  entries: 'mapLog',
  trims: 'mapLogTrims',
} as const;

/** A line as it stands in the file, with its end. */
export function encodeLine(line: BackupLine): string {
  switch (line.kind) {
    case 'begin':
      return `${JSON.stringify({ is: kind, version: line.version, at: line.at })}\n`;
    case 'record':
      return `${BSON.EJSON.stringify({ in: line.collection, record: line.record }, { relaxed: true })}\n`;
    case 'head':
      return `${BSON.EJSON.stringify({ head: line.head }, { relaxed: true })}\n`;
    case 'piece':
      return `${BSON.EJSON.stringify({ piece: line.piece }, { relaxed: true })}\n`;
    case 'entry':
      return `${BSON.EJSON.stringify({ entry: line.entry }, { relaxed: true })}\n`;
  }
}

/** The last line of a file. */
export function encodeEnd(end: BackupEnd): string {
  return `${JSON.stringify({ end })}\n`;
}

/** Reads a line; null when it is none. */
export function decodeLine(
  text: string,
): BackupLine | { readonly kind: 'end'; readonly end: BackupEnd } | null {
  let line: Document;
  try {
    line = BSON.EJSON.parse(text, { relaxed: true });
  } catch {
    return null;
  }
  if (line.is === kind && typeof line.version === 'number')
    return { kind: 'begin', version: line.version, at: String(line.at) };
  if (typeof line.in === 'string' && isRecord(line.record))
    return { kind: 'record', collection: line.in, record: line.record };
  if (isRecord(line.head) && isHead(line.head)) return { kind: 'head', head: line.head };
  if (isRecord(line.piece) && typeof line.piece.docId === 'string')
    return { kind: 'piece', piece: line.piece };
  if (isRecord(line.entry) && isEntry(line.entry)) return { kind: 'entry', entry: line.entry };
  if (isRecord(line.end) && typeof line.end.lines === 'number' && typeof line.end.sha256 === 'string') {
    const { lines, sha256, upTo } = line.end;
    return { kind: 'end', end: { lines, sha256, upTo: String(upTo) } };
  }
  return null;
}

function isRecord(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a record is a head as far as it matters here. */
export function isHead(record: Document): record is HeadLine {
  const { _id, seq, generation } = record;
  return (
    typeof _id === 'string' &&
    typeof seq === 'number' &&
    (generation === null || typeof generation === 'string')
  );
}

function isEntry(record: Document): record is EntryLine {
  return typeof record.docId === 'string' && typeof record.seq === 'number';
}
