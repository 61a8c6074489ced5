import type { JourneyEvent } from '@jejak/journey-events';
import type { Logger } from 'pino';
import type { BatchQuery, EventBatch, EventFilter, EventLog } from '../persistence/EventLog.ts';
import type { LiveMaps } from '../rooms/LiveMaps.ts';
import type { EventDeriver } from './EventDeriver.ts';
import type { EventMetrics } from './EventMetrics.ts';
import { behind, type EventPosition, type PlacedEvent, placed } from './EventPosition.ts';
import { EventStream } from './EventStream.ts';
import { ExpiredPosition } from './ExpiredPosition.ts';
import { FollowedMap } from './FollowedMap.ts';

/** What following and looking up events works with. */
export interface EventFeedOptions {
  readonly deriver: EventDeriver;
  readonly events: EventLog;
  readonly liveMaps: Pick<LiveMaps, 'onChange'>;
  readonly logger: Logger;
  readonly metrics: EventMetrics;
  /** Milliseconds that only rise. */
  readonly elapsedMs: () => number;
}

/** Which events of a map are wanted. */
export interface EventQuery {
  readonly mapId: string;
  readonly after: EventPosition | null;
  readonly order: BatchQuery['order'];
  readonly max: number;
  readonly kinds?: readonly JourneyEvent['kind'][];
  readonly userId?: string;
}

/** Batches that are read at once. */
const batchesMax = 8;

/** What happened on maps and what happens, for those who may hear it: rights are the caller's affair. */
export class EventFeed {
  readonly #options: EventFeedOptions;
  readonly #followed = new Map<string, FollowedMap>();

  constructor(options: EventFeedOptions) {
    this.#options = options;
  }

  /** The place behind everything that is journaled now. */
  async now(mapId: string): Promise<EventPosition> {
    return behind((await this.#options.deriver.derive(mapId)).last);
  }

  /**
   * Everything that happens behind a place (null: from now on), for as long as somebody reads. Throws `ExpiredPosition`,
   * at once or later, where a place cannot be gone on from. Ends with the map.
   */
  async follow(mapId: string, after: EventPosition | null): Promise<EventStream> {
    const followed = this.#followed.get(mapId) ?? this.#begin(mapId);
    const stream = new EventStream({
      from: async (n) => followed.recent(n) ?? this.#read(mapId, n),
      ended: (ended) => this.#leave(mapId, followed, ended),
    });
    followed.streams.add(stream);
    this.#count();
    try {
      const last = await followed.tell();
      if (after === null) stream.begin(behind(last).n, []);
      else stream.begin(after.n, await this.#checked(mapId, after));
    } catch (error) {
      stream.end();
      throw error;
    }
    return stream;
  }

  /** Some events of a map in order, one more than asked for when there is one. Throws `ExpiredPosition`. */
  async page({ mapId, after, order, max, kinds, userId }: EventQuery): Promise<readonly PlacedEvent[]> {
    const { deriver, events } = this.#options;
    await deriver.derive(mapId);
    const isWanted = ({ kind, by }: JourneyEvent) =>
      (kinds === undefined || kinds.includes(kind)) && (userId === undefined || by?.userId === userId);
    const ascending = order === 'ascending';
    const isBeyond = ({ n, index }: EventPosition): boolean => {
      if (after === null || n !== after.n) return true;
      return ascending ? index > after.index : index < after.index;
    };
    const found: PlacedEvent[] = [];
    if (after !== null) await this.#checked(mapId, after);
    for (let from = after?.n ?? (ascending ? 0 : Number.MAX_SAFE_INTEGER); found.length <= max; ) {
      const wanted = {
        ...(kinds === undefined ? {} : { kinds }),
        ...(userId === undefined ? {} : { userId }),
      };
      const batches = await events.read({ mapId, from, order, max: batchesMax, ...wanted });
      for (const batch of batches) {
        const inOrder = ascending ? placed(batch) : placed(batch).toReversed();
        found.push(...inOrder.filter(({ position, event }) => isWanted(event) && isBeyond(position)));
      }
      const last = batches.at(-1);
      if (batches.length < batchesMax || last === undefined) break;
      from = ascending ? last.n + 1 : last.n - 1;
    }
    return found.slice(0, max + 1);
  }

  /** How many such events of a map are kept. */
  count(filter: EventFilter): Promise<number> {
    return this.#options.events.count(filter);
  }

  /** A map is gone: whoever follows it hears no more. */
  end(mapId: string): void {
    for (const stream of [...(this.#followed.get(mapId)?.streams ?? [])]) stream.end();
  }

  /** Ends all streams. */
  close(): void {
    for (const mapId of [...this.#followed.keys()]) this.end(mapId);
  }

  /** The events behind a place in its own batch; throws where it is no place of this map, or is let go. */
  async #checked(mapId: string, after: EventPosition): Promise<readonly PlacedEvent[]> {
    const { n, tag, index } = after;
    const [batch] = await this.#read(mapId, Math.max(n, 1), 1);
    // Before all: nothing may be let go of yet.
    if (n === 0) {
      if (batch !== undefined && batch.n !== 1) throw new ExpiredPosition('events are gone');
      return [];
    }
    if (batch?.n !== n || batch.tag !== tag) throw new ExpiredPosition('the place is gone');
    if (batch.events.length < batch.count && index + 1 < batch.count)
      throw new ExpiredPosition('events are gone');
    return placed(batch).slice(index + 1);
  }

  #read(mapId: string, from: number, max = batchesMax): Promise<readonly EventBatch[]> {
    return this.#options.events.read({ mapId, from, order: 'ascending', max });
  }

  #begin(mapId: string): FollowedMap {
    const { deriver, logger, elapsedMs, liveMaps } = this.#options;
    const followed = new FollowedMap({
      mapId,
      deriver,
      logger,
      elapsedMs,
      onChange: (listener) => liveMaps.onChange(mapId, listener),
    });
    this.#followed.set(mapId, followed);
    return followed;
  }

  #leave(mapId: string, followed: FollowedMap, stream: EventStream): void {
    followed.streams.delete(stream);
    if (followed.streams.size === 0 && this.#followed.get(mapId) === followed) {
      followed.end();
      this.#followed.delete(mapId);
    }
    this.#count();
  }

  #count(): void {
    let streams = 0;
    for (const followed of this.#followed.values()) streams += followed.streams.size;
    this.#options.metrics.following(streams);
  }
}
