import { TcpProxy } from '@jejak/testbed';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InProcessBus, InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { RedisBus } from '../../src/bus/redis/RedisBus.ts';
import { createMetrics } from '../../src/observability/createMetrics.ts';
import { observedBus } from '../../src/observability/observedBus.ts';
import { until } from '../sync/until.ts';
import { busContract } from './busContract.ts';
import { startRedis, type TestRedis } from './startRedis.ts';

const hub = new InProcessHub();
busContract('InProcessBus', async () => hub.join());
busContract('a bus that is observed', async () => observedBus(hub.join(), createMetrics()));

it('[BUS4] a bus knows that it is alone, and no longer once another joins', async () => {
  const shared = new InProcessHub();
  const first = shared.join();
  expect([new InProcessBus().alone, first.alone]).toEqual([true, true]);
  const second = observedBus(shared.join(), createMetrics());
  expect([first.alone, second.alone]).toEqual([false, false]);
  await first.close();
  expect(second.alone).toBe(true);
});

describe('over Redis', () => {
  const logger = pino({ level: 'silent' });
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  }, 20_000);
  afterAll(() => redis.stop());

  busContract('RedisBus', async () => new RedisBus({ url: redis.url, logger }));

  it('[BUS3] loses messages while Redis is away, waits for nothing, and says when it is back', async () => {
    const [a, b] = [new RedisBus({ url: redis.url, logger }), new RedisBus({ url: redis.url, logger })];
    try {
      const got: string[] = [];
      let resumed = 0;
      b.subscribe('t', (message) => got.push(message));
      b.onResume(() => {
        resumed += 1;
      });
      await until('connected', () => {
        if (got.length === 0) a.publish('t', 'before');
        return got.length > 0;
      });
      await until('told that it works', () => resumed === 1);
      await redis.kill();
      for (let n = 0; n < 1_000; n++) a.publish('t', 'away');
      await redis.start();
      await until('resumed', () => resumed === 2, 10_000);
      await until('heard again', () => {
        if (!got.includes('after')) a.publish('t', 'after');
        return got.includes('after');
      });
    } finally {
      await a.close();
      await b.close();
    }
  }, 30_000);

  it('[BUS3] replaces a connection that fell silent', async () => {
    const proxy = await TcpProxy.listen(redis.port, () => 0.5);
    const url = `redis://127.0.0.1:${proxy.port}`;
    const a = new RedisBus({ url: redis.url, logger });
    const b = new RedisBus({ url, logger, silenceMsMax: 100 });
    try {
      const got: string[] = [];
      await new Promise<void>((resolve) => b.subscribe('t', (message) => got.push(message), resolve));
      let resumed = 0;
      b.onResume(() => {
        resumed += 1;
      });
      // Open connections swallow everything; new ones work.
      proxy.stall('both', false);
      await until('made anew', () => resumed > 0);
      await until('heard again', () => {
        if (!got.includes('after')) a.publish('t', 'after');
        return got.includes('after');
      });
    } finally {
      await a.close();
      await b.close();
      await proxy.close();
    }
  });
});
