import type { ActorRef } from '@jejak/access';
import type { JourneyEvent } from '@jejak/journey-events';
import { type MapDocs, operations } from '@jejak/journey-model';
import { buildMap, type RandomOperation } from '@jejak/journey-model/testkit';
import pino from 'pino';
import * as Y from 'yjs';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { EventDeriver } from '../../src/events/EventDeriver.ts';
import { EventFeed } from '../../src/events/EventFeed.ts';
import type { EventMetrics, TellingOutcome } from '../../src/events/EventMetrics.ts';
import type { EventBatch } from '../../src/persistence/EventLog.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemoryEventLog } from '../../src/persistence/memory/MemoryEventLog.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';

/** What nodes share. */
export interface Shared {
  readonly log: MemoryUpdateLog;
  readonly snapshots: MemorySnapshotStore;
  readonly claims: MemoryClientClaims;
  readonly events: MemoryEventLog;
  readonly hub: InProcessHub;
}

/** A node that tells what happens. */
export interface EventNode {
  readonly rooms: Rooms;
  readonly deriver: EventDeriver;
  readonly feed: EventFeed;
  readonly outcomes: TellingOutcome[];
  close(): Promise<void>;
}

export const ani: ActorRef = { kind: 'USER', userId: 'ani', tokenId: null };
export const program: ActorRef = { kind: 'API', userId: 'ani', tokenId: 'tok' };

export function shared(): Shared {
  return {
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
    events: new MemoryEventLog(),
    hub: new InProcessHub(),
  };
}

let tags = 0;

export function startEventNode(given: Shared): EventNode {
  const logger = pino({ level: 'silent' });
  const outcomes: TellingOutcome[] = [];
  const metrics: EventMetrics = { told: (outcome) => outcomes.push(outcome), following() {} };
  const elapsedMs = () => performance.now();
  const deriver = new EventDeriver({
    ...given,
    heavy: () => rooms.heavy,
    logger,
    metrics,
    now: () => new Date(),
    elapsedMs,
    newTag: () => `tag${tags++}`,
  });
  const rooms = createRooms({ ...given, bus: given.hub.join(), logger, reader: deriver });
  const { liveMaps } = rooms;
  const feed = new EventFeed({ deriver, events: given.events, liveMaps, logger, metrics, elapsedMs });
  rooms.onDisconnect(({ mapId }) => mapId !== undefined && feed.end(mapId));
  return {
    rooms,
    deriver,
    feed,
    outcomes,
    async close() {
      feed.close();
      await rooms.close();
    },
  };
}

/** Fills a map from a template, always the same. */
export function template(docs: MapDocs): void {
  const made = buildMap();
  for (const part of ['structure', 'content'] as const)
    Y.applyUpdate(docs[part], Y.encodeStateAsUpdate(made[part]));
}

/** Runs an operation of the model on a live map. */
export async function run(
  { rooms }: EventNode,
  mapId: string,
  { name, input }: RandomOperation,
  by: ActorRef | null,
): Promise<string> {
  const operation = operations[name];
  const parsed = operation.input.parse(input);
  const { result } = await rooms.liveMaps.execute(mapId, operation as never, parsed as never, by);
  const value: unknown = result.ok ? result.value : null;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}

/** All that was told of a map, read from the log of events. */
export async function batchesOf({ events }: Shared, mapId: string): Promise<readonly EventBatch[]> {
  return events.read({ mapId, from: 0, order: 'ascending', max: 100_000 });
}

/** What can be compared of events. */
export function plain(events: readonly JourneyEvent[]) {
  return events.map(({ kind, recordId, after, by, version }) => ({ kind, recordId, after, by, version }));
}
