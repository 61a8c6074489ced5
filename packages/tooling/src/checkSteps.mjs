import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { binary, root, runCommand } from './runCommand.mjs';

const typesMsMax = 5 * 60_000;

/** @typedef {{ name: string, run: () => Promise<{ code: number, output: string }> }} CheckStep */

/** The workspaces of the repository, by folder. */
export function workspaces() {
  const inside = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  return [...inside('packages'), ...inside('apps'), 'bench'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  );
}

const script = (name) => () =>
  runCommand(process.execPath, [`packages/tooling/src/${name}.mjs`], { quiet: true });

/**
 * Everything `npm run check` looks at.
 * @returns {CheckStep[]}
 */
export function checkSteps() {
  const typed = workspaces().filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
  return [
    { name: 'format and lint', run: () => runCommand(binary('biome'), ['check', '.'], { quiet: true }) },
    { name: 'import rules and file lengths', run: script('imports') },
    { name: 'secrets are compared in constant time', run: script('secrets') },
    { name: 'messages in both languages', run: script('messages') },
    { name: 'rules and the tests that prove them', run: script('rules') },
    { name: 'documents fit the code', run: script('docs') },
    { name: 'compose file', run: script('compose') },
    { name: 'no version with a known hole', run: script('floors') },
    { name: 'GraphQL types of the pages', run: () => checkGenerated('apps/web') },
    { name: 'GraphQL types of the client', run: () => checkGenerated('packages/client') },
    ...typed.map((folder) => ({ name: `types of ${folder}`, run: () => checkTypes(folder) })),
  ];
}

/** Fails when the committed types are not those of the schema and the documents. */
function checkGenerated(folder) {
  return runCommand(binary('graphql-codegen'), ['--check'], {
    cwd: join(root, folder),
    quiet: true,
    msMax: typesMsMax,
  });
}

async function checkTypes(folder) {
  const cwd = join(root, folder);
  if (existsSync(join(cwd, 'next.config.ts'))) {
    const generated = await runCommand(binary('next'), ['typegen'], { cwd, quiet: true, msMax: typesMsMax });
    if (generated.code !== 0) return generated;
  }
  return runCommand(binary('tsc'), ['--noEmit', '-p', '.'], { cwd, quiet: true, msMax: typesMsMax });
}

/**
 * Runs the steps, a few at a time, and tells each result.
 * @param {readonly CheckStep[]} steps
 * @param {(line: string) => void} say
 * @param {number} [atOnce]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, say, atOnce = 2) {
  const waiting = [...steps];
  const result = { passed: 0, failed: 0 };
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedAt = performance.now();
      const { code, output } = await step.run();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      if (code === 0) {
        result.passed += 1;
        say(`  ok      ${step.name} (${seconds} s)`);
      } else {
        result.failed += 1;
        say(`  FAILED  ${step.name} (${seconds} s)\n${output.trim()}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return result;
}
