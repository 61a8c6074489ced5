import { type Connection, type Model, Schema } from 'mongoose';
import type { MapIntent, MapIntents } from './MapIntent.ts';

interface Stored {
  readonly _id: string;
  /** JSON: what people name their fields is theirs, also where it begins with a dollar. */
  readonly intent: string;
  readonly until: Date;
}

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    intent: { type: String, required: true },
    until: { type: Date, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'mapIntents', id: false },
);
schema.index({ until: 1 });

/** Intents in MongoDB, with its index. */
export function mongoMapIntents(connection: Connection): MapIntents & { ensureIndexes(): Promise<void> } {
  const model: Model<Stored> = connection.models.MapIntent ?? connection.model<Stored>('MapIntent', schema);
  return {
    async ensureIndexes() {
      await model.createIndexes();
    },
    async begin(intent, until) {
      const { id } = intent;
      // Whoever takes a call over begins it again.
      await model.updateOne(
        { _id: id },
        { $set: { intent: JSON.stringify(intent), until } },
        { upsert: true },
      );
    },
    async end(id) {
      // Need not be journaled: should it be lost, what was begun is found to be done.
      await model.deleteOne({ _id: id }, { writeConcern: { w: 1, j: false } });
    },
    async claim(now, until) {
      const found = await model
        .findOneAndUpdate({ until: { $lte: now } }, { $set: { until } }, { sort: { until: 1 } })
        .lean<Stored>();
      // Only this program writes there.
      return found === null ? null : (JSON.parse(found.intent) as MapIntent);
    },
  };
}
