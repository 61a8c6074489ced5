import type { Delivery, DeliveryAttempt, DeliveryState } from './Delivery.ts';

/** How far a map is enqueued for a webhook. */
export interface DeliveryCursor {
  readonly n: number;
  readonly tag: string;
}

/** A delivery that one node sends now. */
export interface ClaimedDelivery extends Delivery {
  readonly claim: string;
}

/** Keeps deliveries, and how far each webhook is told of each map. */
export interface DeliveryRepository {
  cursor(webhookId: string, mapId: string): Promise<DeliveryCursor | null>;
  /** Moves on, never back. */
  moveCursor(webhookId: string, mapId: string, to: DeliveryCursor): Promise<void>;
  /** Sets it wherever it was. */
  resetCursor(webhookId: string, mapId: string, to: DeliveryCursor): Promise<void>;
  /** `known`: it was there already. */
  enqueue(delivery: Delivery): Promise<'enqueued' | 'known'>;
  /** The one that is due longest, given to nobody else before `until`. */
  claim(query: {
    readonly now: Date;
    readonly until: Date;
    readonly claim: string;
    readonly exceptWebhookIds: readonly string[];
  }): Promise<ClaimedDelivery | null>;
  /** Writes down an attempt and what follows; nothing where somebody else took the delivery over. */
  settle(
    delivery: ClaimedDelivery,
    attempt: DeliveryAttempt,
    next: { readonly state: DeliveryState; readonly dueAt: Date },
  ): Promise<void>;
  drop(id: string): Promise<void>;
  /** What is to be sent waits until it is released. */
  hold(webhookId: string): Promise<void>;
  release(webhookId: string, now: Date): Promise<void>;
  /** Sends it once more, for a day from now; null where it is gone. */
  again(id: string, now: Date): Promise<Delivery | null>;
  find(id: string): Promise<Delivery | null>;
  /** The newest first, behind a place. */
  page(
    webhookId: string,
    after: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly Delivery[]>;
  count(webhookId: string): Promise<number>;
  expire(before: Date): Promise<void>;
  removeWebhook(webhookId: string): Promise<void>;
  removeMap(mapId: string): Promise<void>;
}
