import { webhookLimits } from './webhookLimits.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const delaysMs = [5 * secondMs, 30 * secondMs, 2 * minuteMs, 10 * minuteMs, hourMs, 3 * hourMs];
/** Many that failed together do not come back together. */
const jitter = 0.2;

/** When a delivery that failed `tries` times is sent again; null: not any more. */
export function nextAttempt(tries: number, startedAt: Date, now: Date, random: () => number): Date | null {
  const delayMs = delaysMs[Math.min(tries, delaysMs.length) - 1] ?? secondMs;
  const at = now.getTime() + delayMs * (1 - jitter + 2 * jitter * random());
  return at - startedAt.getTime() > webhookLimits.triedHours * hourMs ? null : new Date(at);
}

const failedInRowMax = 50;
/** A receiver that is started anew while people type fails often and is not gone. */
const failingMsMin = 10 * minuteMs;

/** Whether everything has failed for so long that nothing more should be sent. */
export function hasFailedForLong(
  { failedInRow, failingSince }: { readonly failedInRow: number; readonly failingSince: Date | null },
  now: Date,
): boolean {
  const ms = failingSince === null ? 0 : now.getTime() - failingSince.getTime();
  return ms >= webhookLimits.triedHours * hourMs || (failedInRow >= failedInRowMax && ms >= failingMsMin);
}
