import { spawn } from 'node:child_process';
import { root } from './runCommand.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs programs until the first ends, passes signals on to all of them, and resolves with that one's exit code.
 * @param {readonly { program: string, args: readonly string[], env: Record<string, string> }[]} commands
 * @returns {Promise<number>}
 */
export function keepRunning(commands) {
  return new Promise((resolve) => {
    const children = commands.map(({ program, args, env }) =>
      spawn(program, [...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }),
    );
    let result = null;
    let running = children.length;
    const endAll = (signal) => {
      for (const child of children)
        if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    };
    // From a terminal an interrupt reaches the children twice; they end in order once, however often they are told.
    for (const signal of signals) process.on(signal, () => endAll(signal));
    const ended = (code) => {
      running -= 1;
      if (result === null) {
        result = code;
        endAll('SIGTERM');
      }
      if (running === 0) resolve(result);
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
