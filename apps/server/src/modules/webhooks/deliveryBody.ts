import type { PlacedEvent } from '../../events/EventPosition.ts';
import { placed } from '../../events/EventPosition.ts';
import type { EventBatch } from '../../persistence/EventLog.ts';
import { eventCursor } from '../events/eventCursor.ts';
import { eventKindName } from '../events/eventKindName.ts';
import { printVersion } from '../maps/mapVersion.ts';
import type { Delivery } from './Delivery.ts';

/** Names of types, as receivers decide by them. */
export const typeNames = { EVENTS: 'journey.events', MISSED: 'journey.missed', PING: 'ping' } as const;

/** Facts as the schema has them: the place of a card is `columnId`, `laneId` and `rank`. */
function factsOf(facts: object | null): object | null {
  if (facts === null || !('place' in facts)) return facts;
  const { place, ...rest } = facts;
  return { ...(typeof place === 'object' ? place : {}), ...rest };
}

function told({ mapId, position, event }: PlacedEvent) {
  const { n, tag, index } = position;
  return {
    id: `${mapId}.${n}.${tag}.${index}`,
    cursor: eventCursor(mapId, position),
    kind: eventKindName(event.kind),
    recordId: event.recordId,
    changedFields: event.fields,
    mapVersion: printVersion(event.version),
    occurredAt: event.at.toISOString(),
    actor: event.by,
    before: factsOf(event.before),
    after: factsOf(event.after),
    isShortened: event.shortened === true,
  };
}

/** The events of a delivery, as their batch has them. */
export function eventsOf({ slice }: Delivery, batch: EventBatch | null): readonly PlacedEvent[] {
  if (slice === null || batch === null) return [];
  const { from, to, kinds } = slice;
  return placed(batch)
    .slice(from, to)
    .filter(({ event }) => kinds === null || kinds.includes(event.kind));
}

/**
 * What is sent: the same at each attempt, as a batch never changes. null where what it would tell is gone, with its map
 * or with time.
 */
export function deliveryBody(delivery: Delivery, batch: EventBatch | null): string | null {
  const { id, type, workspaceId, mapId, slice } = delivery;
  const head = { id, type: typeNames[type], workspaceId, mapId };
  if (mapId === null || slice === null) return JSON.stringify({ ...head, events: [], cursor: null });
  if (batch?.n !== slice.n || batch.tag !== slice.tag) return null;
  const end = { n: slice.n, tag: slice.tag, index: Math.min(slice.to, batch.count) - 1 };
  if (type === 'MISSED') return JSON.stringify({ ...head, events: [], cursor: eventCursor(mapId, end) });
  const events = eventsOf(delivery, batch);
  if (events.length === 0) return null;
  return JSON.stringify({ ...head, events: events.map(told), cursor: eventCursor(mapId, end) });
}
