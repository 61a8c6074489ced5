import { beginAnew, type Change, changesOf, type Roots } from '@jejak/document-lives';
import {
  EventReader,
  type LoggedEntry,
  type ReaderStart,
  type Telling,
  tellEvents,
} from '@jejak/journey-events';
import * as Y from 'yjs';
import { type TrialAnswer, type TrialJob, tryHeavy } from './tryHeavy.ts';

/** What the thread is asked for. */
export type HeavyJob =
  | ({ readonly kind: 'try' } & TrialJob)
  | {
      readonly kind: 'beginAnew';
      readonly state: Uint8Array;
      readonly epoch: number;
      readonly roots: Roots;
    }
  | {
      readonly kind: 'changes';
      readonly state: Uint8Array;
      readonly updates: readonly Uint8Array[];
      readonly roots: Roots;
    }
  | {
      readonly kind: 'tell';
      readonly start: ReaderStart;
      readonly entries: readonly LoggedEntry[];
    };

/** What the thread answers, by what it was asked for. */
export interface HeavyAnswers {
  readonly try: TrialAnswer;
  readonly beginAnew: { readonly kind: 'begun'; readonly state: Uint8Array };
  /** What the updates did to the content, and the document after them. */
  readonly changes: {
    readonly kind: 'changes';
    readonly changes: readonly Change[];
    readonly state: Uint8Array;
  };
  readonly tell: { readonly kind: 'told'; readonly telling: Telling };
}

/** Any answer of the thread. */
export type HeavyAnswer = HeavyAnswers[keyof HeavyAnswers];

/** Does one job. Runs where it may take all it wants. */
export function doHeavy(job: HeavyJob): HeavyAnswer {
  switch (job.kind) {
    case 'try':
      return tryHeavy(job);
    case 'beginAnew':
      return { kind: 'begun', state: beginAnew(job.state, job.epoch, job.roots) };
    case 'changes': {
      const { state, updates, roots } = job;
      return {
        kind: 'changes',
        changes: changesOf(state, updates, roots),
        state: mergedOf(state, updates),
      };
    }
    case 'tell':
      return { kind: 'told', telling: tellEvents(new EventReader(job.start), job.entries) };
  }
}

/** The document after the updates, without what they deleted. */
function mergedOf(state: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of [state, ...updates]) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}
