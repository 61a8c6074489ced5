import { type Action, type ActorRef, type WorkspaceAction, workspaceActions } from '@jejak/access';
import { type FieldAddress, type OperationError, operations, writtenFields } from '@jejak/journey-model';
import { type MapPart, mapParts } from '@jejak/protocol';
import type { Actor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { MapVersion } from '../../rooms/LiveMaps.ts';
import { isKnownFailure, type OncePorts, type Run } from '../mutations/runOnce.ts';
import { type KeptOutcome, keptFields, keptOf, printOutcome } from './keptOutcome.ts';
import { assertLinkable } from './linkedMap.ts';
import { type MapPorts, permittedMap } from './MapHandle.ts';
import { intentMs, intentOwnedMs, type MapIntents } from './MapIntent.ts';
import type { MapRecord } from './MapRecord.ts';
import { type AskedStep, isStep, type MapStep, readSteps, type StepOutcome } from './MapStep.ts';
import { parseVersion } from './mapVersion.ts';
import { resumeChange } from './resumeChange.ts';
import { runAll, runEach, StepRefused } from './runSteps.ts';

/** What changing maps works with. */
export type ChangePorts = MapPorts & Pick<OncePorts, 'newId' | 'now'> & { readonly intents: MapIntents };

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

/** What became of a change, as plain data that can be kept: where it stands in the log, or why nothing was written. */
export type Applied =
  | { readonly kind: 'done'; readonly outcomes: readonly KeptOutcome[]; readonly version: MapVersion }
  | { readonly kind: 'overtaken'; readonly fields: readonly FieldAddress[]; readonly version: MapVersion }
  | ({ readonly kind: 'refused'; readonly index: number | null } & OperationError);

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

/**
 * Runs the steps on the live documents in one turn, as an edit in a browser would be. Arguments that do not fit are thrown;
 * every other refusal is an outcome.
 */
export async function applySteps(
  ports: ChangePorts,
  actor: Actor,
  { asked, record }: PermittedChange,
  run: Run,
): Promise<Applied> {
  const { partial, ifVersion } = asked;
  const steps = await linkable(ports, actor, record, readSteps(asked.steps, run.seed));
  const wrong = steps.findIndex((step) => !isStep(step));
  const first = steps[wrong];
  if (first !== undefined && !isStep(first) && !partial) return refused(asked, wrong, first);
  const good = steps.filter(isStep);
  const written = new Set(good.map(({ name }) => operations[name].part));
  const parts = mapParts.filter((part) => written.has(part));
  // The two documents have a log each: a condition holds for one entry of one log.
  if (ifVersion !== null && parts.length > 1) throw new DomainError('INVALID', { field: 'ifVersion' });
  const by = actorRefOf(actor);
  const apply = (named: Run): Promise<Applied> => {
    const tryOnce = (version: MapVersion | null): Promise<Applied> =>
      tryChange(ports, { asked, steps, parts, by }, named, version);
    if (named.again === null) return tryOnce(ifVersion);
    return resumeChange(ports.liveMaps, { mapId: asked.mapId, steps, parts, by, ifVersion, tryOnce }, named);
  };
  return parts.length < 2 ? apply(run) : applyWhole(ports, asked, by, run, apply);
}

interface ReadyChange {
  readonly asked: AskedChange;
  readonly steps: readonly (MapStep | OperationError)[];
  readonly parts: readonly MapPart[];
  readonly by: ActorRef | null;
}

/** Two documents are two writes: what they are to hold is written down before, so that half of it does not stay. */
async function applyWhole(
  { liveMaps, intents, newId, now }: ChangePorts,
  { mapId, steps }: AskedChange,
  by: ActorRef | null,
  run: Run,
  apply: (named: Run) => Promise<Applied>,
): Promise<Applied> {
  const id = run.id ?? newId();
  const startedAt = now().getTime();
  const isOwned = (): boolean => run.isOwned() && now().getTime() <= startedAt + intentOwnedMs;
  const named: Run = {
    ...run,
    id,
    isOwned,
    assertOwned() {
      if (!isOwned()) throw new DomainError('UNAVAILABLE');
    },
  };
  const since = run.again?.since == null ? await liveMaps.versionOf(mapId) : parseVersion(run.again.since);
  await intents.begin(
    { kind: 'batch', id, mapId, steps, seed: run.seed, by, since, begunAt: startedAt },
    new Date(startedAt + intentMs),
  );
  try {
    const applied = await apply(named);
    // Where this fails it is found to be done.
    await intents.end(id).catch(() => {});
    return applied;
  } catch (error) {
    // Nobody knows how far it came: whoever finds the intent finds out.
    if (isKnownFailure(error)) await intents.end(id).catch(() => {});
    throw error;
  }
}

type Outcomes = readonly StepOutcome[] | StepRefused;

/** Does it, unless a field that it writes was changed after the version. */
async function tryChange(
  { liveMaps }: MapPorts,
  { asked, steps, parts, by }: ReadyChange,
  run: Run,
  version: MapVersion | null,
): Promise<Applied> {
  const good = steps.filter(isStep);
  const fields = good.flatMap(({ name, input }) => writtenFields(name, input));
  const { id } = run;
  const edited = await liveMaps
    .edit<Outcomes>(asked.mapId, {
      by,
      parts,
      run(docs, context) {
        run.assertOwned();
        return asked.partial ? runEach(docs, steps, context) : runAll(docs, good, context);
      },
      ...(version === null ? {} : { onlyIf: { version, fields } }),
      ...(id === null
        ? {}
        : { mayStill: run.isOwned, call: { id, outcomeOf: (value) => loggedOf(steps, value) } }),
    })
    .catch((error: unknown) => {
      if (error instanceof StepRefused) return error;
      throw error;
    });
  if (edited instanceof StepRefused) return refused(asked, edited.index, edited.error);
  if (edited.kind === 'overtaken') return { ...edited, fields: keptFields(edited.fields) };
  const { value } = edited;
  if (value instanceof StepRefused) return refused(asked, value.index, value.error);
  return { kind: 'done', outcomes: keptOf(value), version: edited.version };
}

/** What the entries in the log hold of it. */
function loggedOf(steps: readonly (MapStep | OperationError)[], outcomes: Outcomes): string {
  if (outcomes instanceof StepRefused) return '';
  const written = steps.flatMap((step, index) => {
    const outcome = outcomes[index];
    return isStep(step) && outcome?.ok && outcome.changed ? [operations[step.name].part] : [];
  });
  return printOutcome({ parts: [...new Set(written)], outcomes: keptOf(outcomes) });
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

/** A refusal as an outcome; a call whose arguments do not fit was none, so it is thrown. */
function refused(asked: AskedChange, index: number, error: OperationError): Applied {
  const field = asked.batch ? fieldOfStep(index, asked.steps[index]?.name, error.field) : error.field;
  const place = asked.batch ? index : null;
  if (error.code === 'INVALID') {
    const { messageKey } = error;
    throw new DomainError('INVALID', { field: field || null, messageKey, ...(asked.batch ? { index } : {}) });
  }
  return { kind: 'refused', ...error, field, index: place };
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
