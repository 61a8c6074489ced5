// Fails when a numbered rule has no test that carries its id, or a test carries an id no rule has.
import { readFileSync } from 'node:fs';
import { filesBelow } from './fingerprint.mjs';
import { ruleProblems } from './ruleIds.mjs';
import { root } from './runCommand.mjs';

const all = ['packages', 'apps'].flatMap((folder) => [...filesBelow(`${root}/${folder}`, { tests: true })]);
const read = (pattern) => all.filter((path) => pattern.test(path)).map((path) => readFileSync(path, 'utf8'));
const problems = ruleProblems(
  read(/\/SPEC\.md$/),
  read(/\.(test|suite|contract)\.[cm]?tsx?$|[sS]uite\.ts$|\/test\/.*\.ts$/),
);
process.stdout.write(problems.length === 0 ? 'every rule has its test\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
