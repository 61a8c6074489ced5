import { type Collection, type Filter, MongoServerError, type WithId } from 'mongodb';
import type { Connection } from 'mongoose';
import { answered } from '../../persistence/answered.ts';
import {
  type Delivery,
  type DeliveryAttempt,
  type DeliveryContent,
  type DeliveryState,
  noEvents,
} from './Delivery.ts';
import type { ClaimedDelivery, DeliveryCursor, DeliveryRepository } from './DeliveryRepository.ts';
import { webhookLimits } from './webhookLimits.ts';

interface DeliveryRecord extends Omit<Delivery, 'id' | 'content'> {
  readonly _id: string;
  /** Missing in those of before it was written down. */
  readonly content?: DeliveryContent;
  readonly claim: string | null;
}

interface CursorRecord extends DeliveryCursor {
  readonly _id: string;
  readonly webhookId: string;
  readonly mapId: string;
}

const duplicateKey = 11_000;
const isDuplicate = (error: unknown) => error instanceof MongoServerError && error.code === duplicateKey;

/** Deliveries in MongoDB: a unique key enqueues each once, a conditional update gives each to one node. */
export class MongoDeliveryRepository implements DeliveryRepository {
  readonly #deliveries: Collection<DeliveryRecord>;
  readonly #cursors: Collection<CursorRecord>;

  constructor(connection: Connection) {
    this.#deliveries = connection.collection<DeliveryRecord>('webhookDeliveries');
    this.#cursors = connection.collection<CursorRecord>('webhookCursors');
  }

  /** Must have run before the first delivery: without the unique index one could be there twice. */
  async ensureIndexes(): Promise<void> {
    await this.#deliveries.createIndex({ key: 1 }, { unique: true });
    await this.#deliveries.createIndex({ state: 1, dueAt: 1 });
    await this.#deliveries.createIndex({ webhookId: 1, createdAt: -1, _id: -1 });
    await this.#deliveries.createIndex({ createdAt: 1 });
    await this.#deliveries.createIndex({ mapId: 1 });
    await this.#cursors.createIndex({ webhookId: 1 });
    await this.#cursors.createIndex({ mapId: 1 });
  }

  async cursor(webhookId: string, mapId: string): Promise<DeliveryCursor | null> {
    const found = await answered(this.#cursors.findOne({ _id: cursorId(webhookId, mapId) }));
    return found === null ? null : { n: found.n, tag: found.tag };
  }

  async moveCursor(webhookId: string, mapId: string, to: DeliveryCursor): Promise<void> {
    const _id = cursorId(webhookId, mapId);
    const set = { $set: { webhookId, mapId, ...to } };
    try {
      await answered(this.#cursors.updateOne({ _id, n: { $lt: to.n } }, set, { upsert: true }));
    } catch (error) {
      // It is there already, and further on.
      if (!isDuplicate(error)) throw error;
    }
  }

  async resetCursor(webhookId: string, mapId: string, to: DeliveryCursor): Promise<void> {
    const set = { $set: { webhookId, mapId, ...to } };
    await answered(this.#cursors.updateOne({ _id: cursorId(webhookId, mapId) }, set, { upsert: true }));
  }

  async enqueue({ id, ...delivery }: Delivery): Promise<'enqueued' | 'known'> {
    try {
      await answered(this.#deliveries.insertOne({ _id: id, ...delivery, claim: null }));
      return 'enqueued';
    } catch (error) {
      if (isDuplicate(error)) return 'known';
      throw error;
    }
  }

  async claim({
    now,
    until,
    claim,
    exceptWebhookIds,
  }: Parameters<DeliveryRepository['claim']>[0]): Promise<ClaimedDelivery | null> {
    const due: Filter<DeliveryRecord> = { state: 'PENDING', dueAt: { $lte: now } };
    const other = exceptWebhookIds.length === 0 ? {} : { webhookId: { $nin: [...exceptWebhookIds] } };
    const record = await answered(
      this.#deliveries.findOneAndUpdate(
        { ...due, ...other },
        { $set: { dueAt: until, claim } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ),
    );
    return record === null ? null : { ...deliveryOf(record), claim };
  }

  async settle(
    { id, claim }: ClaimedDelivery,
    attempt: DeliveryAttempt,
    { state, dueAt }: { readonly state: DeliveryState; readonly dueAt: Date },
  ): Promise<void> {
    await answered(
      this.#deliveries.updateOne(
        { _id: id, claim },
        {
          $set: { state, dueAt, claim: null },
          $inc: { tries: 1 },
          $push: { attempts: { $each: [attempt], $slice: -webhookLimits.attemptsListedMax } },
        },
      ),
    );
  }

  async drop(id: string): Promise<void> {
    await answered(this.#deliveries.deleteOne({ _id: id }));
  }

  async hold(webhookId: string): Promise<void> {
    await answered(
      this.#deliveries.updateMany({ webhookId, state: 'PENDING' }, { $set: { state: 'HELD', claim: null } }),
    );
  }

  async release(webhookId: string, now: Date): Promise<void> {
    const fresh = { state: 'PENDING', dueAt: now, startedAt: now, tries: 0 } as const;
    await answered(this.#deliveries.updateMany({ webhookId, state: 'HELD' }, { $set: fresh }));
  }

  async again(id: string, now: Date): Promise<Delivery | null> {
    const fresh = { state: 'PENDING', dueAt: now, startedAt: now, tries: 0, claim: null } as const;
    const after = { returnDocument: 'after' } as const;
    const record = await answered(this.#deliveries.findOneAndUpdate({ _id: id }, { $set: fresh }, after));
    return record === null ? null : deliveryOf(record);
  }

  async find(id: string): Promise<Delivery | null> {
    const record = await answered(this.#deliveries.findOne({ _id: id }));
    return record === null ? null : deliveryOf(record);
  }

  async page(
    webhookId: string,
    after: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly Delivery[]> {
    const behind: Filter<DeliveryRecord> =
      after === null
        ? {}
        : { $or: [{ createdAt: { $lt: after.at } }, { createdAt: after.at, _id: { $lt: after.id } }] };
    const found = this.#deliveries
      .find({ webhookId, ...behind })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit);
    return (await answered(found.toArray())).map(deliveryOf);
  }

  count(webhookId: string): Promise<number> {
    return answered(this.#deliveries.countDocuments({ webhookId }));
  }

  async expire(before: Date): Promise<void> {
    await answered(
      this.#deliveries.deleteMany({ createdAt: { $lt: before }, state: { $in: ['DELIVERED', 'FAILED'] } }),
    );
  }

  async removeWebhook(webhookId: string): Promise<void> {
    await answered(this.#deliveries.deleteMany({ webhookId }));
    await answered(this.#cursors.deleteMany({ webhookId }));
  }

  async removeMap(mapId: string): Promise<void> {
    await answered(this.#deliveries.deleteMany({ mapId }));
    await answered(this.#cursors.deleteMany({ mapId }));
  }
}

const cursorId = (webhookId: string, mapId: string) => `${webhookId}.${mapId}`;

function deliveryOf({ _id: id, claim: _claim, content, ...delivery }: WithId<DeliveryRecord>): Delivery {
  return { id, content: content ?? noEvents, ...delivery };
}
