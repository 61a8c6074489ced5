import type { EventKind } from '@jejak/journey-events';
import type { PostFault } from '../../outbound/PostOutcome.ts';

/** What a delivery tells: events, that some can never be told, or nothing but that the way is open. */
export type DeliveryType = 'EVENTS' | 'MISSED' | 'PING';

/** How far a delivery is; one that is held goes on when its webhook does. */
export type DeliveryState = 'PENDING' | 'HELD' | 'DELIVERED' | 'FAILED';

/** One time it was sent. */
export interface DeliveryAttempt {
  readonly at: Date;
  readonly status: number | null;
  readonly fault: PostFault | null;
  readonly ms: number;
}

/** Which events: those of a batch between two places in it, of some kinds. */
export interface DeliverySlice {
  readonly n: number;
  readonly tag: string;
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly EventKind[] | null;
}

/** Of what it tells, as known when it was enqueued. */
export interface DeliveryContent {
  readonly kinds: readonly EventKind[];
  readonly count: number;
}

/** What a delivery holds that tells no events. */
export const noEvents: DeliveryContent = { kinds: [], count: 0 };

/** Something to be sent until it arrives; its content is read from the log of events each time, and always the same. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly workspaceId: string;
  /** null for a ping. */
  readonly mapId: string | null;
  readonly type: DeliveryType;
  readonly slice: DeliverySlice | null;
  readonly content: DeliveryContent;
  /** Unique: what is enqueued twice is there once. */
  readonly key: string;
  readonly state: DeliveryState;
  readonly createdAt: Date;
  /** From when on it is tried for a day. */
  readonly startedAt: Date;
  /** When it is sent next, or taken over from a node that ended. */
  readonly dueAt: Date;
  /** Attempts since `startedAt`. */
  readonly tries: number;
  readonly attempts: readonly DeliveryAttempt[];
}
