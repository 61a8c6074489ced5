import type { Bus } from './bus/Bus.ts';
import { InProcessBus } from './bus/inProcess/InProcessBus.ts';
import { RedisBus } from './bus/redis/RedisBus.ts';
import type { Config } from './config/Config.ts';
import type { Logger } from './observability/createLogger.ts';

/** The bus between nodes: Redis where there is one, else this process is the only node. */
export function openBus(config: Config, logger: Logger): Bus {
  return config.redisUrl === null ? new InProcessBus() : new RedisBus({ url: config.redisUrl, logger });
}
