const firstSpreadMs = 1_500;
const spreadMsMax = 10_000;
const delayMsMin = 100;

/**
 * How long to wait before an attempt to connect: anywhere between a tenth of a second and a bound that doubles with
 * each failed attempt, up to ten seconds. Spread evenly, so that a thousand windows do not come back at once.
 */
export function reconnectDelayMs(attempt: number, random: () => number): number {
  return delayMsMin + random() * Math.min(firstSpreadMs * 2 ** attempt, spreadMsMax);
}
