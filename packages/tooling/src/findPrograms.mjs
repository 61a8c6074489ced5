import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './runCommand.mjs';

const installMsMax = 10 * 60_000;

/** A program the tests need and how to come by it. */
const programs = {
  chromium: {
    title: 'Chromium, for the browser tests',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: ['/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    package: 'chromium',
  },
  redis: {
    title: 'redis-server, for the tests with several nodes',
    variable: 'REDIS_SERVER_PATH',
    names: ['redis-server'],
    paths: ['/opt/homebrew/bin/redis-server'],
    package: 'redis-server',
  },
  faketime: {
    title: 'faketime, for the tests with wrong clocks',
    variable: 'FAKETIME_PATH',
    names: ['faketime'],
    paths: ['/opt/homebrew/bin/faketime'],
    package: 'faketime',
  },
  strace: {
    title: 'strace, for the tests with failing and slow disks',
    variable: 'STRACE_PATH',
    names: ['strace'],
    paths: [],
    package: 'strace',
  },
};

/**
 * The path of a program: from its variable, from PATH, or from where it usually is.
 * @param {'chromium' | 'redis' | 'faketime' | 'strace'} which
 * @param {Record<string, string | undefined>} environment
 * @returns {string | null}
 */
export function findProgram(which, environment = process.env) {
  const { variable, names, paths } = programs[which];
  const given = environment[variable];
  if (given) return isExecutable(given) ? given : null;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...paths];
  return candidates.find(isExecutable) ?? null;
}

/**
 * Finds a program or installs Debian's package of it when this user may; otherwise says what to do.
 * @param {'chromium' | 'redis' | 'faketime' | 'strace'} which
 * @param {(line: string) => void} say
 * @returns {Promise<{ env: Record<string, string> } | { problem: string }>}
 */
export async function needProgram(which, say) {
  const { title, variable, package: name } = programs[which];
  const found = findProgram(which);
  if (found !== null) return { env: { [variable]: found } };
  const given = process.env[variable];
  if (given) return { problem: `${variable}=${given} is no program that can be run.` };
  const advice = `Install it (Debian: sudo apt-get install ${name}) or set ${variable} to its path.`;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return { problem: `${title}, was not found. ${advice}` };
  say(`Installing ${title} (Debian package ${name}) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = { quiet: true, msMax: installMsMax, env };
  await runCommand('apt-get', ['update', '-qq'], options);
  const { output } = await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', name],
    options,
  );
  const installed = findProgram(which);
  if (installed !== null) return { env: { [variable]: installed } };
  return {
    problem: `${title}, was not found and could not be installed: ${output.trim().slice(-500)}\n${advice}`,
  };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
