import DataLoader from 'dataloader';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { MapRecord } from './MapRecord.ts';
import type { MapPageQuery, MapRepository } from './MapRepository.ts';
import { searchableTitle } from './searchWords.ts';

type StoredMap = Omit<MapRecord, 'id'> & {
  readonly _id: string;
  /** Both titles folded; what a search looks at. */
  readonly search: string;
};

const localized = { en: { type: String, default: '' }, id: { type: String, default: '' } };

const schema = new Schema<StoredMap>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    type: { type: String, required: true },
    title: localized,
    search: { type: String, default: '' },
    // A picture for lists, replaced as a whole and never queried into.
    thumbnail: { type: Schema.Types.Mixed, required: true },
    version: { structure: { type: Number, default: 0 }, content: { type: Number, default: 0 } },
    createdAt: { type: Date, required: true },
    lastEditedAt: { type: Date, required: true },
  },
  {
    collection: 'maps',
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    id: false,
  },
);
schema.index({ workspaceId: 1, lastEditedAt: -1, _id: -1 });
schema.index({ workspaceId: 1, createdAt: -1, _id: -1 });

const databaseMsMax = 3000;
/** As many as the largest page of anything. */
const sharedReadIdsMax = 200;

function toRecord({ _id, search: _search, ...rest }: StoredMap): MapRecord {
  return { id: _id, ...rest };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|\-/]/g, '\\$&');
}

function filterOf({
  workspaceId,
  only,
  words,
}: Pick<MapPageQuery, 'workspaceId' | 'only' | 'words'>): QueryFilter<StoredMap> {
  const all = words.map((word) => ({ search: { $regex: escaped(word) } }));
  return {
    workspaceId,
    ...(only === null ? {} : { _id: { $in: only.map(String) } }),
    ...(all.length === 0 ? {} : { $and: all }),
  };
}

function mapModel(connection: Connection): Model<StoredMap> {
  const known: Model<StoredMap> | undefined = connection.models.Map;
  return known ?? connection.model<StoredMap>('Map', schema);
}

/** Map records in MongoDB. Every value in a filter is a string of ours or an escaped pattern, never an object. */
export function mongoMapRepository(connection: Connection): MapRepository {
  const model = mapModel(connection);
  const stored = connection.collection<StoredMap>('maps');
  // What requests ask for in one turn of the event loop is one read, which begins after all of them have asked.
  const records = new DataLoader<string, MapRecord | null>(
    async (ids) => {
      const found = await model
        .find({ _id: { $in: [...new Set(ids)] } })
        .maxTimeMS(databaseMsMax)
        .lean();
      const known = new Map(found.map((record) => [record._id, toRecord(record)]));
      return ids.map((id) => known.get(id) ?? null);
    },
    { cache: false, maxBatchSize: sharedReadIdsMax, batchScheduleFn: (read) => setImmediate(read) },
  );
  return {
    async insert({ id, ...rest }) {
      await model.create([{ _id: id, ...rest, search: searchableTitle(rest.title) }]);
    },
    findMany: (ids) => Promise.all(ids.map((id) => records.load(String(id)))),
    async page(query) {
      const field = query.order === 'CREATED' ? 'createdAt' : 'lastEditedAt';
      const behind =
        query.after === null
          ? {}
          : {
              $or: [
                { [field]: { $lt: query.after.at } },
                { [field]: query.after.at, _id: { $lt: query.after.id } },
              ],
            };
      const found = await model
        .find({ ...filterOf(query), ...behind })
        .sort({ [field]: -1, _id: -1 })
        .limit(query.limit)
        .maxTimeMS(databaseMsMax)
        .lean();
      return found.map(toRecord);
    },
    async walk(afterId, limit) {
      const found = await model
        .find({ _id: { $gt: afterId } }, { version: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .maxTimeMS(databaseMsMax)
        .lean();
      return found.map(({ _id, version }) => ({ id: _id, version }));
    },
    async count(query) {
      return model.countDocuments(filterOf(query)).maxTimeMS(databaseMsMax);
    },
    async project(mapId, projection) {
      const { structure, content } = projection.version;
      // By the driver: to cast what every busy map writes each few seconds costs as much as writing it.
      await stored.updateOne(
        {
          _id: String(mapId),
          'version.structure': { $lte: structure },
          'version.content': { $lte: content },
        },
        { $set: { ...projection, search: searchableTitle(projection.title) } },
      );
    },
    async delete(mapId) {
      return (await model.deleteOne({ _id: mapId })).deletedCount === 1;
    },
  };
}
