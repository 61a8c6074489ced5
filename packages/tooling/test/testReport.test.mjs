import { expect, test } from 'vitest';
import { runSteps } from '../src/checkSteps.mjs';
import { findProgram } from '../src/findPrograms.mjs';
import { ruleProblems } from '../src/ruleIds.mjs';
import { countReport } from '../src/testReport.mjs';

const file = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.every((status) => status === 'passed') ? 'passed' : 'failed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

test('passed and failed tests are counted', () => {
  const report = { success: false, testResults: [file('passed', 'failed'), file('passed')] };
  expect(countReport('x', report)).toEqual({ passed: 2, failed: 1, problems: ['x: failed: test 1'] });
});

test('a failed test says why, in so many lines, without colours and frames of libraries', () => {
  const long = Array.from({ length: 100 }, (_, n) => `line ${n}`).join('\n');
  const message = `\u001b[31mError: 1 is not 2\u001b[39m\n\n    at /a/node_modules/b.js:1\n    at a.test.ts:3\n${long}`;
  const failed = { status: 'failed', fullName: 'a test', failureMessages: [message] };
  const report = { success: false, testResults: [{ ...file(), assertionResults: [failed] }] };
  const lines = countReport('x', report).problems.join('\n').split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'x: failed: a test',
    '    Error: 1 is not 2',
    '        at a.test.ts:3',
    '    line 0',
  ]);
  expect(lines).toHaveLength(31);
  const wide = { ...failed, failureMessages: ['x'.repeat(9_000)] };
  const [told] = countReport('x', {
    ...report,
    testResults: [{ ...file(), assertionResults: [wide] }],
  }).problems;
  expect(told).toHaveLength('x: failed: a test\n    '.length + 4_000);
});

test.each(['pending', 'skipped', 'todo'])('a %s test counts as failed', (status) => {
  const report = { success: true, testResults: [file('passed', status)] };
  expect(countReport('x', report)).toMatchObject({ passed: 1, failed: 1 });
});

test('a file that broke before its tests counts as failed', () => {
  const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  expect(countReport('x', { success: false, testResults: [broken] })).toEqual({
    passed: 0,
    failed: 1,
    problems: ['x: a.test.ts broke outside its tests: no such module'],
  });
});

test('a suite with no report, no test, or an error outside its tests counts as failed', () => {
  expect(countReport('x', null).failed).toBe(1);
  expect(countReport('x', { success: true, testResults: [] }).failed).toBe(1);
  expect(countReport('x', { success: false, testResults: [file('passed')] }).failed).toBe(1);
});

test('all steps run even when one fails, and both are counted', async () => {
  const lines = [];
  const step = (name, code) => ({ name, run: async () => ({ code, output: `${name} says` }) });
  const result = await runSteps([step('a', 0), step('b', 1), step('c', 0)], (line) => lines.push(line));
  expect(result).toEqual({ passed: 2, failed: 1 });
  expect(lines.join('\n')).toContain('b says');
  expect(lines.join('\n')).not.toContain('a says');
});

test('a program is taken from its variable, else from PATH', () => {
  const folder = process.execPath.replace(/\/[^/]+$/, '');
  expect(findProgram('chromium', { CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  expect(findProgram('chromium', { CHROMIUM_PATH: '/nowhere/chromium', PATH: folder })).toBe(null);
  expect(findProgram('redis', { PATH: '' })).toBe(null);
});

test('rules without tests and tests without rules are named', () => {
  const spec = '- [AAA1] one\n- [AAA2] two\n- [AAA2] again\n';
  expect(ruleProblems([spec], ["test('[AAA1] x')", "test('[BBB1] y')"])).toEqual([
    '[AAA2] is defined twice',
    '[AAA2] has no test',
    '[BBB1] is in a test but in no SPEC.md',
  ]);
});
