import { contentRoots } from '@jejak/journey-model';
import { updateLimits } from '@jejak/protocol';
import { checkAgainst, holdsAll, walkUpdate } from '@jejak/update-guard';
import * as Y from 'yjs';
import { percentile } from '../percentile.ts';
import { prepareBoard } from './prepareBoard.ts';

/** What judging an update costs before it is applied, in milliseconds. */
export interface GuardRound {
  readonly guardP50: number;
  readonly guardP99: number;
}

const edits = 6_000;
/** What the first ones take is compiling. */
const warm = 2_000;

/** Judges the edits of one writer on a map of 2,000 cards as the server does, each before it is applied. */
export function measureGuard(seed: number): GuardRound {
  const board = prepareBoard(2_000, 1, edits, seed);
  const doc = new Y.Doc();
  for (const update of board.updates) Y.applyUpdate(doc, update);
  const roots = new Map(contentRoots.map((name) => [name, 'map'] as const));
  const limits = { ...updateLimits.live, typeDepth: updateLimits.typeDepth };
  const times: number[] = [];
  for (const { update } of board.writers[0]?.edits ?? []) {
    const began = performance.now();
    const walked = walkUpdate(update, { budget: updateLimits.live.walk, roots });
    if (!walked.ok) throw new Error(`refused: ${walked.reason}`);
    if (!holdsAll(doc, walked)) {
      const verdict = checkAgainst(doc, walked, limits, () => true);
      if (!verdict.ok) throw new Error(`refused: ${verdict.reason}`);
    }
    times.push(performance.now() - began);
    Y.applyUpdate(doc, update);
  }
  const counted = times.slice(warm);
  return { guardP50: percentile(counted, 0.5), guardP99: percentile(counted, 0.99) };
}
