import { setTimeout as sleep } from 'node:timers/promises';

/** Wait before attempt `attempt + 1`: doubling from 50 ms to 1 s. */
export function backOffMs(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 1_000);
}

/** Waits without keeping the process alive. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms, undefined, { ref: false });
}

/** Tries something without side effects until it works; null once `over`. */
export async function persistently<T>(
  attempt: () => Promise<T>,
  over: () => boolean,
  failed: (error: unknown) => void,
): Promise<T | null> {
  for (let count = 0; !over(); count++) {
    try {
      return await attempt();
    } catch (error) {
      failed(error);
      await pause(backOffMs(count));
    }
  }
  return null;
}
