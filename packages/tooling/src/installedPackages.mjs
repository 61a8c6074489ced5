import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why the installed packages are not those of the lock file; null when they are. npm writes its own lock file inside
 * node_modules as the last act of an installation, so an interrupted one is noticed too.
 * @param {string} root
 * @returns {string | null}
 */
export function installationProblem(root) {
  const installedPath = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return 'packages are not installed';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  return packagesProblem(wanted, installed);
}

/**
 * @param {Record<string, { version?: string, link?: boolean, optional?: boolean }>} wanted
 * @param {Record<string, { version?: string, link?: boolean }>} installed
 * @returns {string | null}
 */
export function packagesProblem(wanted, installed) {
  for (const [path, { version, link, optional }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    if (found === undefined) {
      // Parts for other platforms are in the lock file and rightly absent.
      if (optional) continue;
      return `${path.replace(/^.*node_modules\//, '')} is not installed`;
    }
    if (!link && found.version !== version)
      return `${path.replace(/^.*node_modules\//, '')} is not at ${version}`;
  }
  return null;
}

/**
 * Compares a version such as `20.20.2` with the lowest one of `>=20.20.2`.
 * @param {string} version
 * @param {string} range
 */
export function satisfiesMinimum(version, range) {
  const parts = (text) =>
    text
      .replace(/^[^\d]*/, '')
      .split('.')
      .map(Number);
  const [have, want] = [parts(version), parts(range)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
