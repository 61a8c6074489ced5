import { readdirSync, readFileSync } from 'node:fs';

/** Processor time the threads of a process have used, in seconds; 0 where the system does not tell. */
export function cpuSeconds(pid: number): number {
  try {
    let nanoseconds = 0;
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [running] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      nanoseconds += Number(running);
    }
    return nanoseconds / 1e9;
  } catch {
    return 0;
  }
}
