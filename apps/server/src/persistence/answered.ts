import { within } from '../rooms/bounded.ts';

/** How long the database may take over one read, there and on the way: 8 MiB come in that time over a poor network. */
export const readMsMax = 10_000;

/**
 * Waits a bounded time for an answer of the database: over a connection that died without a word none ever comes.
 * Whoever asked may ask again; what was asked may be done all the same.
 */
export function answered<T>(asked: Promise<T>, msMax = readMsMax): Promise<T> {
  return within(asked, msMax, () => new Error('the database did not answer in time'));
}
