import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { Repeat } from '../../graphql/Repeat.ts';
import { type OncePorts, runOnce } from '../mutations/runOnce.ts';
import { type Applied, applySteps, type ChangePorts, permitChange } from './applySteps.ts';
import { outcomesOf } from './keptOutcome.ts';
import { type MapHandle, type MapPorts, readView } from './MapHandle.ts';
import type { MapRecord } from './MapRecord.ts';
import type { AskedStep, StepOutcome } from './MapStep.ts';
import type { MapView } from './MapView.ts';
import { parseVersion, printVersion } from './mapVersion.ts';
import { VersionConflict } from './VersionConflict.ts';

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

/** A change as it was called. */
export interface ChangeCall {
  readonly name: string;
  readonly repeat: Repeat;
  readonly input: ChangeInput;
  readonly steps: readonly AskedStep[];
  /** Whether failures name the step. */
  readonly batch: boolean;
}

/** Runs operations of the model on the live documents, as edits typed in a browser would be; once for all who repeat it. */
export async function changeMap(
  ports: ChangePorts & OncePorts,
  actor: Actor,
  { name, repeat, input, steps, batch }: ChangeCall,
): Promise<MapChanged> {
  const { mapId, partial, ifVersion } = input;
  const asked = {
    mapId,
    steps,
    batch,
    partial: partial ?? false,
    ifVersion: ifVersion == null ? null : parseVersion(ifVersion),
  };
  // Rights are judged each time, also for who only wants to hear the result again.
  const permitted = await permitChange(ports, actor, asked);
  const { record } = permitted;
  const applied = await runOnce(
    ports,
    {
      by: actorRefOf(actor),
      workspaceId: record.workspaceId,
      repeat,
      name,
      input: { mapId, partial, ifVersion, steps },
    },
    async () => printVersion(await ports.liveMaps.versionOf(mapId)),
    (run) => applySteps(ports, actor, permitted, run),
  );
  return shown(ports, record, applied);
}

function shown(ports: MapPorts, record: MapRecord, applied: Applied): MapChanged {
  if (applied.kind === 'overtaken') throw new VersionConflict(record, applied.version, applied.fields);
  if (applied.kind === 'refused') {
    const { code, field, messageKey, index } = applied;
    const place = index === null ? {} : { index };
    throw new DomainError(code, { field: field || null, messageKey, ...place });
  }
  const { version } = applied;
  let reading: Promise<MapView> | null = null;
  // Most only want to know that it is done: a large map takes longer to read than to change.
  const read = (): Promise<MapView> => {
    reading ??= readView(ports.liveMaps, record.id, 'comes in', version);
    return reading;
  };
  return {
    map: { id: record.id, record, view: null, read },
    mapVersion: printVersion(version),
    outcomes: outcomesOf(applied.outcomes),
  };
}
