import { spawn } from 'node:child_process';
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
 * npm runs a script through a shell, which dies of a signal without passing it on: we find ourselves without the
 * parent we had. Only then; somebody who started us by hand may well leave before us.
 * @param {() => void} listener
 * @returns {() => void}
 */
function onParentGone(listener) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener();
  }, parentEveryMs);
  return () => clearInterval(timer);
}
