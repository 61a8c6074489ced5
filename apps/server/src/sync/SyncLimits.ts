import { syncLimits } from '@jejak/protocol';

/** The limits of `syncLimits` that an operator may raise; the others belong to the protocol. */
const raisable = [
  'messagesPerSecond',
  'messagesBurst',
  'bytesPerSecond',
  'bytesBurst',
  'stateVectorsPerMinute',
  'presencePerSecond',
  'connectionsPerUserAndMap',
  'connectionsPerUser',
  'connectionsPerMap',
  'connectionsPerAddress',
  'attemptsPerSecondAndAddress',
  'attemptsBurstPerAddress',
  'connectionsPerProcess',
] as const;

/** What one connection, person, address, map and process may do. */
export type SyncLimits = Readonly<Record<(typeof raisable)[number] | 'debtMsMax', number>>;

/** The limits, each raisable one so many times as high. */
export function syncLimitsTimes(allowance: number): SyncLimits {
  const limits = { ...syncLimits } satisfies SyncLimits;
  const raised: Record<keyof SyncLimits, number> = limits;
  for (const name of raisable) raised[name] = syncLimits[name] * allowance;
  return raised;
}
