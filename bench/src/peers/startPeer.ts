import { fork } from 'node:child_process';

const startMsMax = 20_000;

/** A peer in a process of its own. */
export interface Peer {
  readonly port: number;
  readonly pid: number;
  close(): Promise<void>;
}

type Program = 'relay' | 'yWebsocket' | 'hocuspocus' | 'bareHttp' | 'apollo' | 'yoga' | 'mercurius';

/** Starts one of the programs beside this file and waits until it listens. */
export async function startPeer(program: Program, args: readonly string[] = []): Promise<Peer> {
  const child = fork(new URL(`./${program}.ts`, import.meta.url), args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const port = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} did not start`)), startMsMax);
    child.once('message', (message: { port: number }) => {
      clearTimeout(timer);
      resolve(message.port);
    });
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`${program} ended before it listened`));
    });
  });
  return {
    port,
    pid: child.pid ?? 0,
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
