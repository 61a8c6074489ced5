import { type Action, type WorkspaceAction, workspaceActions } from '@jejak/access';
import { type OperationError, operations, writtenFields } from '@jejak/journey-model';
import { mapParts } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import { assertLinkable } from './linkedMap.ts';
import { type MapPorts, permittedMap } from './MapHandle.ts';
import type { MapRecord } from './MapRecord.ts';
import { type AskedStep, isStep, type MapStep, readSteps, type StepOutcome } from './MapStep.ts';
import { runAll, runEach, StepRefused } from './runSteps.ts';
import { VersionConflict } from './VersionConflict.ts';

/** Operations somebody asks for as one change of one map. */
export interface AskedChange {
  readonly mapId: string;
  readonly steps: readonly AskedStep[];
  /** Whether failures name the step. */
  readonly batch: boolean;
  /** Does what can be done instead of all or nothing. */
  readonly partial: boolean;
  /** Nothing is done when a field that the steps write was changed after it. */
  readonly ifVersion: MapVersion | null;
}

/** A change that somebody may make, with arguments that fit. */
export interface PermittedChange {
  readonly asked: AskedChange;
  readonly record: MapRecord;
}

/** What a change left behind, journaled at this version. */
export interface Applied {
  readonly outcomes: readonly StepOutcome[];
  readonly version: MapVersion;
}

/** Judges rights before anything else is told. */
export async function permitChange(
  ports: Pick<MapPorts, 'maps'>,
  actor: Actor,
  asked: AskedChange,
): Promise<PermittedChange> {
  const actions = new Set(asked.steps.map(({ name }) => workspaceAction(operations[name].action)));
  let record: MapRecord | null = null;
  for (const action of actions) record = await permittedMap(ports, actor, action, asked.mapId);
  if (record === null) throw new DomainError('INVALID', { field: 'operations' });
  return { asked, record };
}

/** Runs the steps on the live documents in one turn, as an edit in a browser would be; `seed` decides the new ids. */
export async function applySteps(
  ports: MapPorts,
  actor: Actor,
  { asked, record }: PermittedChange,
  seed: string,
): Promise<Applied> {
  const { mapId, partial, ifVersion } = asked;
  const refused = (index: number, error: MapStep | OperationError | undefined): DomainError =>
    asked.batch ? refusedStep(index, error, asked.steps[index]?.name) : refusedStep(null, error);
  const steps = await linkable(ports, actor, record, readSteps(asked.steps, seed));
  const good = steps.filter(isStep);
  const wrong = steps.findIndex((step) => !isStep(step));
  if (wrong >= 0 && !partial) throw refused(wrong, steps[wrong]);
  const written = new Set(good.map(({ name }) => operations[name].part));
  const parts = mapParts.filter((part) => written.has(part));
  // The two documents have a log each: a condition holds for one entry of one log.
  if (ifVersion !== null && parts.length > 1) throw new DomainError('INVALID', { field: 'ifVersion' });
  const fields = good.flatMap(({ name, input }) => writtenFields(name, input));
  const edited = await ports.liveMaps
    .edit(mapId, {
      by: actorRefOf(actor),
      parts,
      run: (docs, context) => (partial ? runEach(docs, steps, context) : runAll(docs, good, context)),
      ...(ifVersion === null ? {} : { onlyIf: { version: ifVersion, fields } }),
    })
    .catch((error: unknown) => {
      throw error instanceof StepRefused ? refused(error.index, error.error) : error;
    });
  if (edited.kind === 'overtaken') throw new VersionConflict(record, edited.version, edited.fields);
  if (edited.value instanceof StepRefused) throw refused(edited.value.index, edited.value.error);
  return { outcomes: edited.value, version: edited.version };
}

/** What an operation names of other maps must be there for whoever asks. */
async function linkable(
  ports: MapPorts,
  actor: Actor,
  record: MapRecord,
  steps: readonly (MapStep | OperationError)[],
): Promise<readonly (MapStep | OperationError)[]> {
  const looked: (MapStep | OperationError)[] = [];
  for (const step of steps) looked.push(isStep(step) ? await judged(step) : step);
  return looked;

  async function judged(step: MapStep): Promise<MapStep | OperationError> {
    const other = otherMapOf(step);
    if (other === null) return step;
    try {
      await assertLinkable(ports, actor, record, other);
      return step;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
      return { code: 'NOT_FOUND', field: other.field, messageKey: error.messageKey };
    }
  }
}

function otherMapOf({ name, input }: MapStep) {
  const { otherMap }: { otherMap?: { of(input: unknown): FieldOfOther }['of'] } = operations[name];
  return otherMap?.(input) ?? null;
}

type FieldOfOther = { readonly id: string; readonly field: string } | null;

function refusedStep(
  index: number | null,
  step: MapStep | OperationError | undefined,
  name?: string,
): DomainError {
  if (step === undefined || isStep(step)) throw new Error('A step that was not refused');
  const { code, messageKey } = step;
  if (index === null) return new DomainError(code, { field: step.field || null, messageKey });
  return new DomainError(code, { field: fieldOfStep(index, name, step.field), messageKey, index });
}

/** An argument of a step as a path from the input. */
export function fieldOfStep(index: number, name: string | undefined, field: string): string {
  return ['operations', index, name, field].filter((part) => part !== undefined && part !== '').join('.');
}

function workspaceAction(action: Action): WorkspaceAction {
  const found = workspaceActions.find((known) => known === action);
  if (found === undefined) throw new Error(`Operations of maps are acts in a workspace, unlike ${action}`);
  return found;
}
