import { DomainError } from '../errors/DomainError.ts';

const waitMsMax = 15_000;

/** Seconds after which whoever was told to come again may. */
export const againSeconds = 2;

/** Waits for what may never come, such as a word of the database; whoever has waited too long is told to come again. */
export function inTime<T>(begin: (done: (value: T) => void, failed: () => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const failed = (): void => {
      clearTimeout(timer);
      reject(new DomainError('UNAVAILABLE', { retryAfterSeconds: againSeconds }));
    };
    const timer = setTimeout(failed, waitMsMax);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    }, failed);
  });
}
