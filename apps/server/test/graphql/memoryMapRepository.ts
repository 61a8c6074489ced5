import type { MapRecord } from '../../src/modules/maps/MapRecord.ts';
import type { MapPageQuery, MapRepository } from '../../src/modules/maps/MapRepository.ts';
import { searchableTitle } from '../../src/modules/maps/searchWords.ts';

/** Map records in memory; `queries` counts round trips as a database would see them. */
export function memoryMapRepository(): MapRepository & { readonly queries: { count: number } } {
  const records = new Map<string, MapRecord>();
  const queries = { count: 0 };
  const matching = ({ workspaceId, only, words }: Pick<MapPageQuery, 'workspaceId' | 'only' | 'words'>) =>
    [...records.values()].filter(
      (record) =>
        record.workspaceId === workspaceId &&
        (only === null || only.includes(record.id)) &&
        words.every((word) => searchableTitle(record.title).includes(word)),
    );
  return {
    queries,
    async insert(record) {
      queries.count += 1;
      records.set(record.id, record);
    },
    async findMany(ids) {
      queries.count += 1;
      return ids.map((id) => records.get(id) ?? null);
    },
    async page(query) {
      queries.count += 1;
      const at = (record: MapRecord) => (query.order === 'CREATED' ? record.createdAt : record.lastEditedAt);
      const isBehind = (record: MapRecord): boolean => {
        if (query.after === null) return true;
        const difference = at(record).getTime() - query.after.at.getTime();
        return difference < 0 || (difference === 0 && record.id < query.after.id);
      };
      return matching(query)
        .sort((a, b) => at(b).getTime() - at(a).getTime() || (a.id < b.id ? 1 : -1))
        .filter(isBehind)
        .slice(0, query.limit);
    },
    async walk(afterId, limit) {
      queries.count += 1;
      return [...records.values()]
        .filter(({ id }) => id > afterId)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    async count(query) {
      queries.count += 1;
      return matching(query).length;
    },
    async project(mapId, projection) {
      queries.count += 1;
      const record = records.get(mapId);
      if (!record) return;
      const { structure, content } = record.version;
      if (structure > projection.version.structure || content > projection.version.content) return;
      records.set(mapId, { ...record, ...projection });
    },
    async delete(mapId) {
      queries.count += 1;
      return records.delete(mapId);
    },
  };
}
