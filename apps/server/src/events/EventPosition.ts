import type { JourneyEvent } from '@jejak/journey-events';
import type { EventBatch } from '../persistence/EventLog.ts';

/** A place behind an event; `n` 0 is the place before all, -1 as `index` the one before a batch's first. */
export interface EventPosition {
  readonly n: number;
  readonly tag: string;
  readonly index: number;
}

/** An event and its place. */
export interface PlacedEvent {
  readonly mapId: string;
  readonly position: EventPosition;
  readonly event: JourneyEvent;
}

/** The place before everything that was ever told of a map. */
export const beforeAll: EventPosition = { n: 0, tag: '', index: -1 };

/** The place behind all of a batch. */
export function behind(batch: EventBatch | null): EventPosition {
  return batch === null ? beforeAll : { n: batch.n, tag: batch.tag, index: batch.count - 1 };
}

/** The events of a batch with their places. */
export function placed({ mapId, n, tag, events }: EventBatch): readonly PlacedEvent[] {
  return events.map((event, index) => ({ mapId, position: { n, tag, index }, event }));
}
