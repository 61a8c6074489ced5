import type { Bus } from './bus/Bus.ts';
import { InProcessBus } from './bus/inProcess/InProcessBus.ts';
import type { Config } from './config/Config.ts';

/** The bus between nodes: Redis where there is one, else none is needed. */
export function openBus(config: Config): Bus {
  if (config.redisUrl !== null) throw new Error('REDIS_URL is set, but this build has no Redis adapter.');
  return new InProcessBus();
}
