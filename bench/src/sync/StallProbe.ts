import { fork } from 'node:child_process';
import type { LeanTarget } from './LeanClient.ts';

/** Messages between the bench and its probe. */
export type ToProbe = { readonly target: LeanTarget } | { readonly longest: true };
export type FromProbe = { readonly ready: true } | { readonly longest: number };

/** How long a server's event loop is held: a process of its own pings it all the time. */
export interface StallProbe {
  /** The longest answer since the last call, in milliseconds. */
  longest(): Promise<number>;
  close(): Promise<void>;
}

const answerMsMax = 20_000;

/** Starts a probe that comes in as the given client and says nothing but pings. */
export async function startStallProbe(target: LeanTarget): Promise<StallProbe> {
  const child = fork(new URL('./probe.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const ask = (message: ToProbe) =>
    new Promise<FromProbe>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the probe did not answer')), answerMsMax);
      const onExit = () => {
        clearTimeout(timer);
        child.off('exit', onExit);
        reject(new Error('the probe could not come in, or was sent away'));
      };
      child.once('exit', onExit);
      child.once('message', (answer: FromProbe) => {
        clearTimeout(timer);
        child.off('exit', onExit);
        resolve(answer);
      });
      // It may have ended since the last question.
      child.send(message, (error) => {
        if (error !== null) onExit();
      });
    });
  await ask({ target });
  return {
    async longest() {
      const answer = await ask({ longest: true });
      return 'longest' in answer ? answer.longest : Number.NaN;
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
