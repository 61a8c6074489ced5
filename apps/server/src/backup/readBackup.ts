import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type BackupEnd, BackupError, type BackupLine, backupVersion, decodeLine } from './backupFormat.ts';

const newline = 10;
const nothingDone = 'Nothing was restored.';

/** Reads a backup from its first line to its last; throws a `BackupError` where it is not what it should be. */
export async function* readBackup(file: string): AsyncGenerator<BackupLine, BackupEnd> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const bytes of linesOf(file)) {
    const line = decodeLine(bytes.toString());
    if (lines === 0) checkBegin(file, line);
    if (line === null)
      throw new BackupError(
        `The backup ${file} is damaged: line ${lines + 1} cannot be read. ${nothingDone}`,
      );
    if (line.kind === 'end') {
      if (line.end.lines !== lines || line.end.sha256 !== hash.digest('hex'))
        throw new BackupError(`The backup ${file} is damaged: its checksum is wrong. ${nothingDone}`);
      return line.end;
    }
    hash.update(bytes).update('\n');
    lines += 1;
    yield line;
  }
  throw new BackupError(`The backup ${file} is cut off: its end is missing. ${nothingDone}`);
}

/** Reads a backup to its end and tells of it; throws a `BackupError` when it is not whole. */
export async function checkBackup(file: string): Promise<BackupEnd> {
  const lines = readBackup(file);
  for (;;) {
    const next = await lines.next();
    if (next.done) return next.value;
  }
}

function checkBegin(file: string, line: ReturnType<typeof decodeLine>): void {
  if (line?.kind !== 'begin') throw new BackupError(`${file} is no backup of Jejak. ${nothingDone}`);
  if (line.version > backupVersion) {
    throw new BackupError(
      `The backup ${file} has format ${line.version}; this program reads up to ${backupVersion}. Restore it with the version that wrote it. ${nothingDone}`,
    );
  }
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const input = createReadStream(file);
  const unpacked = input.pipe(createGunzip());
  input.on('error', (error) => unpacked.destroy(error));
  let rest: Buffer[] = [];
  try {
    for await (const chunk of unpacked) {
      const bytes: Buffer = chunk;
      let from = 0;
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
        yield Buffer.concat([...rest, bytes.subarray(from, at)]);
        rest = [];
        from = at + 1;
      }
      if (from < bytes.length) rest.push(bytes.subarray(from));
    }
  } catch (error) {
    throw packingError(file, error);
  } finally {
    input.destroy();
  }
}

function packingError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new BackupError(`${file} is not there.`);
  if (code === 'Z_BUF_ERROR')
    return new BackupError(`The backup ${file} is cut off: its end is missing. ${nothingDone}`);
  if (code === 'Z_DATA_ERROR')
    return new BackupError(`${file} is damaged, or no backup of Jejak. ${nothingDone}`);
  return error;
}
