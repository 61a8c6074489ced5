import { type MapDocs, type MapSnapshot, type OperationResult, readMap } from '@jejak/journey-model';
import { type MapPart, mapParts } from '@jejak/protocol';
import * as Y from 'yjs';
import { DomainError } from '../../src/errors/DomainError.ts';
import type { LiveMaps, MapChange, MapVersion } from '../../src/rooms/LiveMaps.ts';
import type { MapEdit } from '../../src/rooms/MapEdit.ts';

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
  const edit = async <T>(mapId: string, asked: MapEdit<T>) => {
    const map = kept(mapId);
    if (asked.onCopies) throw new Error('No copies are made here');
    const written = new Set<MapPart>();
    for (const part of asked.parts) map.docs[part].once('update', () => written.add(part));
    const value = asked.run(map.docs, { newId: asked.newId ?? newId, random: () => 0.5, origin: 'server' });
    const { structure, content } = map.version;
    map.version = {
      structure: structure + (written.has('structure') ? 1 : 0),
      content: content + (written.has('content') ? 1 : 0),
    };
    map.snapshot = null;
    if (written.size > 0) tell(mapId, map.version, []);
    return { kind: 'done', value, version: map.version } as const;
  };
  return {
    reads,
    async create(mapId, fill) {
      const docs = { structure: new Y.Doc(), content: new Y.Doc() };
      fill(docs);
      maps.set(mapId, { docs, version: { structure: 1, content: 1 }, snapshot: null });
      return { structure: 1, content: 1 };
    },
    async execute(mapId, operation, input, by) {
      const run: MapEdit<OperationResult<unknown>>['run'] = (docs, context) =>
        operation.run(docs, input, context);
      const { value, version } = await edit(mapId, { by, parts: [operation.part], run });
      return { result: value as never, version };
    },
    async edit(mapId, asked) {
      const { version } = kept(mapId);
      // Coarser than rooms: any change counts.
      const { onlyIf, parts } = asked;
      if (onlyIf !== undefined && parts.some((part) => onlyIf.version[part] !== version[part]))
        return { kind: 'overtaken', fields: onlyIf.fields, version };
      return edit(mapId, asked);
    },
    async callAfter(mapId) {
      // Nobody dies here.
      return { found: new Map(), whole: new Set(mapParts), version: kept(mapId).version };
    },
    async versionOf(mapId) {
      return kept(mapId).version;
    },
    async read(mapId, minVersion) {
      reads.count += 1;
      const map = kept(mapId);
      if (minVersion && minVersion.content > map.version.content) throw new DomainError('VERSION_TIMEOUT');
      map.snapshot ??= readMap(map.docs);
      return { snapshot: map.snapshot, version: map.version };
    },
    glance(mapId, minVersion) {
      return this.read(mapId, minVersion);
    },
    onChange(mapId, listener) {
      const own = (change: MapChange) => {
        if (change.mapId === mapId) listener(change);
      };
      listeners.add(own);
      return () => listeners.delete(own);
    },
    onAnyChange(listener) {
      const own = ({ mapId }: MapChange) => listener(mapId);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    present: () => [],
    async disconnect() {},
    async remove(mapId) {
      maps.delete(mapId);
    },
  };
}
