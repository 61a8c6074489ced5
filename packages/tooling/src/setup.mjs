import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { installationProblem, satisfiesMinimum } from './installedPackages.mjs';
import { binary, root, runCommand } from './runCommand.mjs';

const installMsMax = 15 * 60_000;
const buildMsMax = 10 * 60_000;
const progressEveryMs = 10_000;

/** A step of the set-up failed; the message says what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a step and tells how long it takes, with a sign of life while it runs.
 * @param {string} doing
 * @param {() => Promise<{ code: number, output: string }>} step
 * @param {string} advice
 */
async function step(doing, step, advice) {
  say(`${doing} …`);
  const startedAt = performance.now();
  const seconds = () => `${Math.round((performance.now() - startedAt) / 1000)} s`;
  const timer = setInterval(() => say(`  still at it, ${seconds()}`), progressEveryMs);
  const { code, output } = await step().finally(() => clearInterval(timer));
  if (code !== 0) throw new SetupError(`${output.trim().slice(-4000)}\n\n${doing}: failed. ${advice}`);
  say(`  done in ${seconds()}`);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (satisfiesMinimum(process.versions.node, engines.node)) return;
  throw new SetupError(
    `Jejak needs Node ${engines.node.replace('>=', '')} or newer; this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
}

async function install() {
  const problem = installationProblem(root);
  if (problem === null) return;
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await step(
    `Installing packages, about a minute (${problem})`,
    () => runCommand(program, args, { quiet: true, msMax: installMsMax }),
    'Check that the npm registry can be reached, then run the command again.',
  );
}

const shared = ['package-lock.json', 'tsconfig.base.json', 'packages'];
const builds = [
  {
    workspace: '@jejak/server',
    title: 'Building the server',
    output: 'apps/server/dist/main.mjs',
    mark: 'apps/server/dist/.fingerprint',
    sources: [...shared, 'apps/server/src', 'apps/server/build'],
  },
  {
    workspace: '@jejak/web',
    title: 'Building the pages, about half a minute',
    output: 'apps/web/.next/BUILD_ID',
    mark: 'apps/web/.next/.fingerprint',
    sources: [...shared, 'apps/web', 'apps/server/schema.graphql'],
  },
];

/** @param {readonly string[]} wanted */
async function buildWhatChanged(wanted) {
  for (const { workspace, title, output, mark, sources } of builds) {
    if (!wanted.includes(workspace)) continue;
    const now = fingerprint(root, sources);
    const markPath = join(root, mark);
    const built =
      existsSync(join(root, output)) && existsSync(markPath) ? readFileSync(markPath, 'utf8') : null;
    if (built === now) continue;
    const env = {
      TURBO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      NODE_ENV: 'production',
    };
    const args = ['run', 'build', `--filter=${workspace}`, '--output-logs=errors-only'];
    await step(
      title,
      () => runCommand(binary('turbo'), args, { quiet: true, msMax: buildMsMax, env }),
      'The messages above say where.',
    );
    mkdirSync(dirname(markPath), { recursive: true });
    writeFileSync(markPath, now);
  }
}

/**
 * Brings a fresh clone, or one that changed, to where it can run: Node, packages, builds. Says what it does, and
 * does nothing when there is nothing to do.
 * @param {{ build: boolean | 'server' }} options
 */
export async function setup({ build }) {
  checkNode();
  await install();
  if (build === 'server') await buildWhatChanged(['@jejak/server']);
  else if (build) await buildWhatChanged(builds.map(({ workspace }) => workspace));
}

/**
 * Runs the main part of a script; a failed set-up is told in one piece, without a stack.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const text = error instanceof SetupError ? error.message : (error?.stack ?? String(error));
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
