// Fails when the lock file, or the Node that runs this, is of a version with a known hole. Needs no network; what it knows is in floorRules.mjs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { floorProblems, nodeProblem } from './floorRules.mjs';
import { root } from './runCommand.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const problems = [...floorProblems(packages), nodeProblem(process.versions.node)].filter(
  (problem) => problem !== null,
);
process.stdout.write(problems.length === 0 ? 'no version below its floor\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
