// Fails when a source file imports what its place does not allow, or is too long.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from './fingerprint.mjs';
import { importProblems } from './importRules.mjs';
import { root } from './runCommand.mjs';

const generated = /\/(generated|__generated__|gql)\//;
const files = ['packages', 'apps', 'bench']
  .flatMap((folder) => [...filesBelow(`${root}/${folder}`, { tests: true })])
  .map((path) => relative(root, path))
  .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !generated.test(path) && !path.includes('/fixtures/'))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
const problems = importProblems(files);
process.stdout.write(
  problems.length === 0 ? `${files.length} files follow the import rules\n` : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
