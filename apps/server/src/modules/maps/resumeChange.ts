import type { ActorRef } from '@jejak/access';
import type { OperationError } from '@jejak/journey-model';
import { type MapPart, mapParts } from '@jejak/protocol';
import type { LiveMaps, MapVersion } from '../../rooms/LiveMaps.ts';
import type { Run } from '../mutations/runOnce.ts';
import type { Applied } from './applySteps.ts';
import { completeChange, fieldsOf } from './completeChange.ts';
import { keptOf } from './keptOutcome.ts';
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
  const { steps, by } = change;
  const begun = { id: run.id ?? '', mapId, steps, by, since, mayStill: run.isOwned };
  let applied: Applied | null = null;
  for (let look = 0; look < looksMax; look++) {
    const trace = await liveMaps.callAfter(mapId, since, run.id ?? '');
    const completed = await completeChange(liveMaps, begun, trace);
    if (completed !== null) return { kind: 'done', ...completed };
    // The log does not reach back so far any more.
    if (!parts.every((part) => trace.whole.has(part)))
      return (await alreadyThere(liveMaps, change)) ?? (await tryOnce(ifVersion ?? since));
    // An entry of the earlier run may land after the look: then its fields are changed.
    applied = await tryOnce(ifVersion ?? trace.version);
    if (applied.kind !== 'overtaken') return applied;
  }
  return applied ?? tryOnce(ifVersion);
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
