// Fails when a source file compares a secret with an operator, in a time that tells how much of it was right.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from './fingerprint.mjs';
import { root } from './runCommand.mjs';
import { secretProblems } from './secretRules.mjs';

const files = ['apps', 'packages']
  .flatMap((folder) => [...filesBelow(`${root}/${folder}`)])
  .map((path) => relative(root, path))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\/(generated|__generated__|gql)\//.test(path))
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
const problems = secretProblems(files);
process.stdout.write(
  problems.length === 0 ? `${files.length} files compare no secret openly\n` : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
