import type { OtherMap } from '@jejak/journey-model';
import type { Actor } from '../../auth/Actor.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { MapPorts } from './MapHandle.ts';
import type { MapRecord } from './MapRecord.ts';
import { findMaps } from './readMaps.ts';

/** Whether one map may point to another: both of one workspace, and not to itself. */
export function isLinkable(
  from: Pick<MapRecord, 'id' | 'workspaceId'>,
  to: Pick<MapRecord, 'id' | 'workspaceId'>,
): boolean {
  return from.id !== to.id && from.workspaceId === to.workspaceId;
}

/**
 * Refuses a link to a map that is not there, not readable, of another workspace or the same one. All answer alike:
 * who asks learns nothing about maps of others.
 */
export async function assertLinkable(
  ports: MapPorts,
  actor: Actor,
  from: MapRecord,
  { id, field }: OtherMap,
): Promise<void> {
  const [other] = await findMaps(ports, actor, [id]);
  if (!other || !isLinkable(from, other.record)) throw new DomainError('NOT_FOUND', { field });
}
