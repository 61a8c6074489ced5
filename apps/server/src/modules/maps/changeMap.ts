import { type Action, workspaceActions } from '@jejak/access';
import type { Change, Operation } from '@jejak/journey-model';
import type { z } from 'zod';
import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { assertLinkable } from './linkedMap.ts';
import { type MapHandle, type MapPorts, permittedMap, readView } from './MapHandle.ts';
import { printVersion } from './mapVersion.ts';

/** What a change left behind: the map at a version that holds it, and the record it was about. */
export interface MapChanged {
  readonly map: MapHandle;
  readonly mapVersion: string;
  readonly recordId: string;
  readonly changed: boolean;
}

/** Runs one operation of the model on the live documents, as an edit typed in a browser would be. */
export async function changeMap(
  ports: MapPorts,
  actor: Actor,
  operation: Operation<string, z.ZodType, Change>,
  mapId: string,
  input: unknown,
): Promise<MapChanged> {
  const record = await permittedMap(ports, actor, workspaceAction(operation.action), mapId);
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.');
    throw new DomainError('INVALID', field ? { field } : {});
  }
  const other = operation.otherMap?.(parsed.data) ?? null;
  if (other !== null) await assertLinkable(ports, actor, record, other);
  const by = actorRefOf(actor);
  const { result, version } = await ports.liveMaps.execute(mapId, operation, parsed.data, by);
  if (!result.ok) {
    const { code, field, messageKey } = result.error;
    throw new DomainError(code, { field, messageKey });
  }
  const view = await readView(ports.liveMaps, mapId, version);
  return {
    map: { id: mapId, record, view },
    mapVersion: printVersion(version),
    recordId: result.value.id,
    changed: result.value.changed,
  };
}

function workspaceAction(action: Action) {
  const found = workspaceActions.find((known) => known === action);
  if (found === undefined) throw new Error(`Operations of maps are acts in a workspace, unlike ${action}`);
  return found;
}
