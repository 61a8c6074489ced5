import { setTimeout as sleep } from 'node:timers/promises';

/** Wait before attempt `attempt + 1`: doubling from 50 ms to 1 s. */
export function backOffMs(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 1_000);
}

/** Waits without keeping the process alive. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms, undefined, { ref: false });
}
