import pino from 'pino';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { RedisBus } from '../../src/bus/redis/RedisBus.ts';
import { until } from '../sync/until.ts';
import { busContract } from './busContract.ts';
import { startRedis, type TestRedis } from './startRedis.ts';

const hub = new InProcessHub();
busContract('InProcessBus', async () => hub.join());

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
      await redis.kill();
      for (let n = 0; n < 1_000; n++) a.publish('t', 'away');
      await redis.start();
      await until('resumed', () => resumed === 1, 10_000);
      await until('heard again', () => {
        if (!got.includes('after')) a.publish('t', 'after');
        return got.includes('after');
      });
    } finally {
      await a.close();
      await b.close();
    }
  }, 30_000);
});
