import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const madeFolders = new Set(['node_modules', '.next', '.turbo', 'dist', 'coverage', 'test-results']);
const testFolders = new Set(['test', 'fixtures']);
const made = /\.tsbuildinfo$|^next-env\.d\.ts$/;
const tests = /\.test\.[a-z]+$/;

/**
 * One hash over everything below the given paths that can change a build.
 * @param {string} root
 * @param {readonly string[]} paths
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    for (const file of filesBelow(join(root, path))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * The files below a path in a stable order, without what tools make; tests only when asked for.
 * @param {string} path
 * @param {{ tests: boolean }} [options]
 * @returns {Generator<string>}
 */
export function* filesBelow(path, options = { tests: false }) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isFile()) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) {
      if (madeFolders.has(entry.name) || (testFolders.has(entry.name) && !options.tests)) continue;
      yield* filesBelow(join(path, entry.name), options);
    } else if (entry.isFile() && !made.test(entry.name) && (options.tests || !tests.test(entry.name))) {
      yield join(path, entry.name);
    }
  }
}
