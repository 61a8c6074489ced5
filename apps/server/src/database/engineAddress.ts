import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const pathIn = (dataDir: string): string => join(dataDir, 'db.address');

/** Writes down where the embedded engine listens, for commands beside the server; returns what forgets it again. */
export async function noteEngineAddress(dataDir: string, uri: string): Promise<() => Promise<void>> {
  await writeFile(pathIn(dataDir), uri, { mode: 0o600 });
  return () => rm(pathIn(dataDir), { force: true });
}

/** Where the embedded engine of a data folder was last said to listen; it may be gone. */
export async function runningEngineUri(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(pathIn(dataDir), 'utf8')).trim();
  } catch {
    return null;
  }
}
