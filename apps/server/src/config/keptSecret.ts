import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The signing secret kept in the data folder; made on the first run, readable by this user only. */
export function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'auth-secret');
  const made = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    // Written aside and linked: of two servers starting at once exactly one secret wins, and nobody reads half of it.
    writeFileSync(made, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
    linkSync(made, path);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  } finally {
    rmSync(made, { force: true });
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${path} is damaged: delete it (everybody signs in again) and start again.`);
  return secret;
}
