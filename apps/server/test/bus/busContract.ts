import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bus } from '../../src/bus/Bus.ts';
import { until } from '../sync/until.ts';

/** What every `Bus` must do. */
export function busContract(name: string, join: () => Promise<Bus>): void {
  describe(`${name} as a Bus`, () => {
    let a: Bus;
    let b: Bus;
    beforeAll(async () => {
      a = await join();
      b = await join();
    });
    afterAll(async () => {
      await a.close();
      await b.close();
    });

    /** Publishes until it is heard: a subscription takes a moment to reach everybody. */
    const heard = async (from: Bus, topic: string, message: string, got: () => boolean): Promise<void> => {
      await until(`hears ${message}`, () => {
        if (!got()) from.publish(topic, message);
        return got();
      });
    };

    it('[BUS1] carries messages of a topic to the other nodes, and to nobody else', async () => {
      const got: string[] = [];
      const other: string[] = [];
      const own: string[] = [];
      const stops = [
        b.subscribe('map:1', (message) => got.push(message)),
        b.subscribe('map:2', (message) => other.push(message)),
        a.subscribe('map:1', (message) => own.push(message)),
      ];
      await heard(a, 'map:1', 'with spaces and "quotes"', () => got.length > 0);
      expect(got[0]).toBe('with spaces and "quotes"');
      expect(other).toEqual([]);
      expect(own).toEqual([]);
      for (const stop of stops) stop();
    });

    it('[BUS2] says when it listens: what is published then is heard', async () => {
      const got: string[] = [];
      for (const topic of ['map:7', 'map:7']) {
        const stop = await new Promise<() => void>((resolve) => {
          const end = b.subscribe(
            topic,
            (message) => got.push(message),
            () => resolve(end),
          );
        });
        got.length = 0;
        a.publish(topic, 'once');
        await until('heard', () => got.length === 1);
        stop();
      }
    });

    it('[BUS2] tells each listener of a topic, until it stops listening', async () => {
      const first: string[] = [];
      const second: string[] = [];
      const stopFirst = b.subscribe('t', (message) => first.push(message));
      const stopSecond = b.subscribe('t', (message) => second.push(message));
      await heard(a, 't', 'one', () => first.length > 0 && second.length > 0);
      stopFirst();
      const before = first.length;
      await heard(a, 't', 'two', () => second.includes('two'));
      expect(first).toHaveLength(before);
      stopSecond();
    });
  });
}
