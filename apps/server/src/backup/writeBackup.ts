import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db } from 'mongodb';
import { BackupError, encodeEnd, encodeLine } from './backupFormat.ts';
import { type BackupSummary, backupLines } from './backupLines.ts';
import { holdsAnything } from './holdsAnything.ts';

/** What was written where. */
export interface WrittenBackup extends BackupSummary {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Writes all that is worth keeping into a file, or into a file with the time in its name when `target` is a folder.
 * Nothing is at the file's name until it is whole and on disk.
 */
export async function writeBackup(
  db: Db,
  target: string,
  now: () => Date = () => new Date(),
): Promise<WrittenBackup> {
  // Most likely another folder or address was meant, and nobody looks into a backup until it is needed.
  if (!(await holdsAnything(db)))
    throw new BackupError('The database is empty: check MONGODB_URI or DATA_DIR. Nothing was written.');
  const file = await fileFor(target, now());
  const partial = `${file}.partial-${process.pid}`;
  const summary: BackupSummary = { upTo: now(), records: new Map(), documents: 0, damaged: [] };
  try {
    // Nobody else may read it: it holds addresses and all that people wrote.
    const output = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(linesWithEnd(db, now, summary)), createGzip(), output);
    await sync(partial);
    // A link is never made over a file that is there.
    await link(partial, file);
    await sync(dirname(file));
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
      ? new BackupError(`${file} is there already. Name another file; a backup replaces nothing.`)
      : error;
  } finally {
    await unlink(partial).catch(() => {});
  }
  return { ...summary, file, bytes: (await stat(file)).size };
}

async function* linesWithEnd(db: Db, now: () => Date, summary: BackupSummary): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const line of backupLines(db, now, summary)) {
    const text = encodeLine(line);
    hash.update(text);
    lines += 1;
    yield text;
  }
  yield encodeEnd({ lines, sha256: hash.digest('hex'), upTo: summary.upTo.toISOString() });
}

async function fileFor(target: string, now: Date): Promise<string> {
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory()) return join(target, `jejak-${now.toISOString().replaceAll(':', '-')}.backup.gz`);
  if (found !== null)
    throw new BackupError(`${target} is there already. Name another file; a backup replaces nothing.`);
  if (!(await stat(dirname(target)).catch(() => null))?.isDirectory())
    throw new BackupError(`The folder ${dirname(target)} is not there.`);
  return target;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
