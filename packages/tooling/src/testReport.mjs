/**
 * What a suite's JSON report counts. A suite that broke before its tests, a skipped test and an empty suite are
 * failures: each would otherwise look like success.
 * @param {string} name
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 *   success: boolean, testResults: { name: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string }[] }[] } | null} report
 * @returns {{ passed: number, failed: number, problems: string[] }}
 */
export function countReport(name, report) {
  if (report === null) return { passed: 0, failed: 1, problems: [`${name}: the suite wrote no report`] };
  const problems = [];
  let failed = 0;
  let passed = 0;
  for (const file of report.testResults) {
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else {
        failed += 1;
        problems.push(`${name}: ${status}: ${fullName}`);
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
