import { expect, test } from 'vitest';
import { floorProblems, floors, isBelow, nodeProblem } from '../src/floorRules.mjs';

const good = Object.fromEntries(
  Object.entries(floors).map(([name, { version }]) => [`node_modules/${name}`, { version }]),
);

test('versions at their floors pass', () => {
  expect(floorProblems(good)).toEqual([]);
});

test('an older copy anywhere in the tree is named with its hole', () => {
  const problems = floorProblems({ ...good, 'node_modules/some/node_modules/ws': { version: '8.20.9' } });
  expect(problems).toEqual([
    'node_modules/some/node_modules/ws is 8.20.9; it must be 8.23.0 or newer (CVE-2026-48779, CVE-2024-37890)',
  ]);
});

test('a package with a name that only ends alike is another package', () => {
  expect(
    floorProblems({
      ...good,
      'node_modules/@types/ws': { version: '8.18.1' },
      'apps/ws': { version: '0.1.0' },
    }),
  ).toEqual([]);
});

test('a lock file without what we watch fails', () => {
  const { 'node_modules/next': _next, ...rest } = good;
  expect(floorProblems(rest)).toEqual(['next is not in the lock file']);
});

test.each([
  ['1.2.3', '1.2.3', false],
  ['1.2.3-beta.1', '1.2.3', true],
  ['1.2.4-beta.1', '1.2.3', false],
  ['1.10.0', '1.9.9', false],
  ['2.0.0', '1.9.9', false],
  ['1.2', '1.2.1', true],
  ['1.2.3+build', '1.2.3', false],
])('%s below %s: %s', (version, floor, below) => {
  expect(isBelow(version, floor)).toBe(below);
});

test.each([
  ['20.20.2', null],
  ['20.20.1', '20.20.2'],
  ['22.22.0', null],
  ['22.21.9', '22.22.0'],
  ['24.13.0', null],
  ['24.12.0', '24.13.0'],
  ['26.0.0', null],
  ['25.1.0', null],
  ['21.7.3', 'no releases any more'],
  ['18.20.8', 'no releases any more'],
])('Node %s lacks %s', (version, problem) => {
  expect(nodeProblem(version)).toEqual(problem === null ? null : expect.stringContaining(problem));
});
