import { fork } from 'node:child_process';
import type { Writer } from './Edit.ts';
import type { JobRoom } from './Job.ts';
import type { SyncServer } from './SyncServer.ts';

/** What is heard, from where, and what is edited meanwhile. */
export interface Hearing {
  readonly server: Pick<SyncServer, 'port' | 'dialect' | 'answers'>;
  readonly room: JobRoom;
  /** Whose edits are the flood, and the clock of each. */
  readonly flood: { readonly yClient: number; readonly clocks: readonly number[] };
  readonly other: Writer;
}

/** When what came; moments of `performance.timeOrigin + performance.now()`, the same in all processes. */
export interface Heard {
  /** Of each edit of the flood. */
  readonly arrivals: Float64Array;
  /** From another's edit to its arrival, meanwhile. */
  readonly delays: readonly number[];
}

/** Messages between the bench and its listener. */
export type ToListener = Hearing | { readonly begin: true } | { readonly end: true };
export type FromListener = { readonly ready: true } | { readonly all: true } | { readonly heard: Heard };

/** Two clients of a room: one hears a flood, the other edits at a human pace. */
export interface FloodListener {
  begin(): void;
  /** Resolves when the whole flood has come. */
  readonly all: Promise<void>;
  end(): Promise<Heard>;
}

const answerMsMax = 60_000;

/** Starts them in a process of their own, so that sending the flood delays neither. */
export async function startFloodListener(hearing: Hearing): Promise<FloodListener> {
  const child = fork(new URL('./listen.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const hear = <T>(read: (message: FromListener) => T | undefined): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      void exited.then(() => reject(new Error('the listener ended')));
      child.on('message', (message: FromListener) => {
        const value = read(message);
        if (value !== undefined) resolve(value);
      });
    });
  const heard = hear((message) => ('heard' in message ? message.heard : undefined));
  const all = hear((message) => ('all' in message ? true : undefined)).then(() => {});
  for (const promise of [heard, all]) promise.catch(() => {});
  const tell = (message: ToListener) => child.send(message);
  const limit = setTimeout(() => child.kill('SIGKILL'), answerMsMax);
  tell(hearing);
  await hear((message) => ('ready' in message ? true : undefined));
  return {
    begin: () => tell({ begin: true }),
    all,
    async end() {
      try {
        tell({ end: true });
        return await heard;
      } finally {
        clearTimeout(limit);
        child.kill('SIGKILL');
        await exited;
      }
    },
  };
}
