import type { JourneyEvent } from '@jejak/journey-events';
import type { BatchQuery, EventBatch, EventFilter, EventLog } from '../EventLog.ts';

/** An `EventLog` for tests; it lives as long as the object. */
export class MemoryEventLog implements EventLog {
  readonly #batches = new Map<string, EventBatch[]>();

  async last(mapId: string): Promise<EventBatch | null> {
    return this.#of(mapId).at(-1) ?? null;
  }

  async append(batch: EventBatch): Promise<'appended' | 'taken'> {
    // A turn of the event loop passes, as with a real database, so that races show in tests.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const batches = this.#of(batch.mapId);
    if (batches.some(({ n }) => n === batch.n)) return 'taken';
    this.#batches.set(batch.mapId, [...batches, batch]);
    return 'appended';
  }

  async read({ from, order, max, ...filter }: BatchQuery): Promise<readonly EventBatch[]> {
    const batches = this.#of(filter.mapId);
    const ordered = order === 'ascending' ? batches : batches.toReversed();
    return ordered
      .filter(({ n }) => (order === 'ascending' ? n >= from : n <= from))
      .filter(({ events }) => isOpen(filter) || events.some((event) => isWanted(event, filter)))
      .slice(0, max);
  }

  async count(filter: EventFilter): Promise<number> {
    const events = this.#of(filter.mapId).flatMap((batch) => batch.events);
    return events.filter((event) => isWanted(event, filter)).length;
  }

  async expire(before: Date): Promise<void> {
    for (const [mapId, batches] of this.#batches) {
      const kept = batches
        .filter(({ at }, index) => at >= before || index === batches.length - 1)
        .map((batch) => (batch.at >= before ? batch : { ...batch, events: [] }));
      this.#batches.set(mapId, kept);
    }
  }

  async remove(mapId: string): Promise<void> {
    this.#batches.delete(mapId);
  }

  #of(mapId: string): EventBatch[] {
    return this.#batches.get(mapId) ?? [];
  }
}

function isOpen({ kinds, userId }: EventFilter): boolean {
  return kinds === undefined && userId === undefined;
}

function isWanted({ kind, by }: JourneyEvent, { kinds, userId }: EventFilter): boolean {
  return (kinds === undefined || kinds.includes(kind)) && (userId === undefined || by?.userId === userId);
}
