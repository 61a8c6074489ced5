import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Express } from 'express';
import { isOwnPageOrProgram } from './auth/allowedOrigins.ts';
import { webHeaders } from './auth/nodeRequest.ts';
import { RightsWatch } from './auth/RightsWatch.ts';
import type { Bus } from './bus/Bus.ts';
import { composeIdentity } from './composeIdentity.ts';
import { composeWebhooks } from './composeWebhooks.ts';
import type { Config } from './config/Config.ts';
import { CrashWatch } from './database/CrashWatch.ts';
import { DatabaseClock, timeOfDatabase } from './database/DatabaseClock.ts';
import type { Database } from './database/openDatabase.ts';
import { Sweeper } from './database/Sweeper.ts';
import { sweepExpired } from './database/sweepExpired.ts';
import { EventDeriver } from './events/EventDeriver.ts';
import { EventFeed } from './events/EventFeed.ts';
import { contractRoutes } from './graphql/contractRoutes.ts';
import { createGraphql } from './graphql/createGraphql.ts';
import { Allowances } from './graphql/rate/Allowances.ts';
import { readGuides } from './graphql/readGuides.ts';
import { createClients } from './http/clientOf.ts';
import { openFrontDoor } from './http/createFrontDoor.ts';
import type { Health } from './http/Health.ts';
import { refuseUpgrade } from './http/UpgradeRouter.ts';
import type { WebPages } from './http/WebPages.ts';
import { auditExport } from './modules/audit/auditExport.ts';
import { MongoAuditLog } from './modules/audit/MongoAuditLog.ts';
import { createNoteAct } from './modules/audit/noteAct.ts';
import { createSampleMap } from './modules/maps/createMap.ts';
import { IntentFinisher } from './modules/maps/IntentFinisher.ts';
import { MapCatchUp } from './modules/maps/MapCatchUp.ts';
import { MapProjector } from './modules/maps/MapProjector.ts';
import { mongoMapIntents } from './modules/maps/mongoMapIntents.ts';
import { mongoMapRepository } from './modules/maps/mongoMapRepository.ts';
import { OrphanSweeper } from './modules/maps/OrphanSweeper.ts';
import { BoundedLedger, rememberedBytesMax } from './modules/mutations/BoundedLedger.ts';
import { MongoMutationLedger } from './modules/mutations/MongoMutationLedger.ts';
import { allowanceMetrics } from './observability/allowanceMetrics.ts';
import type { Logger } from './observability/createLogger.ts';
import { createMetrics } from './observability/createMetrics.ts';
import { observeDatabase } from './observability/databaseMetrics.ts';
import { eventMetrics } from './observability/eventMetrics.ts';
import { graphqlMetrics } from './observability/graphqlMetrics.ts';
import { observeClock } from './observability/observeClock.ts';
import { observedBus } from './observability/observedBus.ts';
import { observeReadiness } from './observability/observeReadiness.ts';
import { observeRooms, slowestAppendMs } from './observability/observeRooms.ts';
import { roomMetrics } from './observability/roomMetrics.ts';
import { webhookMetrics } from './observability/webhookMetrics.ts';
import { MongoClientClaims } from './persistence/mongo/MongoClientClaims.ts';
import { MongoEventLog } from './persistence/mongo/MongoEventLog.ts';
import { MongoSnapshotStore } from './persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from './persistence/mongo/MongoUpdateLog.ts';
import { mongoStoredMaps } from './persistence/mongo/mongoStoredMaps.ts';
import { rehearse } from './rehearse.ts';
import { rehearseJoin } from './rehearseJoin.ts';
import { createRooms, type Rooms } from './rooms/createRooms.ts';
import { printedSchema, schema } from './schema.ts';
import { createSyncHandler } from './sync/createSyncHandler.ts';
import { syncLimitsTimes } from './sync/SyncLimits.ts';

/** An append that takes longer means that writes fail. */
const appendMsMax = 3_000;
const dayMs = 24 * 60 * 60_000;
const finishEveryMs = 10_000;
/** Time that no setting of the machine's clock changes, for whatever measures how long something takes. */
const elapsed = () => performance.now();

/** A server that is put together; it is reached as soon as its `server` listens. */
export interface App {
  /** Does for nobody, until it is quick, what the first who comes would wait for; never rejects. */
  rehearse(): Promise<void>;
  /** Ends in order: no new work, sockets closed with 1012, all that was taken journaled. The database stays open. */
  close(): Promise<void>;
}

