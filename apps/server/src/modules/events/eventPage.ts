import type { EventKind } from '@jejak/journey-events';
import type { Actor } from '../../auth/Actor.ts';
import type { PlacedEvent } from '../../events/EventPosition.ts';
import { type PageInfo, pageSize } from '../../graphql/connection.ts';
import { eventCursor, positionAt } from './eventCursor.ts';
import { type EventPorts, permitEvents } from './permitEvents.ts';
import { refuseExpired } from './refuseExpired.ts';

/** Most events of one page. */
export const eventsFirstMax = 100;
/** Events of one page unless told. */
export const eventsFirstDefault = 50;

/** Which events of a map are asked for. */
export interface EventPageQuery {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly kinds?: readonly EventKind[] | null | undefined;
  readonly actorId?: string | null | undefined;
  readonly orderBy: 'ascending' | 'descending';
}

/** Some of what happened on a map. */
export interface EventPage {
  readonly edges: readonly { readonly cursor: string; readonly node: PlacedEvent }[];
  readonly nodes: readonly PlacedEvent[];
  readonly pageInfo: PageInfo;
  /** Counted when it is asked for. */
  readonly count: () => Promise<number>;
}

/** A page of what happened on a map, up to this moment. */
export async function eventPage(
  ports: EventPorts,
  actor: Actor,
  mapId: string,
  { first, after, kinds, actorId, orderBy }: EventPageQuery,
): Promise<EventPage> {
  await permitEvents(ports, actor, mapId);
  const max = pageSize(first, eventsFirstMax, eventsFirstDefault);
  const wanted = { ...(kinds ? { kinds } : {}), ...(actorId ? { userId: actorId } : {}) };
  const position = after == null ? null : positionAt(mapId, after);
  try {
    const found = await ports.events.page({ mapId, after: position, order: orderBy, max, ...wanted });
    const nodes = found.slice(0, max);
    const edges = nodes.map((node) => ({ cursor: eventCursor(mapId, node.position), node }));
    return {
      edges,
      nodes,
      pageInfo: {
        hasNextPage: found.length > max,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      count: () => ports.events.count({ mapId, ...wanted }),
    };
  } catch (error) {
    throw refuseExpired(error);
  }
}

/** A cursor behind everything that has happened on a map up to this moment. */
export async function lastEventCursor(ports: EventPorts, actor: Actor, mapId: string): Promise<string> {
  await permitEvents(ports, actor, mapId);
  return eventCursor(mapId, await ports.events.now(mapId));
}
