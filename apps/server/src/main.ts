import './threads/sealObjects.ts';

import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { BackupError } from './backup/backupFormat.ts';
import { unfinishedRestore } from './backup/restoreBackup.ts';
import { type ClosingStep, closeInOrder } from './closeInOrder.ts';
import { createApp } from './compose.ts';
import { ConfigError, loadConfig, withPort } from './config/loadConfig.ts';
import { NodeLease } from './database/NodeLease.ts';
import { type Database, openDatabase } from './database/openDatabase.ts';
import { createLimitedServer } from './http/createFrontDoor.ts';
import { waitingPage } from './http/waitingPage.ts';
import { ListenError, listen, stopListening } from './listen.ts';
import { createLogger, type Logger } from './observability/createLogger.ts';
import { openBus } from './openBus.ts';
import { openPages } from './openPages.ts';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const notYet: RequestListener = (_request, response) => {
  response
    .writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' })
    .end(waitingPage);
};

/** The lease first, then the look for a restore: a restore does it the other way round, so that one sees the other. */
async function beginWork({ connection }: Database, log: Logger): Promise<NodeLease> {
  const { db } = connection;
  if (db === undefined) throw new Error('The database does not answer.');
  const report = (error: unknown): void => log.warn({ err: error }, 'the lease of this node was not renewed');
  const lease = await NodeLease.take({ db, node: randomBytes(12).toString('base64url'), report });
  const unfinished = await unfinishedRestore(db);
  if (unfinished === null) return lease;
  await lease.release();
  throw new BackupError(unfinished);
}

async function main(): Promise<void> {
  // What cannot be printed is lost and nothing else: a full disk under the output ends no server [OPS8].
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const settings = loadConfig();
  const log = createLogger(settings);
  // What has been started so far, newest first: the order in which it ends.
  const steps: ClosingStep[] = [];
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    await closeInOrder(steps, log);
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void end(signal));
  process.on('SIGINT', (signal) => void end(signal));
  // Whoever started us with a channel is gone and can send no signal any more.
  process.on('disconnect', () => void end('disconnect'));

  // The port first: when it is taken, nothing else need be started.
  const server = createLimitedServer();
  server.on('request', notYet);
  const config = withPort(settings, await listen(server, settings.port, settings.host));

  const database = await openDatabase(config, print);
  steps.unshift({ name: 'database', msMax: 2_000, run: () => database.close() });
  print(`Database: ${database.description}`);
  const lease = await beginWork(database, log);
  steps.unshift({ name: 'lease', msMax: 1_000, run: () => lease.release() });
  print(`Bus: ${config.redisUrl === null ? 'in this process (set REDIS_URL for several nodes)' : 'Redis'}`);

  const { pages, started } = openPages(config, log);
  steps.unshift({ name: 'pages', msMax: 2_500, run: () => pages.close() });

  const app = await createApp({ config, server, database, bus: openBus(config, log), pages, log, print });
  server.off('request', notYet);
  steps.unshift({
    name: 'sockets, rooms and open requests',
    msMax: 5_000,
    run: async () => {
      const stopped = stopListening(server);
      await app.close();
      server.closeIdleConnections();
      await stopped;
    },
  });

  await Promise.all([started, app.rehearse()]);
  print(`\nJejak is ready: ${config.publicUrl}`);
}

main().catch((error: unknown) => {
  const expected = [ConfigError, ListenError, BackupError].some((kind) => error instanceof kind);
  const text =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
