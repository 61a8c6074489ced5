import { fork } from 'node:child_process';
import type { LeanTarget } from './LeanClient.ts';

/** Messages between the bench and its probe. */
export type ToProbe = { readonly target: LeanTarget } | { readonly longest: true };
export type FromProbe = { readonly ready: true } | { readonly longest: number } | { readonly ended: string };

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
  let why = 'it ended';
  const gone = new Promise<never>((_, reject) => {
    child.once('disconnect', () => reject(new Error(`the probe: ${why}`)));
  });
  // Nobody may be asking when it goes.
  gone.catch(() => {});
  const ask = async (message: ToProbe): Promise<FromProbe> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the probe did not answer')), answerMsMax);
    });
    const answered = new Promise<FromProbe>((resolve) => {
      child.once('message', (answer: FromProbe) => {
        if ('ended' in answer) why = answer.ended;
        else resolve(answer);
      });
    });
    try {
      // Where it has ended already, `gone` says so.
      child.send(message, () => {});
      return await Promise.race([answered, gone, late]);
    } finally {
      clearTimeout(timer);
    }
  };
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