/** Joins ports to adapters; with `composeIdentity` the only place that names adapters. */
export async function createApp(given: {
  readonly config: Config;
  readonly server: Server;
  readonly database: Database;
  readonly bus: Bus;
  readonly pages: WebPages;
  readonly log: Logger;
  /** Shows a line to whoever started the server. */
  readonly print: (line: string) => void;
}): Promise<App> {
  const { config, server, database, pages, log, print } = given;
  const { connection } = database;
  const metrics = createMetrics();
  const bus = observedBus(given.bus, metrics);
  const stopObserving = observeDatabase(metrics, connection.getClient());
  const clients = createClients(config.trustedProxies);
  const clock = new DatabaseClock({ ask: () => timeOfDatabase(connection), elapsed, local: Date.now, log });
  await clock.start();
  const now = () => clock.now();
  const newId = () => randomBytes(12).toString('base64url');
  const { random } = Math;

  const updates = new MongoUpdateLog({
    connection,
    logger: log,
    now: () => clock.now().getTime(),
  });
  const snapshots = new MongoSnapshotStore(connection);
  const claims = new MongoClientClaims(connection);
  const events = new MongoEventLog(connection);
  const maps = mongoMapRepository(connection);
  const intents = mongoMapIntents(connection);
  const ledger = new MongoMutationLedger(connection);
  const mutations = new BoundedLedger(ledger, {
    bytesMax: rememberedBytesMax * config.graphqlAllowance,
    now,
  });
  const audit = new MongoAuditLog(connection, now);
  await Promise.all([
    updates.ensureIndexes(),
    snapshots.ensureIndexes(),
    claims.ensureIndexes(),
    audit.ensureIndexes(),
    events.ensureIndexes(),
    ledger.ensureIndexes(),
    intents.ensureIndexes(),
    connection.model('Map').createIndexes(),
  ]);
  const telling = {
    events,
    logger: log,
    metrics: eventMetrics(metrics),
    elapsedMs: elapsed,
  };
  const deriver = new EventDeriver({
    ...telling,
    log: updates,
    snapshots,
    heavy: () => rooms.heavy,
    now,
    newTag: () => newId().slice(0, 8),
  });
  const rooms: Rooms = createRooms({
    log: updates,
    snapshots,
    claims,
    reader: deriver,
    bus,
    logger: log,
    metrics: roomMetrics(metrics),
    now: elapsed,
    date: () => clock.now().getTime(),
  });
  observeRooms(metrics, rooms, elapsed);
  const { liveMaps } = rooms;
  const feed = new EventFeed({ ...telling, deriver, liveMaps });
  const report = (error: unknown, about: string) => log.error({ err: error, about }, 'unexpected failure');
  const projector = new MapProjector({ liveMaps, maps, now, report });

  const workspaceOfMap = async (mapId: string) => (await maps.findMany([mapId]))[0]?.workspaceId ?? null;
  const mapPorts = { maps, liveMaps, intents, newId, random, now };
  const identity = await composeIdentity({
    connection,
    config,
    liveMaps,
    workspaceOfMap,
    audit,
    createSampleMap: async ({ workspaceId }) => (await createSampleMap(mapPorts, workspaceId)).id,
    log: { warn: (message) => log.warn(message), error: (message) => log.error(message) },
    announceSetupCode: (code) => print(`Set-up code, wanted once on the first page: ${code}`),
    sourceOf: clients.of,
    now,
  });
  const webhooks = await composeWebhooks({
    connection,
    config,
    liveMaps,
    maps,
    deriver,
    events,
    metrics: webhookMetrics(metrics),
    report: (error) => report(error, 'webhooks'),
    now,
    elapsedMs: elapsed,
  });
  webhooks.work.start();
  const { origins, resolveActor, resolveActorFresh } = identity.auth;
  const isOwn = (headers: Headers) => isOwnPageOrProgram(headers, origins);
  const graphql = await createGraphql({
    schema,
    services: {
      ...mapPorts,
      mutations,
      audit,
      noteAct: createNoteAct({ audit, workspaceOfMap }),
      ...identity.services,
      webhooks: webhooks.services,
      events: feed,
    },
    resolveActor,
    resolveActorFresh,
    introspection: config.graphqlIntrospection,
    isOwnPageOrProgram: isOwn,
    isAllowedOrigin: (request) => isOwn(webHeaders(request)),
    refuseUpgrade,
    observer: graphqlMetrics(metrics, () => graphql.openSockets()),
    allowances: new Allowances({
      times: config.graphqlAllowance,
      now: elapsed,
      date: now,
      observer: allowanceMetrics(metrics),
    }),
    report,
  });
  // Whoever loses access on any node loses both kinds of socket on this one, and is looked up anew.
  rooms.onDisconnect((subject, code) => {
    identity.auth.forgetActors();
    graphql.disconnect(subject, code);
    if (subject.mapId !== undefined && subject.userId === undefined) feed.end(subject.mapId);
  });
  const sync = createSyncHandler({
    rooms,
    authorise: identity.authorise,
    publicUrl: config.publicUrl,
    addressOf: (request) => clients.of(request).address,
    limits: syncLimitsTimes(config.syncAllowance),
    now: elapsed,
  });

  const rights = new RightsWatch({
    sockets: () => rooms.directory.all(),
    models: identity.auth.models,
    tokens: identity.auth.tokens,
    now,
    report: (error) => report(error, 'rights of open sockets'),
  });
  rights.start();
  const stored = mongoStoredMaps(connection);
  const orphans = new OrphanSweeper({
    maps,
    liveMaps,
    stored,
    log: updates,
    elapsedMs: () => performance.now(),
  });
  const finisher = new IntentFinisher({ ...mapPorts, report });
  const sweepers = [
    new Sweeper({
      everyMs: finishEveryMs,
      run: () => finisher.sweep(),
      report: (error) => report(error, 'what was begun'),
    }),
    new Sweeper({
      run: () => sweepExpired(connection, now()),
      report: (error) => report(error, 'what ran out'),
    }),
    new Sweeper({
      run: () => events.expire(new Date(now().getTime() - config.eventsKeptDays * dayMs)),
      report: (error) => report(error, 'old events'),
    }),
    new Sweeper({ run: () => webhooks.expire(), report: (error) => report(error, 'old deliveries') }),
    new Sweeper({ run: () => orphans.sweep(), report: (error) => report(error, 'documents without a map') }),
  ];
  for (const sweeper of sweepers) sweeper.start();

  const catchUp = new MapCatchUp({ maps, log: updates, projector, report });
  const crashes = new CrashWatch({
    db: connection.getClient().db(connection.name),
    onCrash: () => catchUp.run(),
    report: (error) => report(error, 'nodes that crashed'),
  });
  crashes.start();

  let draining = false;
  const health: Health = {
    draining: () => draining,
    async problem() {
      if (!(await database.answers())) return 'database away';
      // An append that hangs is known before a probe would tell, and whatever the log is kept in.
      if (slowestAppendMs(rooms.registry, elapsed()) > appendMsMax) return 'writes fail';
      return (await database.takesWrites()) ? null : 'writes fail';
    },
  };
  observeReadiness(metrics, health);
  observeClock(metrics, clock);
  openFrontDoor(server, {
    config,
    clients,
    log,
    metrics,
    pages,
    health,
    routes: [
      identity.addRoutes,
      (app: Express) => app.all('/graphql', graphql.httpHandler),
      (app: Express) =>
        app.get(
          '/api/workspaces/:workspaceId/audit',
          auditExport({ audit, resolveActor: resolveActorFresh, report }),
        ),
      contractRoutes(printedSchema(), readGuides()),
      (app: Express) => app.route('/sync/:mapId/:part/work').get(sync.takeWork).post(sync.takeWork),
    ],
    direct: new Map([['/graphql', graphql.httpHandler]]),
    upgrades: { sync: sync.upgrade, graphql: graphql.wsHandler },
  });

  return {
    async rehearse() {
      const acts = [
        () => identity.auth.rehearse(),
        () => maps.findMany([newId()]),
        async () => rooms.registry.rehearse(await stored.next('')),
        () => rehearseJoin(log),
      ];
      const begun = () => rooms.registry.openCount > 0;
      await rehearse(acts, { begun, now: elapsed }).catch((error: unknown) =>
        log.warn({ err: error }, 'the rehearsal failed'),
      );
    },
    async close() {
      draining = true;
      await rights.stop();
      await Promise.all(sweepers.map((sweeper) => sweeper.stop()));
      await crashes.stop();
      await clock.stop();
      graphql.dispose();
      feed.close();
      await webhooks.work.close();
      sync.drain();
      await projector.dispose();
      await rooms.close();
      await sync.close();
      await updates.close();
      await identity.auth.tokens.settled();
      await bus.close();
      stopObserving();
      metrics.close();
    },
  };
}
