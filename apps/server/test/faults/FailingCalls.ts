import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const attachMsMax = 30_000;
const letGoMsMax = 1_000;

/** System calls of another process that fail or come late, by `strace`, until it is let go. */
export class FailingCalls {
  readonly #tracer: ChildProcess;

  private constructor(tracer: ChildProcess) {
    this.#tracer = tracer;
  }

  /** Takes hold of a process, with each of its threads. `faults` are as `strace --inject` wants them. */
  static async of(pid: number, ...faults: readonly string[]): Promise<FailingCalls> {
    const calls = faults.map((fault) => fault.replace(/:.*$/, '')).join(',');
    const args = ['-f', '-p', String(pid), '-o', '/dev/null', '-e', `trace=${calls}`];
    for (const fault of faults) args.push('-e', `inject=${fault}`);
    const tracer = spawn(process.env.STRACE_PATH ?? 'strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`strace took no hold: ${said}`)), attachMsMax);
      const over = (error?: Error): void => {
        clearTimeout(timer);
        if (error === undefined) resolve();
        else reject(error);
      };
      tracer.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (/Process \d+ attached/.test(said)) over();
      });
      const missing = 'These tests need strace on the PATH (Debian package strace).';
      tracer.once('error', (cause) => over(new Error(missing, { cause })));
      tracer.once('exit', () => over(new Error(`strace ended: ${said}`)));
    });
    return new FailingCalls(tracer);
  }

  /** From now on all calls do what they should; resolves at once where the process is gone. */
  async end(): Promise<void> {
    if (this.#tracer.exitCode !== null || this.#tracer.signalCode !== null) return;
    const gone = once(this.#tracer, 'exit', { signal: AbortSignal.timeout(attachMsMax) });
    this.#tracer.kill('SIGTERM');
    // Of a process that was killed in a call it delays it never hears again.
    const timer = setTimeout(() => this.#tracer.kill('SIGKILL'), letGoMsMax);
    await gone;
    clearTimeout(timer);
  }
}
