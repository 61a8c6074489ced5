import { within } from '../../rooms/bounded.ts';

const msMax = 10_000;

/** Waits a bounded time for an answer of the database; what was asked may be done all the same. */
export function inTime<T>(asked: Promise<T>): Promise<T> {
  return within(asked, msMax, () => new Error('the database did not answer in time'));
}
