import { type MapDocs, type MapSnapshot, readMap } from '@jejak/journey-model';
import * as Y from 'yjs';
import { DomainError } from '../../src/errors/DomainError.ts';
import type { LiveMaps, MapChange, MapVersion } from '../../src/rooms/LiveMaps.ts';

interface Kept {
  readonly docs: MapDocs;
  version: MapVersion;
  snapshot: MapSnapshot | null;
}

/** Live maps of one test, in memory: what GraphQL needs of rooms, without sockets and a log. */
export function memoryLiveMaps(newId: () => string): LiveMaps & { readonly reads: { count: number } } {
  const maps = new Map<string, Kept>();
  const listeners = new Set<(change: MapChange) => void>();
  const reads = { count: 0 };
  const kept = (mapId: string): Kept => {
    const map = maps.get(mapId);
    if (map === undefined) throw new DomainError('NOT_FOUND');
    return map;
  };
  const tell = (mapId: string, version: MapVersion, changedIds: readonly string[]) => {
    for (const listener of [...listeners]) listener({ mapId, version, changedIds });
  };
  return {
    reads,
    async create(mapId, fill) {
      const docs = { structure: new Y.Doc(), content: new Y.Doc() };
      fill(docs);
      maps.set(mapId, { docs, version: { structure: 1, content: 1 }, snapshot: null });
      return { structure: 1, content: 1 };
    },
    async execute(mapId, operation, input) {
      const map = kept(mapId);
      const result = operation.run(map.docs, input, { newId, random: () => 0.5, origin: 'server' });
      if (result.ok) {
        const { structure, content } = map.version;
        map.version =
          operation.part === 'structure'
            ? { structure: structure + 1, content }
            : { structure, content: content + 1 };
        map.snapshot = null;
        tell(mapId, map.version, []);
      }
      return { result, version: map.version };
    },
    async read(mapId, minVersion) {
      reads.count += 1;
      const map = kept(mapId);
      if (minVersion && minVersion.content > map.version.content) throw new DomainError('VERSION_TIMEOUT');
      map.snapshot ??= readMap(map.docs);
      return { snapshot: map.snapshot, version: map.version };
    },
    onChange(mapId, listener) {
      const own = (change: MapChange) => {
        if (change.mapId === mapId) listener(change);
      };
      listeners.add(own);
      return () => listeners.delete(own);
    },
    onAnyChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    present: () => [],
    async disconnect() {},
    async remove(mapId) {
      maps.delete(mapId);
    },
  };
}
