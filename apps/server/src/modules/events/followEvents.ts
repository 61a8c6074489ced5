import type { Actor } from '../../auth/Actor.ts';
import type { PlacedEvent } from '../../events/EventPosition.ts';
import { positionAt } from './eventCursor.ts';
import { type EventPorts, permitEvents } from './permitEvents.ts';
import { refuseExpired } from './refuseExpired.ts';

/** What happens on a map from a cursor on, or from now on; ends with the map. */
export async function followEvents(
  ports: EventPorts,
  actor: Actor,
  mapId: string,
  after: string | null,
): Promise<AsyncIterableIterator<PlacedEvent>> {
  await permitEvents(ports, actor, mapId);
  const position = after === null ? null : positionAt(mapId, after);
  try {
    return refusing(await ports.events.follow(mapId, position));
  } catch (error) {
    throw refuseExpired(error);
  }
}

function refusing(source: AsyncIterableIterator<PlacedEvent>): AsyncIterableIterator<PlacedEvent> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        return await source.next();
      } catch (error) {
        throw refuseExpired(error);
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}
