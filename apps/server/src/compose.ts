import type { Server } from 'node:http';
import type { Bus } from './bus/Bus.ts';
import { InProcessBus } from './bus/inProcess/InProcessBus.ts';
import type { Config } from './config/Config.ts';
import type { Database } from './database/openDatabase.ts';
import { openFrontDoor } from './http/createFrontDoor.ts';
import type { WebPages } from './http/WebPages.ts';
import type { Logger } from './observability/createLogger.ts';
import { createMetrics } from './observability/createMetrics.ts';

/** A server that is put together and listens as soon as its `server` does. */
export interface App {
  /** Ends in order: no new work, sockets closed with 1012, rooms flushed. The database stays open. */
  close(): Promise<void>;
}

/** Joins ports to adapters; nothing else does. */
export async function createApp(given: {
  readonly config: Config;
  readonly server: Server;
  readonly database: Database;
  readonly pages: WebPages;
  readonly log: Logger;
  /** Joins several servers of one process, in tests. */
  readonly bus?: Bus;
}): Promise<App> {
  const { config, server, database, pages, log } = given;
  const metrics = createMetrics();
  const bus = given.bus ?? new InProcessBus();
  let draining = false;

  openFrontDoor(server, {
    config,
    log,
    metrics,
    pages,
    health: { draining: () => draining, databaseAnswers: () => database.answers() },
    routes: [],
    upgrades: {},
  });

  return {
    async close() {
      draining = true;
      await bus.close();
      metrics.close();
    },
  };
}
