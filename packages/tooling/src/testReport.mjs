import { stripVTControlCharacters } from 'node:util';

const messageLinesMax = 30;
const messageCharsMax = 4_000;

/**
 * Why a test failed, as far as a reader of the last lines needs it: the message, without colours and the runner's own frames.
 * @param {readonly string[]} messages
 */
function reason(messages) {
  const lines = messages
    .flatMap((message) => stripVTControlCharacters(message).split('\n'))
    .filter((line) => line.trim() !== '' && !/^\s+at .*node_modules|^\s+at .*node:/.test(line));
  const text = lines.slice(0, messageLinesMax).join('\n').slice(0, messageCharsMax);
  return text === '' ? '' : `\n${text.replaceAll(/^/gm, '    ')}`;
}

/**
 * What a suite's JSON report counts. A suite that broke before its tests, a skipped test and an empty suite are
 * failures: each would otherwise look like success.
 * @param {string} name
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 *   success: boolean, testResults: { name: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] } | null} report
 * @returns {{ passed: number, failed: number, problems: string[] }}
 */
export function countReport(name, report) {
  if (report === null) return { passed: 0, failed: 1, problems: [`${name}: the suite wrote no report`] };
  const problems = [];
  let failed = 0;
  let passed = 0;
  for (const file of report.testResults) {
    for (const { status, fullName, failureMessages = [] } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else {
        failed += 1;
        problems.push(`${name}: ${status}: ${fullName}${reason(failureMessages)}`);
      }
    }
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed')) {
      failed += 1;
      problems.push(`${name}: ${file.name} broke outside its tests: ${file.message ?? ''}`.trim());
    }
  }
  if (passed + failed === 0) return { passed: 0, failed: 1, problems: [`${name}: no test was run`] };
  if (!report.success && failed === 0)
    return { passed, failed: 1, problems: [`${name}: an error outside the tests`] };
  return { passed, failed, problems };
}
