import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/**
 * Runs a program to its end. Resolves with its exit code and, when `quiet`, everything it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, quiet?: boolean, msMax?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(program, args, options = {}) {
  const { cwd = root, env = {}, quiet = false, msMax } = options;
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    const read = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    const timer = msMax === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), msMax);
    // Ended with us: an interrupted check must not leave a compiler running.
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    const done = (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.once('close', (code, signal) => {
      if (signal !== null) output += `ended by ${signal}\n`;
      done(code ?? 1);
    });
  });
}

/**
 * A program of the installed packages, run with this node.
 * @param {string} name
 */
export function binary(name) {
  return `${root}/node_modules/.bin/${name}`;
}
