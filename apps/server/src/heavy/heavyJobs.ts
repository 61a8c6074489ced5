import { beginAnew, type Change, changesOf, type Roots } from '@jejak/document-lives';
import {
  EventReader,
  type LoggedEntry,
  type ReaderStart,
  type Telling,
  tellBatches,
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
      readonly batches: readonly (readonly LoggedEntry[])[];
      /** Whether more is to be told behind them. */
      readonly goesOn: boolean;
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
  /** What each batch told, up to one that cannot be read, and where to go on. */
  readonly tell: {
    readonly kind: 'told';
    readonly tellings: readonly Telling[];
    readonly ground: ReaderStart | null;
  };
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
    case 'tell': {
      const reader = new EventReader(job.start);
      const tellings = [...tellBatches(reader, job.batches)];
      return { kind: 'told', tellings, ground: job.goesOn ? reader.ground : null };
    }
  }
}

/** The document after the updates, without what they deleted. */
function mergedOf(state: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of [state, ...updates]) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}
