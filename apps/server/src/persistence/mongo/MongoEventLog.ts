import { type Collection, type Filter, MongoServerError } from 'mongodb';
import type { Connection } from 'mongoose';
import { answered, readMsMax } from '../answered.ts';
import type { BatchQuery, EventBatch, EventFilter, EventLog } from '../EventLog.ts';

const expiredMapsMax = 500;
const duplicateKey = 11_000;

/** What happened on maps, in MongoDB: batches under a unique number, so that of several nodes one tells each. */
export class MongoEventLog implements EventLog {
  readonly #batches: Collection<EventBatch>;

  /** The connection's write concern must be journaled. */
  constructor(connection: Connection) {
    this.#batches = connection.collection<EventBatch>('journeyEvents');
  }

  /** Must have run before the first append: without the unique index a number could be taken twice. */
  async ensureIndexes(): Promise<void> {
    await this.#batches.createIndex({ mapId: 1, n: 1 }, { unique: true });
    await this.#batches.createIndex({ at: 1 });
  }

  last(mapId: string): Promise<EventBatch | null> {
    const newest = { sort: { n: -1 }, projection: { _id: 0 }, maxTimeMS: readMsMax } as const;
    return answered(this.#batches.findOne({ mapId }, newest));
  }

  async append(batch: EventBatch): Promise<'appended' | 'taken'> {
    try {
      await answered(this.#batches.insertOne({ ...batch }));
      return 'appended';
    } catch (error) {
      if (error instanceof MongoServerError && error.code === duplicateKey) return 'taken';
      throw error;
    }
  }

  read({ mapId, from, order, max, kinds, userId }: BatchQuery): Promise<readonly EventBatch[]> {
    const ascending = order === 'ascending';
    const wanted = {
      ...(kinds === undefined ? {} : { kind: { $in: [...kinds] } }),
      ...(userId === undefined ? {} : { 'by.userId': userId }),
    };
    const filter: Filter<EventBatch> = {
      mapId,
      n: ascending ? { $gte: from } : { $lte: from },
      ...(kinds === undefined && userId === undefined ? {} : { events: { $elemMatch: wanted } }),
    };
    const found = this.#batches
      .find(filter, { projection: { _id: 0 }, maxTimeMS: readMsMax })
      .sort({ n: ascending ? 1 : -1 })
      .limit(max);
    return answered(found.toArray());
  }

  async count({ mapId, kinds, userId }: EventFilter): Promise<number> {
    // What somebody asks for is no part of the expression: a text that begins with $ would name a field.
    const conditions = [
      ...(kinds === undefined ? [] : [{ $in: ['$$event.kind', { $literal: [...kinds] }] }]),
      ...(userId === undefined ? [] : [{ $eq: ['$$event.by.userId', { $literal: userId }] }]),
    ];
    const wanted = { $filter: { input: '$events', as: 'event', cond: { $and: conditions } } };
    const counted = this.#batches.aggregate<{ readonly count: number }>(
      [{ $match: { mapId } }, { $group: { _id: null, count: { $sum: { $size: wanted } } } }],
      { maxTimeMS: readMsMax },
    );
    return (await answered(counted.next()))?.count ?? 0;
  }

  async expire(before: Date): Promise<void> {
    const old = { at: { $lt: before }, 'events.0': { $exists: true } };
    const maps = await this.#batches
      .aggregate<{ _id: string }>([
        { $match: old },
        { $group: { _id: '$mapId' } },
        { $limit: expiredMapsMax },
      ])
      .toArray();
    for (const { _id: mapId } of maps) {
      const last = await this.last(mapId);
      if (last === null) continue;
      await this.#batches.deleteMany({ mapId, n: { $lt: last.n }, at: { $lt: before } });
      // The place it marks is needed: what lies before it may still be in the log, and is told.
      await this.#batches.updateOne({ mapId, n: last.n, at: { $lt: before } }, { $set: { events: [] } });
    }
  }

  async remove(mapId: string): Promise<void> {
    await this.#batches.deleteMany({ mapId });
  }
}
