import type { ActorRef } from '@jejak/access';
import { type FieldAddress, type OperationError, operations, writtenFields } from '@jejak/journey-model';
import { type MapPart, mapParts } from '@jejak/protocol';
import type { CallTrace, LiveMaps, MapVersion } from '../../rooms/LiveMaps.ts';
import type { Run } from '../mutations/runOnce.ts';
import type { Applied } from './applySteps.ts';
import { keptOf, type LoggedOutcome, parseOutcome } from './keptOutcome.ts';
import { isStep, type MapStep, type StepOutcome } from './MapStep.ts';
import { parseVersion } from './mapVersion.ts';
import { runEach } from './runSteps.ts';

/** A change that an earlier run may have carried out. */
export interface ResumedChange {
  readonly mapId: string;
  readonly steps: readonly (MapStep | OperationError)[];
  /** The documents it writes. */
  readonly parts: readonly MapPart[];
  readonly by: ActorRef | null;
  readonly ifVersion: MapVersion | null;
  /** Does it, unless a field that it writes was changed after the version. */
  tryOnce(version: MapVersion | null): Promise<Applied>;
}

/** Between a look into the log and the attempt somebody may change a field that it writes. */
const looksMax = 5;

/**
 * Goes on with a call whose run ended, nobody knows where. What it journaled names the call: if that is all of it, it is
 * done; of two documents the one that lacks it gets it now; and where there is nothing the call has yet to be done.
 */
export async function resumeChange(liveMaps: LiveMaps, change: ResumedChange, run: Run): Promise<Applied> {
  const { mapId, parts, ifVersion, tryOnce } = change;
  const since = parseVersion(run.again?.since ?? '');
  let applied: Applied | null = null;
  for (let look = 0; look < looksMax; look++) {
    const trace = await liveMaps.callAfter(mapId, since, run.id ?? '');
    const [first] = trace.found.values();
    if (first !== undefined) return complete(liveMaps, change, run, since, trace, first.outcome);
    // The log does not reach back so far any more.
    if (!parts.every((part) => trace.whole.has(part)))
      return (await alreadyThere(liveMaps, change)) ?? (await tryOnce(ifVersion ?? since));
    // An entry of the earlier run may land after the look: then its fields are changed.
    applied = await tryOnce(ifVersion ?? trace.version);
    if (applied.kind !== 'overtaken') return applied;
  }
  return applied ?? tryOnce(ifVersion);
}

/** What is journaled stands; the document that lacks its part gets it, but for what was changed since. */
async function complete(
  liveMaps: LiveMaps,
  { mapId, steps, by }: ResumedChange,
  run: Run,
  since: MapVersion,
  { found, version }: CallTrace,
  text: string,
): Promise<Applied> {
  const logged = parseOutcome(text);
  const { outcomes } = logged;
  const missing = logged.parts.filter((part) => !found.has(part));
  if (missing.length === 0) return { kind: 'done', outcomes, version };
  let left = stepsOf(steps, logged, missing);
  for (;;) {
    const trying = left;
    const fields = trying.flatMap(fieldsOf);
    const edited = await liveMaps.edit(mapId, {
      by,
      parts: missing,
      onlyIf: { version: since, fields },
      mayStill: run.isOwned,
      call: { id: run.id ?? '', outcomeOf: () => text },
      run(docs, context) {
        run.assertOwned();
        // What cannot be done any more would have gone with what it rests on.
        return runEach(docs, trying, context);
      },
    });
    if (edited.kind === 'done') return { kind: 'done', outcomes, version: edited.version };
    left = trying.filter((step) => !fieldsOf(step).some((field) => includes(edited.fields, field)));
  }
}

/** The steps that wrote these documents. */
function stepsOf(
  steps: readonly (MapStep | OperationError)[],
  { outcomes }: LoggedOutcome,
  parts: readonly MapPart[],
): readonly MapStep[] {
  return steps.flatMap((step, index) => {
    if (!isStep(step) || !parts.includes(operations[step.name].part)) return [];
    return typeof outcomes[index] === 'string' ? [step] : [];
  });
}

const fieldsOf = ({ name, input }: MapStep): readonly FieldAddress[] => writtenFields(name, input);

function includes(fields: readonly FieldAddress[], { root, key, field }: FieldAddress): boolean {
  return fields.some((one) => one.root === root && one.key === key && one.field === field);
}

/** What the steps came to if everything is as they ask; null otherwise. Tried on copies. */
async function alreadyThere(liveMaps: LiveMaps, { mapId, steps }: ResumedChange): Promise<Applied | null> {
  const edited = await liveMaps.edit(mapId, {
    by: null,
    parts: mapParts,
    onCopies: true,
    run: (docs, context) => runEach(docs, steps, context),
  });
  if (edited.kind === 'overtaken') return null;
  const outcomes = edited.value.map((outcome, index): StepOutcome | null => {
    if (outcome.ok) return outcome.changed ? null : { ...outcome, changed: true };
    const step = steps[index];
    if (step === undefined || !isStep(step)) return outcome;
    // What is to be deleted and cannot be found is gone, as asked.
    const [gone] = /^delete/.test(step.name) ? fieldsOf(step) : [];
    return gone === undefined ? null : { ok: true, id: gone.key, changed: true };
  });
  const there = outcomes.filter((outcome) => outcome !== null);
  return there.length < outcomes.length
    ? null
    : { kind: 'done', outcomes: keptOf(there), version: edited.version };
}
