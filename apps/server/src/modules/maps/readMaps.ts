import { decide } from '@jejak/access';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import { type MapHandle, type MapPorts, permittedMap, readView } from './MapHandle.ts';
import type { MapRecord } from './MapRecord.ts';
import type { MapPageQuery } from './MapRepository.ts';

/** One map with its content, at least at `minVersion`. */
export async function readMap(
  ports: MapPorts,
  actor: Actor,
  mapId: string,
  minVersion?: MapVersion,
): Promise<MapHandle> {
  const record = await permittedMap(ports, actor, 'map:read', mapId);
  // Whoever reads a map in the browser works in it next, so it is opened once for both; a program reads and goes.
  const who = actor.kind === 'member' && actor.token === null ? 'comes in' : 'goes';
  return { id: mapId, record, view: await readView(ports.liveMaps, mapId, who, minVersion) };
}

/** Maps by id without their content, in the order of the ids; null for absent and foreign alike. */
export async function findMaps(
  ports: MapPorts,
  actor: Actor,
  mapIds: readonly string[],
): Promise<readonly (MapHandle | null)[]> {
  const records = await ports.maps.findMany(mapIds);
  return records.map((record) => {
    const place = { workspaceId: record?.workspaceId ?? null, mapId: record?.id ?? null };
    const decision = decide(actor, 'map:read', place);
    return record && decision.allowed ? { id: record.id, record, view: null } : null;
  });
}

/**
 * A page of the maps of a workspace (one entry more than asked for, when there is one), and what counts them all. A
 * token for some maps sees those.
 */
export async function listMaps(
  ports: MapPorts,
  actor: Actor,
  asked: Omit<MapPageQuery, 'only'>,
): Promise<{ readonly records: readonly MapRecord[]; readonly total: () => Promise<number> }> {
  const { token } = permit(actor, 'map:list', { workspaceId: asked.workspaceId });
  const query = { ...asked, only: token?.mapIds ?? null };
  const records = await ports.maps.page({ ...query, limit: query.limit + 1 });
  return { records, total: () => ports.maps.count(query) };
}
