import type { Actor } from '../../auth/Actor.ts';
import { applySteps, permitChange } from './applySteps.ts';
import type { CreatePorts } from './createMap.ts';
import { type MapHandle, readView } from './MapHandle.ts';
import type { AskedStep, StepOutcome } from './MapStep.ts';
import { parseVersion, printVersion } from './mapVersion.ts';

/** What a change left behind: the map at a version that holds it, and what became of each operation. */
export interface MapChanged {
  readonly map: MapHandle;
  readonly mapVersion: string;
  readonly outcomes: readonly StepOutcome[];
}

/** Operations on one map, as GraphQL takes them. */
export interface ChangeInput {
  readonly mapId: string;
  readonly ifVersion?: string | null | undefined;
  readonly partial?: boolean | null | undefined;
}

/** Runs operations of the model on the live documents, as edits typed in a browser would be. */
export async function changeMap(
  ports: CreatePorts,
  actor: Actor,
  { mapId, ifVersion, partial }: ChangeInput,
  steps: readonly AskedStep[],
  batch = false,
): Promise<MapChanged> {
  const asked = {
    mapId,
    steps,
    batch,
    partial: partial ?? false,
    ifVersion: ifVersion == null ? null : parseVersion(ifVersion),
  };
  const permitted = await permitChange(ports, actor, asked);
  const { outcomes, version } = await applySteps(ports, actor, permitted, ports.newId());
  const view = await readView(ports.liveMaps, mapId, version);
  return { map: { id: mapId, record: permitted.record, view }, mapVersion: printVersion(version), outcomes };
}
