// npm test: everything there is to prove. The last line says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSteps, runSteps, workspaces } from './checkSteps.mjs';
import { needProgram } from './findPrograms.mjs';
import { filesBelow } from './fingerprint.mjs';
import { binary, root, runCommand } from './runCommand.mjs';
import { runScript, setup } from './setup.mjs';
import { countReport } from './testReport.mjs';

const suiteMsMax = 25 * 60_000;
const say = (line) => process.stdout.write(`${line}\n`);
const only = process.argv.slice(2);

/** Workspaces that have tests, the browser's last: it is of no use when the rest is broken. */
function suites() {
  const hasTests = (folder) =>
    [...filesBelow(join(root, folder), { tests: true })].some((path) => /\.test\.[a-z]+$/.test(path));
  return workspaces()
    .filter((folder) => only.length === 0 || only.includes(folder))
    .filter(hasTests)
    .sort((a, b) => Number(a === 'apps/e2e') - Number(b === 'apps/e2e'));
}

async function runSuite(folder, env) {
  const reports = mkdtempSync(join(tmpdir(), 'jejak-report-'));
  const report = join(reports, 'report.json');
  try {
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const startedAt = performance.now();
    const { code } = await runCommand(binary('vitest'), args, {
      cwd: join(root, folder),
      env,
      msMax: suiteMsMax,
    });
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const counted = countReport(folder, readReport(report));
    // The runner may object to something no test names, such as an error after the last one.
    if (code !== 0 && counted.failed === 0) {
      counted.failed = 1;
      counted.problems.push(`${folder}: the test runner ended with ${code}`);
    }
    say(
      `  ${counted.failed === 0 ? 'ok    ' : 'FAILED'}  ${folder}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`,
    );
    return counted;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

await runScript(async () => {
  await setup({ build: true });
  const total = { passed: 0, failed: 0 };
  const problems = [];
  const add = (counted) => {
    total.passed += counted.passed;
    total.failed += counted.failed;
    problems.push(...(counted.problems ?? []));
  };

  if (only.length === 0) {
    say('Checks');
    add(await runSteps(checkSteps(), say));
  }
  let env = {};
  for (const which of ['redis', 'faketime', 'strace', 'chromium']) {
    const found = await needProgram(which, say);
    if ('env' in found) env = { ...env, ...found.env };
    else add({ passed: 0, failed: 1, problems: [found.problem] });
  }
  const folders = suites();
  if (folders.length === 0) add({ passed: 0, failed: 1, problems: ['no suite was found'] });
  for (const folder of folders) {
    say(`\n${folder}`);
    add(await runSuite(folder, env));
  }

  if (problems.length > 0) say(`\n${problems.join('\n')}`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
