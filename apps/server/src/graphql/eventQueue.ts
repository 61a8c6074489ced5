import { graphqlLimits } from './graphqlLimits.ts';
import { refusal } from './refusal.ts';

/**
 * Events of one subscription, as an iterable that is read at the client's pace. A client that falls more than
 * `max` events behind is ended with SLOW_CONSUMER: it must read the whole again anyway.
 */
export function eventQueue<T>(
  start: (push: (event: T) => void) => () => void,
  max: number = graphqlLimits.eventsQueuedMax,
): AsyncIterableIterator<T> {
  const waiting: T[] = [];
  let wake: ((result: IteratorResult<T>) => void) | null = null;
  let ended = false;
  let overflowed = false;
  const finish = () => {
    if (ended) return;
    ended = true;
    stop();
    wake?.({ done: true, value: undefined });
    wake = null;
  };
  const stop = start((event) => {
    if (ended) return;
    if (wake !== null) {
      const deliver = wake;
      wake = null;
      deliver({ done: false, value: event });
      return;
    }
    waiting.push(event);
    if (waiting.length > max) {
      overflowed = true;
      waiting.length = 0;
      finish();
    }
  });
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const event = waiting.shift();
      if (event !== undefined) return { done: false, value: event };
      if (overflowed) {
        overflowed = false;
        throw refusal('SLOW_CONSUMER', { limit: max });
      }
      if (ended) return { done: true, value: undefined };
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
    async return() {
      waiting.length = 0;
      finish();
      return { done: true, value: undefined };
    },
  };
}
