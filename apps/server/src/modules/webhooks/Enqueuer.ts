import type { EventDeriver } from '../../events/EventDeriver.ts';
import type { WebhookMetrics } from '../../outbound/WebhookMetrics.ts';
import type { EventBatch, EventLog } from '../../persistence/EventLog.ts';
import type { MapRepository } from '../maps/MapRepository.ts';
import { type Delivery, type DeliveryContent, type DeliveryType, noEvents } from './Delivery.ts';
import type { DeliveryCursor, DeliveryRepository } from './DeliveryRepository.ts';
import type { Webhook } from './Webhook.ts';
import type { WebhookRepository } from './WebhookRepository.ts';
import { webhookLimits } from './webhookLimits.ts';

/** What turning events into deliveries works with. */
export interface EnqueuerOptions {
  readonly maps: Pick<MapRepository, 'findMany'>;
  readonly webhooks: Pick<WebhookRepository, 'listOf' | 'find'>;
  readonly deliveries: DeliveryRepository;
  readonly deriver: Pick<EventDeriver, 'derive'>;
  readonly events: Pick<EventLog, 'read'>;
  readonly metrics: WebhookMetrics;
  readonly now: () => Date;
  readonly newDeliveryId: () => string;
}

/** What of a batch is told together. */
interface Told {
  readonly type: DeliveryType;
  readonly from: number;
  readonly to: number;
  readonly content: DeliveryContent;
}

const batchesMax = 8;
const beginning: DeliveryCursor = { n: 0, tag: '' };

/**
 * Turns what happened on maps into deliveries. A cursor per webhook and map says how far; it moves after the deliveries
 * are there, and their keys are unique: whatever is cut off or done twice, each event is enqueued exactly once.
 */
export class Enqueuer {
  readonly #options: EnqueuerOptions;

  constructor(options: EnqueuerOptions) {
    this.#options = options;
  }

  /** Enqueues what happened on a map and is not enqueued yet, for all webhooks at work, or one of them. */
  async enqueue(mapId: string, onlyWebhookId: string | null = null): Promise<void> {
    const { maps, webhooks, deliveries, deriver } = this.#options;
    const [map] = await maps.findMany([mapId]);
    if (!map) {
      await deliveries.removeMap(mapId);
      return;
    }
    const wanting = (await webhooks.listOf(map.workspaceId)).filter(
      ({ id, pausedBecause, mapIds }) =>
        pausedBecause === null &&
        (mapIds === null || mapIds.includes(mapId)) &&
        (onlyWebhookId === null || id === onlyWebhookId),
    );
    if (wanting.length === 0) return;
    const { last } = await deriver.derive(mapId);
    if (last === null) return;
    for (const webhook of wanting) await this.#bring(webhook, mapId, last);
  }

  async #bring(webhook: Webhook, mapId: string, last: EventBatch): Promise<void> {
    const { deliveries } = this.#options;
    let cursor = (await deliveries.cursor(webhook.id, mapId)) ?? (await this.#start(webhook, mapId));
    while (cursor.n < last.n) {
      // With the batch the cursor stands at: it tells whether this is still the same log.
      const batches = await this.#read(mapId, Math.max(cursor.n, 1), 'ascending');
      const isKnown = cursor.n === 0 ? batches[0]?.n === 1 : isAt(batches[0], cursor);
      const next = cursor.n === 0 ? batches : batches.slice(1);
      if (!isKnown || next.length === 0) return this.#skip(webhook, mapId, last);
      for (const batch of next) {
        if (batch.gap || batch.events.length < batch.count) return this.#skip(webhook, mapId, last);
        await this.#add(webhook, batch);
        cursor = { n: batch.n, tag: batch.tag };
        await deliveries.moveCursor(webhook.id, mapId, cursor);
      }
    }
    // After a restore the log may be shorter than what was told.
    if (cursor.n > last.n || (cursor.n === last.n && cursor.n > 0 && cursor.tag !== last.tag))
      await this.#skip(webhook, mapId, last);
  }

  /** The last batch from before the webhook was made. */
  async #start({ createdAt }: Webhook, mapId: string): Promise<DeliveryCursor> {
    for (let from = Number.MAX_SAFE_INTEGER; ; ) {
      const batches = await this.#read(mapId, from, 'descending');
      const before = batches.find(({ at }) => at < createdAt);
      if (before !== undefined) return { n: before.n, tag: before.tag };
      const oldest = batches.at(-1);
      if (oldest === undefined || batches.length < batchesMax) return beginning;
      from = oldest.n - 1;
    }
  }

  async #add(webhook: Webhook, batch: EventBatch): Promise<void> {
    const { kinds, createdAt } = webhook;
    const isWanted = (index: number): boolean => {
      const event = batch.events[index];
      return event !== undefined && event.at >= createdAt && (kinds === null || kinds.includes(event.kind));
    };
    const wanted = [...batch.events.keys()].filter(isWanted);
    for (let at = 0; at < wanted.length; at += webhookLimits.eventsMax) {
      const part = wanted.slice(at, at + webhookLimits.eventsMax);
      const [from = 0] = part;
      const kinds = part.flatMap((index) => batch.events[index]?.kind ?? []);
      const content = { kinds: [...new Set(kinds)], count: part.length };
      await this.#insert(webhook, batch, { type: 'EVENTS', from, to: (part.at(-1) ?? from) + 1, content });
    }
  }

  /** Tells that something can never be told, and goes on behind it. */
  async #skip(webhook: Webhook, mapId: string, last: EventBatch): Promise<void> {
    await this.#insert(webhook, last, { type: 'MISSED', from: 0, to: last.count, content: noEvents });
    await this.#options.deliveries.resetCursor(webhook.id, mapId, { n: last.n, tag: last.tag });
  }

  async #insert(
    { id: webhookId, workspaceId, kinds }: Webhook,
    { mapId, n, tag }: EventBatch,
    { type, from, to, content }: Told,
  ): Promise<void> {
    const { deliveries, metrics, newDeliveryId, now } = this.#options;
    const at = now();
    const delivery: Delivery = {
      id: newDeliveryId(),
      webhookId,
      workspaceId,
      mapId,
      type,
      slice: { n, tag, from, to, kinds },
      content,
      key: `${webhookId}.${mapId}.${n}.${tag}.${type}.${from}`,
      state: 'PENDING',
      createdAt: at,
      startedAt: at,
      dueAt: at,
      tries: 0,
      attempts: [],
    };
    if ((await deliveries.enqueue(delivery)) === 'enqueued') metrics.enqueued(1);
  }

  #read(mapId: string, from: number, order: 'ascending' | 'descending'): Promise<readonly EventBatch[]> {
    return this.#options.events.read({ mapId, from, order, max: batchesMax });
  }
}

function isAt(batch: EventBatch | undefined, { n, tag }: DeliveryCursor): boolean {
  return batch?.n === n && batch.tag === tag;
}
