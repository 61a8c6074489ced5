import { randomBytes } from 'node:crypto';
import { syncLimits } from '@jejak/protocol';
import type { Logger } from 'pino';
import type { Bus } from '../bus/Bus.ts';
import { HeavyWork } from '../heavy/HeavyWork.ts';
import type { ClientClaims } from '../persistence/ClientClaims.ts';
import type { SnapshotStore } from '../persistence/SnapshotStore.ts';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import { ConnectionDirectory } from './ConnectionDirectory.ts';
import { FormerLives } from './FormerLives.ts';
import { journeyMapModel } from './journeyMapModel.ts';
import type { LiveMaps, Subject } from './LiveMaps.ts';
import { type LogReader, noReader } from './LogReader.ts';
import type { MapModel } from './MapModel.ts';
import { MergeTurn } from './MergeTurn.ts';
import { Packer } from './Packer.ts';
import { PeopleElsewhere } from './PeopleElsewhere.ts';
import { PeopleNews } from './PeopleNews.ts';
import { RoomLiveMaps } from './RoomLiveMaps.ts';
import { noMetrics, type RoomMetrics } from './RoomMetrics.ts';
import { RoomRegistry } from './RoomRegistry.ts';

/** What `createRooms` wires; everything optional has the value of production. */
export interface CreateRoomsOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotStore;
  readonly claims: ClientClaims;
  readonly bus: Bus;
  readonly logger: Logger;
  /** Reads the logs of documents before entries go; nobody unless told. */
  readonly reader?: LogReader;
  readonly metrics?: RoomMetrics;
  readonly model?: MapModel;
  /** Measures how long something takes: no setting of a clock changes it. */
  readonly now?: () => number;
  /** What time it is, for what is kept until a date; `now` unless told. */
  readonly date?: () => number;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly idleMs?: number;
}

/** The live maps of one node. */
export interface Rooms {
  /** The format the documents are in while they are open. */
  readonly format: number;
  readonly liveMaps: LiveMaps;
  readonly registry: RoomRegistry;
  readonly directory: ConnectionDirectory;
  readonly metrics: RoomMetrics;
  readonly logger: Logger;
  /** Where what is large is done. */
  readonly heavy: HeavyWork;
  readonly lives: FormerLives;
  /** Hears whose access this node or another one ended, until the returned function is called. */
  onDisconnect(listener: (subject: Subject, code: number) => void): () => void;
  /**
   * Sends everybody away (1012), waits a bounded time until all that was taken is journaled, closes the rooms.
   * Log and bus stay open: they belong to whoever made them.
   */
  close(): Promise<void>;
}

const idleMsDefault = 30_000;
const epochMax = 2 ** 31;

const randomId = (): string => randomBytes(12).toString('base64url');

/** Joins rooms, their directory of sockets and `LiveMaps` on the given ports. */
export function createRooms(options: CreateRoomsOptions): Rooms {
  const { log, snapshots, claims, bus, logger } = options;
  const metrics = options.metrics ?? noMetrics;
  const reader = options.reader ?? noReader;
  const model = options.model ?? journeyMapModel;
  const directory = new ConnectionDirectory();
  const heavy = new HeavyWork({ report: (error) => logger.error({ err: error }, 'heavy work failed') });
  const now = options.now ?? (() => performance.now());
  const date = options.date ?? options.now ?? Date.now;
  const random = options.random ?? Math.random;
  const lives = new FormerLives({ log, snapshots, now: date });
  const newEpoch = (): number => 1 + Math.floor(random() * (epochMax - 1));
  const registry = new RoomRegistry({
    log,
    snapshots,
    claims,
    reader,
    bus,
    logger,
    metrics,
    model,
    now,
    random,
    idleMs: options.idleMs ?? idleMsDefault,
    lives,
    heavy,
    packer: new Packer(syncLimits.packedAtOnceMax),
    mergeTurn: new MergeTurn(now),
    newEpoch,
  });
  const elsewhere = new PeopleElsewhere(now);
  const news = new PeopleNews({ bus, elsewhere, maps: () => registry.maps, node: randomId(), now });
  const liveMaps = new RoomLiveMaps({
    logger,
    metrics,
    registry,
    directory,
    elsewhere,
    log,
    snapshots,
    claims,
    reader,
    bus,
    model,
    newId: options.newId ?? randomId,
    random,
    newEpoch,
    lives,
  });
  return {
    format: model.format,
    liveMaps,
    registry,
    directory,
    metrics,
    logger,
    heavy,
    lives,
    onDisconnect: (listener) => liveMaps.onDisconnect(listener),
    async close() {
      await registry.close();
      news.close();
      liveMaps.close();
      await heavy.close();
    },
  };
}
