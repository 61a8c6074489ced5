import type { JourneyEvent, LogPosition } from '@jejak/journey-events';

/** What happened on a map between two places of its logs, told once and kept. */
export interface EventBatch {
  readonly mapId: string;
  /** 1, 2, 3, … without a hole per map. */
  readonly n: number;
  /** Tells this batch from another that had its number before a restore. */
  readonly tag: string;
  /** How far the logs are told with this batch. */
  readonly through: LogPosition;
  readonly events: readonly JourneyEvent[];
  /** How many events it had; those of an old one are let go, and it stays for its place. */
  readonly count: number;
  /** Something before it can never be told: entries went before they were read. */
  readonly gap: boolean;
  readonly at: Date;
}

/** Which events of a map are wanted. */
export interface EventFilter {
  readonly mapId: string;
  /** Only these kinds. */
  readonly kinds?: readonly string[];
  /** Only what this person did. */
  readonly userId?: string;
}

/** Which batches to read: those with such an event, from a number on, or from one on backwards. */
export interface BatchQuery extends EventFilter {
  readonly from: number;
  readonly order: 'ascending' | 'descending';
  readonly max: number;
}

/** The durable order of what happened on each map. */
export interface EventLog {
  /** The newest batch of a map; null where there is none. */
  last(mapId: string): Promise<EventBatch | null>;
  /** `taken`: another node has told it first. Durable when it resolves. */
  append(batch: EventBatch): Promise<'appended' | 'taken'>;
  read(query: BatchQuery): Promise<readonly EventBatch[]>;
  /** How many such events are kept. */
  count(filter: EventFilter): Promise<number>;
  /** Lets go of events from before a moment; the newest batch of a map stays, empty. */
  expire(before: Date): Promise<void>;
  /** Deletes everything of a map. */
  remove(mapId: string): Promise<void>;
}
