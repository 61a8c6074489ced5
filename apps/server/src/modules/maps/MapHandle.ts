import { decide, type WorkspaceAction } from '@jejak/access';
import type { Actor } from '../../auth/Actor.ts';
import { deniedError } from '../../errors/DomainError.ts';
import type { LiveMaps, MapVersion } from '../../rooms/LiveMaps.ts';
import type { MapRecord } from './MapRecord.ts';
import type { MapRepository } from './MapRepository.ts';
import { type MapView, viewOf } from './MapView.ts';

/** A map that somebody may read: its record, and its live content once asked for. */
export interface MapHandle {
  readonly id: string;
  readonly record: MapRecord;
  /** Present when the content was read along with the record. */
  readonly view: MapView | null;
  /** Reads it, once, when it is asked for: where it must hold a change that was just made. */
  readonly read?: () => Promise<MapView>;
}

/** What the use cases of maps work with. */
export interface MapPorts {
  readonly maps: MapRepository;
  readonly liveMaps: LiveMaps;
}

/** The record of a map on which the actor may do this; throws what `decide` denies: absent and foreign are one. */
export async function permittedMap(
  ports: Pick<MapPorts, 'maps'>,
  actor: Actor,
  action: WorkspaceAction,
  mapId: string,
): Promise<MapRecord> {
  const [record] = await ports.maps.findMany([mapId]);
  const decision = decide(actor, action, { workspaceId: record?.workspaceId ?? null, mapId });
  if (!decision.allowed) throw deniedError(decision);
  if (!record) throw deniedError('NOT_FOUND');
  return record;
}

/**
 * The content of a map as journaled, at least at `minVersion`. Who reads it and goes does not open it. Rights are the
 * caller's affair.
 */
export async function readView(
  liveMaps: LiveMaps,
  mapId: string,
  who: 'comes in' | 'goes',
  minVersion?: MapVersion,
): Promise<MapView> {
  const { snapshot, version } = await (who === 'goes'
    ? liveMaps.glance(mapId, minVersion)
    : liveMaps.read(mapId, minVersion));
  return viewOf(mapId, snapshot, version);
}
