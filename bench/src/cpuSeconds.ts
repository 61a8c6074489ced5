import { readFileSync } from 'node:fs';

/** Ticks per second of /proc on Linux. */
const ticksPerSecond = 100;

/** Processor time a process has used, in seconds; 0 where the system does not tell. */
export function cpuSeconds(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}
