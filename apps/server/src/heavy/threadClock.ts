import { readFileSync, readlinkSync } from 'node:fs';

/** Where the system tells how long the calling thread has run; null where it does not. */
export function ownThreadClock(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return null;
  }
}

/** Processor time a thread has used, in milliseconds; null when nothing tells. */
export function threadCpuMs(clock: string | null): number | null {
  if (clock === null) return null;
  try {
    return Number(readFileSync(clock, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}
