import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../src/fingerprint.mjs';
import { installationProblem, packagesProblem, satisfiesMinimum } from '../src/installedPackages.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejak-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path, text) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

test.each([
  ['20.20.2', true],
  ['24.0.0', true],
  ['20.20.1', false],
  ['18.99.9', false],
])('Node %s is enough: %s', (version, expected) => {
  expect(satisfiesMinimum(version, '>=20.20.2')).toBe(expected);
});

test('a clone without packages is noticed', () => {
  write('package-lock.json', '{"packages":{}}');
  expect(installationProblem(folder)).toBe('packages are not installed');
});

test('a missing, an outdated and an absent optional package are told apart', () => {
  const wanted = {
    '': {},
    'apps/web': {},
    'node_modules/a': { version: '2.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  };
  expect(packagesProblem(wanted, {})).toBe('a is not installed');
  expect(packagesProblem(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe('a is not at 2.0.0');
  expect(packagesProblem(wanted, { 'node_modules/a': { version: '2.0.0' } })).toBe(null);
});

test('a build is stale when a source changes, and not when a test or an output does', () => {
  write('src/a.ts', 'one');
  const before = fingerprint(folder, ['src']);
  write('src/a.test.ts', 'test');
  write('src/node_modules/x.ts', 'made');
  expect(fingerprint(folder, ['src'])).toBe(before);
  write('src/a.ts', 'two');
  expect(fingerprint(folder, ['src'])).not.toBe(before);
});

test('moving text from one file to another changes the fingerprint', () => {
  write('src/a.ts', 'xy');
  write('src/b.ts', '');
  const before = fingerprint(folder, ['src']);
  write('src/a.ts', 'x');
  write('src/b.ts', 'y');
  expect(fingerprint(folder, ['src'])).not.toBe(before);
});
