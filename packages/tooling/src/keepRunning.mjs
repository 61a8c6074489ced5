import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './runCommand.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentEveryMs = 300;

/**
 * Runs programs until the first ends, passes signals on to all of them, and resolves with that one's exit code.
 * @param {readonly { program: string, args: readonly string[], env: Record<string, string>, cwd?: string }[]} commands
 * @returns {Promise<number>}
 */
export function keepRunning(commands) {
  return new Promise((resolve) => {
    const children = commands.map(({ program, args, env, cwd = root }) =>
      // The channel is there to close: a child notices when we are killed and cannot pass on a signal.
      spawn(program, [...args], {
        cwd,
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, ...env },
      }),
    );
    let result = null;
    let running = children.length;
    const endAll = (signal) => {
      for (const child of children)
        if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    };
    // From a terminal an interrupt reaches the children twice; they end in order once, however often they are told.
    for (const signal of signals) process.on(signal, () => endAll(signal));
    const stopWatching = onParentGone(() => endAll('SIGTERM'));
    const ended = (code) => {
      running -= 1;
      if (result === null) {
        result = code;
        endAll('SIGTERM');
      }
      if (running > 0) return;
      stopWatching();
      resolve(result);
    };
    for (const child of children) {
      child.once('error', (error) => {
        process.stderr.write(`${error.message}\n`);
        ended(1);
      });
      child.once('exit', (code, signal) =>
        ended(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
      );
    }
  });
}

/**
 * npm runs a script through a shell, which dies of a signal without passing it on, and outlives an npm that was
 * killed. We look for both. Only then; somebody who started us by hand may well leave before us.
 * @param {() => void} listener
 * @returns {() => void}
 */
function onParentGone(listener) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || isAlive(npm))) return;
    clearInterval(timer);
    listener();
  }, parentEveryMs);
  return () => clearInterval(timer);
}

/**
 * The npm that started our shell; null where our parent is npm itself, or nobody can tell.
 * @param {number} shell
 * @returns {number | null}
 */
function npmAbove(shell) {
  const above = parentOf(shell);
  return above !== null && /(^|\/)npm(\s|$)|npm-cli\.js/.test(commandOf(above)) ? above : null;
}

const ask = (pid, what) => {
  const { stdout } = spawnSync('ps', ['-o', `${what}=`, '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 2_000,
  });
  return (stdout ?? '').trim();
};

function parentOf(pid) {
  try {
    // The name in brackets may hold anything; what counts comes after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  } catch {
    return Number(ask(pid, 'ppid')) || null;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ask(pid, 'args');
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
